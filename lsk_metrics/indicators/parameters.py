"""What may be asked of every indicator: a period, places, and whether illustrative rows may take part."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from lsk_metrics.errors import NameUnknown, ValueRefused

YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True)
class Parameters:
    """first_year and last_year bound the period, both included; places are codes, none given means all."""

    first_year: int = 1900
    last_year: int = 2100
    places: tuple[str, ...] = ()
    illustrative: bool = True

    def bound(self) -> dict[str, Any]:
        """Values for the query's named parameters."""
        return {**asdict(self), "places": list(self.places)}


def parse(given: Mapping[str, str], places: frozenset[str]) -> Parameters:
    """Parameters from text, as the command line and the URL give them; `places` are the codes the indicator knows."""
    values: dict[str, Any] = {}
    for name, text in given.items():
        if name in ("first_year", "last_year"):
            if not text.isdigit() or not 1900 <= int(text) <= 2100:
                raise ValueRefused(f"{name} takes a year such as 2018, not “{text}”.")
            values[name] = int(text)
        elif name == "illustrative":
            if text.lower() not in YES:
                raise ValueRefused(f"illustrative takes yes or no, not “{text}”.")
            values[name] = YES[text.lower()]
        elif name == "places":
            values[name] = tuple(known(code.strip(), places) for code in text.split(",") if code.strip())
        else:
            raise NameUnknown("parameter", name, asdict(Parameters()))
    asked = Parameters(**values)
    if asked.first_year > asked.last_year:
        raise ValueRefused(f"The period ends ({asked.last_year}) before it begins ({asked.first_year}).")
    return asked


def known(code: str, places: frozenset[str]) -> str:
    if code not in places:
        raise NameUnknown("place", code, places)
    return code
