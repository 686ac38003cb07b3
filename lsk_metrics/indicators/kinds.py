"""The kinds of truth, as a reader says them."""

from lsk_metrics.language import gettext as _


def kind_name(kind: str) -> str:
    """Published, derived, register or illustrative, in the language spoken."""
    return {
        "published": _("Published"),
        "derived": _("Derived"),
        "register": _("Register"),
        "illustrative": _("Illustrative"),
    }[kind]


def meanings() -> dict[str, str]:
    """What each kind says of a figure, the strongest first."""
    return {
        "published": _("A figure from a cited source."),
        "derived": _("Computed from published figures by a formula that is shown."),
        "register": _("From the cluster's own records."),
        "illustrative": _("Made up so that it adds up to the published totals; it describes no real organisation."),
    }
