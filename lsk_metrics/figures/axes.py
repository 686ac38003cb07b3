"""Axes: how far they reach, which years and values are written on them, and in which unit."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.figures.theme import Look


# An index: what every line is in its first year.
INDEXED, START = "start_100", 100.0


def bounds(values: list[float], unit: str) -> tuple[float, float]:
    """An axis from zero; a percentage that stays far from zero is drawn close up, an index around its start."""
    if not values:
        return 0.0, 1.0
    least, most = min(values), max(values)
    if unit == INDEXED:
        least, most = min(least, START), max(most, START)
    close = unit == INDEXED or (unit.startswith("pct") and least > 0.6 * most)
    margin = 0.1 * (most - least or most) if close else 0.06 * (most - least) if least < 0 else least
    low = least - margin
    return low, most + 0.06 * (most - low or 1)


def from_zero(values: Iterable[float]) -> tuple[float, float]:
    """The least and the most of what begins at zero; from zero to one where nothing is above or below it."""
    found = [0.0, *values]
    least, most = min(found), max(found)
    return least, most or float(not least)


def reach(years: Sequence[int], part: float = 0.0) -> list[float]:
    """How far an axis of years goes: half a year past both ends, or a part of the span where that is more."""
    first, last = min(years, default=0), max(years, default=0)
    beyond = max(0.5, part * (last - first))
    return [first - beyond, last + beyond]


def ticks(years: Sequence[int], look: Look, wide: bool = False) -> list[int]:
    """Years to write on an axis: the last, then backwards, none nearer to the next than a part of the whole span."""
    if not years:
        return []
    most = 3 if wide else 4 if look.narrow else 6
    apart = max(1, -(-(max(years) - min(years)) // most))
    chosen = [max(years)]
    for year in sorted(set(years), reverse=True):
        if chosen[-1] - year >= apart:
            chosen.append(year)
    return chosen[::-1]


def decimal(low: float, high: float, whole: bool = False) -> dict[str, Any]:
    """Axis ticks in the reader's own number signs: four or five round steps; of what is counted, whole ones."""
    raw = (high - low) / 4.5
    power = 10.0 ** math.floor(math.log10(raw)) if raw > 0 else 1.0
    round_steps = [power * by for by in (1, 2, 2.5, 5, 10) if power * by >= raw]
    step = next((each for each in round_steps if not whole or each == int(each)), 1.0)
    ticks = [step * at for at in range(math.ceil(low / step - 1e-9), math.floor(high / step) + 1)]
    places = 0 if step == int(step) else -math.floor(math.log10(step)) + (step / power == 2.5)
    return {"tickvals": ticks, "ticktext": [number(tick, places) for tick in ticks]}


def unit(words: str, look: Look) -> dict[str, Any]:
    """The unit, above the axis it belongs to."""
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 8,
        "text": words,
        "showarrow": False,
        "font": {"color": look.muted, "size": 13},
    }
