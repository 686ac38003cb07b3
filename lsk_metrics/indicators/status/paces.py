"""Yearly changes as a reader says them: +4.2 members a year, and short, +4.2."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsk_metrics.indicators import units
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.indicators.passport import Indicator
    from lsk_metrics.indicators.status.judging import Verdict

# From here on a yearly change is written with no more decimals than the values themselves.
LARGE = 100
MOST = 4


@dataclass(frozen=True)
class Pace:
    """A yearly change without its unit and with it; both empty where there is none."""

    bare: str = ""
    worded: str = ""


def paces(found: Verdict, of: Indicator) -> tuple[Pace, Pace]:
    """What is needed and what was, in as many decimals as tell them apart."""
    both = [found.required, found.past]
    digits = decimals(both, of.decimals)
    required, past = (Pace() if each is None else pace(each, of.unit, digits) for each in both)
    return required, past


def decimals(both: list[float | None], usual: int) -> int:
    """One more than the values have, unless the changes are large; more where two that differ would look alike."""
    there = [each for each in both if each is not None]
    digits = usual if max(map(abs, there), default=0.0) >= LARGE else usual + 1
    while digits < MOST and len({round(each, digits) for each in there}) < len({round(each, 9) for each in there}):
        digits += 1
    return digits


def pace(value: float, unit: str, digits: int) -> Pace:
    """One yearly change; a difference of percentages is in percentage points."""
    size, kind = abs(round(value, digits)), units.difference(unit)
    sign = "+" if round(value, digits) > 0 else "\N{MINUS SIGN}" if round(value, digits) < 0 else ""
    words = parted(kind) if digits else ""
    words = words or units.phrase(kind + units.YEARLY, round(size))
    short = units.phrase(unit, 0) if unit.startswith("eur") else "{n}"
    return Pace(sign + short.format(n=number(size, digits)), sign + words.format(n=number(size, digits)))


def parted(unit: str) -> str:
    """The words around a number with decimals of what is counted, which has a case of its own in some languages."""
    return {
        "members": _("{n} members a year"),
        "companies": _("{n} start-ups a year"),
        "institutions": _("{n} institutions a year"),
        "investments": _("{n} investments a year"),
        "participations": _("{n} participations a year"),
        "projects": _("{n} projects a year"),
        "persons": _("{n} persons a year"),
        "students": _("{n} students a year"),
    }.get(unit, "")
