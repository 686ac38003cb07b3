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
