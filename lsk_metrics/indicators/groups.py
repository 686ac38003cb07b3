"""The groups rows can be narrowed to: their lists, their names, and how an answer names those it counts."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from lsk_metrics.indicators import labels
from lsk_metrics.indicators.parameters import FILTERS
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer

# Columns of the register with a CHECK in place of a list; and what a list has no code for.
FIXED = {"purposes": ("infrastructure", "project"), "statuses": ("active", "acquired", "closed")}
BESIDE = {"value_chains": ("none",)}


def title(name: str) -> str:
    """What a filter asks for, as the heading of its choices."""
    return {
        "areas": _("Area of interest"),
        "value_chains": _("Value chain"),
        "member_types": _("Type of organisation"),
        "purposes": _("Kind of investment"),
        "statuses": _("What became of it"),
        "regions": _("Region"),
        "powiats": _("Powiat"),
    }[name]


def short(name: str) -> str:
    """The same in a word, for where there is little room."""
    return {
        "areas": _("Area"),
        "value_chains": _("Chain"),
        "member_types": _("Type"),
        "purposes": _("Kind"),
        "statuses": _("Status"),
        "regions": _("Region"),
        "powiats": _("Powiat"),
    }[name]


def by(name: str) -> str:
    """How figures are broken down by it."""
    return {
        "areas": _("by area of interest"),
        "value_chains": _("by value chain"),
        "member_types": _("by type of organisation"),
        "purposes": _("by kind of investment"),
        "statuses": _("by what became of a start-up"),
    }[name]


def fixed(code: str) -> str:
    return {
        "infrastructure": _("R&D infrastructure"),
        "project": _("R&D projects"),
        "active": _("Active"),
        "acquired": _("Acquired"),
        "closed": _("Closed"),
        "none": _("No value chain"),
    }[code]


@lru_cache(maxsize=64)
def codes(snapshot: str, name: str) -> tuple[str, ...]:
    """Codes of a filter or a list of places, in the order readers expect."""
    listed = [(label.sort, code) for (of, code), label in labels.labels(snapshot).items() if of == name]
    return FIXED.get(name) or (*(code for _sort, code in sorted(listed)), *BESIDE.get(name, ()))


def names(snapshot: str, name: str) -> dict[str, str]:
    """The same codes with their names in the reader's language."""
    known = labels.labels(snapshot)
    return {code: known[name, code].text() if (name, code) in known else fixed(code) for code in codes(snapshot, name)}


def narrowing(answer: Answer) -> dict[str, tuple[str, ...]]:
    """The filters that narrow an answer, those alone that its indicator knows, with their codes; none for the whole."""
    asked = {name: getattr(answer.parameters, name) for name in FILTERS if name in answer.indicator.filters}
    return {name: chosen for name, chosen in asked.items() if chosen}


def caveats(answer: Answer) -> tuple[str, ...]:
    """The named warnings of an answer: those of narrowed rows where they differ, else its indicator's."""
    return (answer.indicator.narrowed_caveats if narrowing(answer) else ()) or answer.indicator.caveats


def counted(answer: Answer) -> str:
    """What alone is counted, as it stands after a title: small and medium-sized enterprises, healthcare."""
    parts = []
    for name, chosen in narrowing(answer).items():
        known = names(answer.snapshot, name)
        parts.append(_(" or ").join(lowered(known[code]) for code in chosen))
    return ", ".join(parts)


def lowered(name: str) -> str:
    """A name as it stands inside a sentence; one that opens with an abbreviation (R&D) stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
