"""The groups rows can be narrowed to: their lists, their names, and how an answer names those it counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lsk_metrics.indicators import labels
from lsk_metrics.indicators.parameters import FILTERS
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer

# Columns of the register with a CHECK in place of a list; and what a list has no code for.
FIXED = {
    "purposes": ("infrastructure", "project"),
    "statuses": ("active", "acquired", "closed"),
    "programmes": ("h2020", "horizon_europe"),
    "fields": (
        "medical_and_health_sciences",
        "natural_sciences",
        "engineering_and_technology",
        "agricultural_sciences",
        "social_sciences",
        "humanities",
        "none",
    ),
}
BESIDE = {"value_chains": ("none",)}
NAMED = ("programmes", "regions", "powiats")  # by proper names, which stay as they are inside a sentence


def title(name: str) -> str:
    """What a filter asks for, as the heading of its choices."""
    return {
        "areas": _("Area of interest"),
        "value_chains": _("Value chain"),
        "member_types": _("Type of organisation"),
        "purposes": _("Kind of investment"),
        "statuses": _("What became of it"),
        "programmes": _("Framework programme"),
        "fields": _("Field of science"),
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
        "programmes": _("Programme"),
        "fields": _("Field"),
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
        "programmes": _("by framework programme"),
        "fields": _("by field of science"),
    }[name]


def fixed(name: str, code: str) -> str:
    """A code's name where no list of the snapshot has it."""
    if code == "none":
        return _("No field given") if name == "fields" else _("No value chain")
    return {
        "infrastructure": _("R&D infrastructure"),
        "project": _("R&D projects"),
        "active": _("Active"),
        "acquired": _("Acquired"),
        "closed": _("Closed"),
        "h2020": _("Horizon 2020"),
        "horizon_europe": _("Horizon Europe"),
        "medical_and_health_sciences": _("Medical and health sciences"),
        "natural_sciences": _("Natural sciences"),
        "engineering_and_technology": _("Engineering and technology"),
        "agricultural_sciences": _("Agricultural sciences"),
        "social_sciences": _("Social sciences"),
        "humanities": _("Humanities"),
    }[code]


@lru_cache(maxsize=64)
def codes(snapshot: str, name: str) -> tuple[str, ...]:
    """Codes of a filter or a list of places, in the order readers expect."""
    listed = [(label.sort, code) for (of, code), label in labels.labels(snapshot).items() if of == name]
    return FIXED.get(name) or (*(code for _sort, code in sorted(listed)), *BESIDE.get(name, ()))


@lru_cache(maxsize=16)
def composed(snapshot: str, series: str | None, name: str) -> dict[str, tuple[str, ...]]:
    """Of groups that are made of those of a filter, as the helix is of areas: which each is made of; else nothing."""
    if (series, name) != ("helix", "areas"):
        return {}
    made: dict[str, tuple[str, ...]] = {}
    for row in read.rows("SELECT helix, code FROM areas ORDER BY sort", snapshot=snapshot):
        made[row["helix"]] = (*made.get(row["helix"], ()), row["code"])
    return made


def wholly(made: Mapping[str, Sequence[str]], chosen: Collection[str]) -> tuple[str, ...]:
    """The groups that are chosen whole; none where something else is chosen besides, or only a part of one."""
    whole = tuple(code for code, parts in made.items() if set(parts) <= set(chosen))
    return whole if {part for code in whole for part in made[code]} == set(chosen) else ()


def names(snapshot: str, name: str) -> dict[str, str]:
    """The same codes with their names in the reader's language."""
    known = labels.labels(snapshot)
    return {
        code: known[name, code].text() if (name, code) in known else fixed(name, code) for code in codes(snapshot, name)
    }


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
        parts.append(_(" or ").join(inside(name, known[code]) for code in chosen))
    return ", ".join(parts)


def inside(name: str, called: str) -> str:
    """What a group of this filter is called inside a sentence; what opens with an abbreviation (R&D) stays."""
    return called[:1].lower() + called[1:] if called[1:2].islower() and name not in NAMED else called
