"""The letters a producer puts beside a value: what they mean in words, and which of them leave it unsettled."""

from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing

# What may still change, or was never counted: drawn hollow, at the end of a dashed stroke.
UNSETTLED = frozenset("pefsu")
# What a sentence that names the value must say beside it; a break has a sentence of its own.
SAID = frozenset("pefsud")


def names() -> dict[str, str]:
    """Every letter and its meaning, in the order readers need them."""
    return {
        "b": _("break in the series"),
        "p": _("provisional"),
        "e": _("estimated"),
        "d": _("different definition"),
        "u": _("low reliability"),
        "f": _("forecast"),
        "s": _("estimated by Eurostat"),
        "r": _("revised"),
        "c": _("confidential"),
        "n": _("not significant"),
        "z": _("not applicable"),
    }


def words(flag: str) -> str:
    """The meaning of all letters of a flag: provisional and low reliability; empty for a sign such as >."""
    return listing([meaning for letter, meaning in names().items() if letter in flag])
