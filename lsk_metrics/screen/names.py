"""Names that Streamlit reads aloud in English alone, in the language of the page."""

from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken


def names() -> dict[str, str]:
    """What Streamlit says, or how it begins, to what is to be said; nothing where the page is in English."""
    if spoken() == "en":
        return {}
    return {
        "Skip to main content": _("Skip to main content"),
        "Sidebar": _("Sidebar"),
        "Collapse sidebar": _("Fold the sidebar away"),
        "Expand sidebar": _("Unfold the sidebar"),
        "App pages": _("Pages of the dashboard"),
        "Scroll tabs left": _("Earlier tabs"),
        "Scroll tabs right": _("Further tabs"),
        "Close": _("Close"),
        "Link to heading": _("Link to this heading"),
        "Help for ": _("Help: "),
        "Fullscreen: ": _("On the whole screen: "),
        "Open": _("Open the list"),
        "file upload": _("file to hand in"),
        "Copy to clipboard": _("Copy"),
        "day, ": _("day, "),
        "month, ": _("month, "),
        "year, ": _("year, "),
    }
