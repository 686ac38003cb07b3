"""How the figures would go on as they went on average: a random walk with drift, its interval and its back-test."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import NormalDist, fmean, stdev
from typing import TYPE_CHECKING

from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators.passport import Indicator
    from lsk_metrics.indicators.status.line import Line

LEAST = 5  # figures in a row, without a gap or a break
AHEAD = 3  # years ahead in the back-test, where there are figures enough
COVER = 0.8
WIDTH = NormalDist().inv_cdf((1 + COVER) / 2)


@dataclass(frozen=True)
class Year:
    """One projected year: the value and its interval."""

    year: int
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Projection:
    """years from the one after the latest figure to the target year, none where it is refused; figures and first say
    on how many figures in a row it rests, from which year on; broken is a break that lies before them.

    error is how far, on average, the same method was off so many years ahead, when it was tried on the past.
    """

    years: tuple[Year, ...]
    figures: int
    first: int
    broken: int | None
    drift: float = 0.0
    error: float = 0.0
    ahead: int = 0
    tries: int = 0


def project(line: Line, until: int) -> Projection:
    """The mean yearly change carried on from the latest figure; counts that never were negative stay at zero or above.

    The interval widens with the scatter of the yearly changes s, over m of them: z · s · √(h · (1 + h / m)).
    """
    values, first, broken = stretch(line)
    if len(values) < LEAST:
        return Projection((), len(values), first, broken)
    changes = [after - before for before, after in pairwise(values)]
    drift, scatter, last = fmean(changes), stdev(changes), line.latest.year
    floor = 0.0 if min(value for _year, value in line.points) >= 0 else float("-inf")
    years = []
    for year in range(last + 1, until + 1):
        ahead = year - last
        half = WIDTH * scatter * (ahead * (1 + ahead / len(changes))) ** 0.5
        middle = values[-1] + drift * ahead
        years.append(Year(year, max(floor, middle), max(floor, middle - half), max(floor, middle + half)))
    error, ahead, tries = tried(values)
    return Projection(tuple(years), len(values), first, broken, drift, error, ahead, tries)


def stretch(line: Line) -> tuple[list[float], int, int | None]:
    """The figures in a row up to the latest, the year they begin in, and the break they begin with, if one."""
    rows = {row.year: row for row in line.rows if row.value is not None}
    broken = line.broken(min(rows))
    year = line.latest.year
    while year - 1 in rows and year != broken:
        year -= 1
    return [rows[each].value or 0.0 for each in range(year, line.latest.year + 1)], year, broken


def tried(values: Sequence[float]) -> tuple[float, int, int]:
    """Mean distance from what came, years ahead, and number of tries; each try sees the figures before it alone."""
    ahead = min(AHEAD, len(values) - LEAST + 1)
    misses = []
    for end in range(LEAST - 1, len(values) - ahead + 1):
        drift = (values[end - 1] - values[0]) / (end - 1)
        misses.append(abs(values[end - 1 + ahead] - (values[end - 1] + drift * ahead)))
    return fmean(misses), ahead, len(misses)


def words(found: Projection, of: Indicator) -> str:
    """What it is and how far it was off, or why there is none; in the language spoken."""
    if not found.figures:
        return ""
    if not found.years:
        if found.broken:
            return ngettext(
                "No projection: since the break in {broken} there is only {n} figure in a row, and it takes {least}.",
                "No projection: since the break in {broken} there are only {n} figures in a row, and it takes {least}.",
                found.figures,
            ).format(broken=found.broken, n=found.figures, least=LEAST)
        return ngettext(
            "No projection: there is only {n} figure in a row, and it takes {least}.",
            "No projection: there are only {n} figures in a row, and it takes {least}.",
            found.figures,
        ).format(n=found.figures, least=LEAST)
    said = _(
        "The projection carries on the mean yearly change since {first} (random walk with drift), within its 80% "
        "interval; it is arithmetic and knows of no plans."
    )
    missed = ngettext(
        "Tried on the past, {ahead} year ahead, it missed by {error} on average ({tries} tries).",
        "Tried on the past, {ahead} years ahead, it missed by {error} on average ({tries} tries).",
        found.ahead,
    )
    error = number(found.error, of.decimals + 1 if found.error < 100 else of.decimals)
    return f"{said.format(first=found.first)} {missed.format(ahead=found.ahead, error=error, tries=found.tries)}"
