"""What may be asked of an indicator: a period, places, groups, and whether illustrative rows may take part."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from lsk_metrics.errors import NameUnknown, ValueRefused

FILTERS = ("areas", "value_chains", "member_types")
SINGULAR = {"places": "place", "areas": "area", "value_chains": "value chain", "member_types": "member type"}
YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True)
class Parameters:
    """first_year and last_year bound the period, both included; of places and groups, none given means all.

    areas, value_chains and member_types narrow the rows an indicator counts, where its passport names them as filters.
    """

    first_year: int = 1900
    last_year: int = 2100
    places: tuple[str, ...] = ()
    illustrative: bool = True
    areas: tuple[str, ...] = ()
    value_chains: tuple[str, ...] = ()
    member_types: tuple[str, ...] = ()

    def bound(self, filters: Collection[str]) -> dict[str, Any]:
        """Values for the named parameters of a query with these filters."""
        lists = {name: list(getattr(self, name)) for name in ("places", *FILTERS)}
        return {name: lists.get(name, value) for name, value in self.given(filters).items()}

    def given(self, filters: Collection[str]) -> dict[str, Any]:
        """The parameters that count for an indicator with these filters."""
        return {name: value for name, value in asdict(self).items() if name not in FILTERS or name in filters}


def parse(given: Mapping[str, str], lists: Mapping[str, frozenset[str]]) -> Parameters:
    """Parameters from text, as the command line and the URL give them.

    `lists` holds the codes the indicator knows: of its places, and of each filter its passport names.
    """
    values: dict[str, Any] = {}
    for name, text in given.items():
        if name in ("first_year", "last_year"):
            if not (text.isascii() and text.isdecimal()) or not 1900 <= int(text) <= 2100:
                raise ValueRefused(f"{name} takes a year such as 2018, not “{text}”.")
            values[name] = int(text)
        elif name == "illustrative":
            if text.lower() not in YES:
                raise ValueRefused(f"illustrative takes yes or no, not “{text}”.")
            values[name] = YES[text.lower()]
        elif name in lists:
            values[name] = tuple(known(name, code.strip(), lists[name]) for code in text.split(",") if code.strip())
        else:
            raise NameUnknown("parameter", name, Parameters().given(lists))
    asked = Parameters(**values)
    if asked.first_year > asked.last_year:
        raise ValueRefused(f"The period ends ({asked.last_year}) before it begins ({asked.first_year}).")
    return asked


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


def folded(text: str) -> str:
    """Text without marks on its letters and in small letters: Łódź as lodz."""
    apart = unicodedata.normalize("NFD", text.casefold().replace("ł", "l"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
