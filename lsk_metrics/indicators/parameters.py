"""What may be asked of an indicator: a period, places, groups, peers, a view; whether illustrative rows take part."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lsk_metrics.errors import NameUnknown, ValueRefused

# No list of places or groups is longer; and digits beyond some thousand are no number to Python.
LONGEST = 4_000
FILTERS = ("member_types", "areas", "value_chains", "purposes", "statuses", "programmes", "fields")
SINGULAR = {
    "places": "place",
    "areas": "area",
    "value_chains": "value chain",
    "member_types": "member type",
    "purposes": "kind of investment",
    "statuses": "status of a start-up",
    "programmes": "framework programme",
    "fields": "field of science",
}
SETS = ("partners", "domestic", "similar")
MEASURES = ("absolute", "per_head", "index", "change")
GROUPS = ("each", "total")
COMPARING = (
    "groups",
    "measure",
    "view",
    "peers",
    "target_year",
    "number",
    "own_country",
    "likeness",
    "indicators",
    "weights",
    "target",
)
CHOICES = {"groups": GROUPS, "measure": MEASURES, "peers": SETS}
CHOSEN = {"groups": "way to take groups", "measure": "measure", "peers": "set of peers"}
YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True)
class Parameters:
    """first_year and last_year bound the period, both included; of places and groups, none given means all.

    member_types, areas, value_chains, purposes (of investments), statuses (of start-ups), programmes and fields (of
    European projects) narrow the rows an indicator counts, where its passport names them as filters.
    groups says whether the groups of a place stand by themselves or are added up, where they may be.
    measure is how the values are put: as they are, per head, as an index or as the change on the year before.
    For regions: view is a way to compare them, peers the set to compare with (of the similar ones number many, found
    with the weights in likeness, those of the own country or not), target_year the year to reach the leader by;
    indicators and weights are what a method puts together. target is the id of a target, whose path is shown.
    """

    first_year: int = 1900
    last_year: int = 2100
    places: tuple[str, ...] = ()
    illustrative: bool = True
    member_types: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    value_chains: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    groups: str = GROUPS[0]
    measure: str = MEASURES[0]
    view: str = ""
    peers: str = ""
    target_year: int = 2030
    number: int = 5
    own_country: bool = True
    likeness: tuple[tuple[str, float], ...] = ()
    indicators: tuple[str, ...] = ()
    weights: tuple[tuple[str, float], ...] = ()
    target: str = ""

    def bound(self, filters: Collection[str]) -> dict[str, Any]:
        """Values for the named parameters of a query with these filters."""
        lists = {name: list(getattr(self, name)) for name in ("places", *FILTERS)}
        given = self.given(filters)
        return {name: lists.get(name, value) for name, value in given.items() if name not in COMPARING}

    def given(self, filters: Collection[str]) -> dict[str, Any]:
        """The parameters that count for an indicator with these filters."""
        usual = Parameters()
        return {
            name: value
            for name, value in vars(self).items()
            if (name not in FILTERS or name in filters) and (name not in COMPARING or value != getattr(usual, name))
        }


def parse(given: Mapping[str, str], lists: Mapping[str, frozenset[str]]) -> Parameters:
    """Parameters from text, as the command line and the URL give them.

    `lists` holds the codes the indicator knows: of its places, and of each filter its passport names.
    """
    values: dict[str, Any] = {}
    for name, text in given.items():
        if len(text) > LONGEST:
            words = "{name} has {n} characters; at most {most} are read."
            raise ValueRefused(words, name=name[:40], n=len(text), most=LONGEST)
        if name in ("first_year", "last_year", "target_year"):
            values[name] = year(name, text)
        elif name in ("illustrative", "own_country"):
            if text.lower() not in YES:
                raise ValueRefused("{name} takes yes or no, not “{text}”.", name=name, text=text)
            values[name] = YES[text.lower()]
        elif name == "number":
            if not (text.isascii() and text.isdecimal()) or not 1 <= int(text) <= 50:
                raise ValueRefused("number takes a count of regions from 1 to 50, not “{text}”.", text=text)
            values[name] = int(text)
        elif name in ("likeness", "weights"):
            values[name] = tuple(weight(name, part) for part in text.split(",") if part.strip())
        elif name == "indicators":
            values[name] = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
        elif name in CHOICES:
            if text not in CHOICES[name]:
                raise NameUnknown(CHOSEN[name], text, CHOICES[name])
            values[name] = text
        elif name in ("view", "target"):
            values[name] = text
        elif name in lists:
            parts = dict.fromkeys(part.strip() for part in text.split(",") if part.strip())
            values[name] = tuple(known(name, code, lists[name]) for code in parts)
        else:
            names = set(Parameters.__dataclass_fields__) - set(FILTERS) | set(lists)
            raise NameUnknown("parameter", name, names)
    asked = Parameters(**values)
    if asked.first_year > asked.last_year:
        words = "The period ends ({last}) before it begins ({first})."
        raise ValueRefused(words, last=asked.last_year, first=asked.first_year)
    return asked


def year(name: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal()) or not 1900 <= int(text) <= 2100:
        raise ValueRefused("{name} takes a year such as 2018, not “{text}”.", name=name, text=text)
    return int(text)


def weight(name: str, text: str) -> tuple[str, float]:
    """An indicator and its weight, written indicator:weight."""
    which, _colon, amount = text.strip().partition(":")
    if not re.fullmatch(r"\d{1,3}(\.\d{1,3})?", amount, re.ASCII):
        words = "{name} takes indicator:weight, such as population:0.5, not “{text}”."
        raise ValueRefused(words, name=name, text=text.strip())
    return which, float(amount)


def known(name: str, code: str, codes: frozenset[str]) -> str:
    found = spelled(code, codes)
    if found is None:
        raise NameUnknown(SINGULAR[name], code, codes)
    return found


def spelled(text: str, names: Collection[str]) -> str | None:
    """The name that is meant, with its Polish letters or without; None where none is, or more than one could be."""
    if text in names:
        return text
    alike = [name for name in names if folded(name) == folded(text)]
    return alike[0] if len(alike) == 1 else None


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """Text without marks on its letters and in small letters: Łódź as lodz."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("ł", "l"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
