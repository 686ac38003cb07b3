"""Small pictures for the rows of a table: a course without axes, and a status by its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.figures.drawing.ink import number, path, safe
from lsk_metrics.figures.theme import blend

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.figures.theme import Look

WIDE, TALL, EDGE = 132.0, 40.0, 5.0


def spark(
    points: Sequence[tuple[int, float]], goal: tuple[int, float], breaks: Sequence[int], look: Look, said: str
) -> str:
    """The figures, a gap where the series breaks, the last one as a point, and the target as a diamond to be reached.

    Years and values run as far as figures and target do; `said` is what it says to those who cannot see it.
    """
    years, values = [year for year, _value in [*points, goal]], [value for _year, value in [*points, goal]]

    def at(year: int, value: float) -> tuple[float, float]:
        across = (year - min(years)) / ((max(years) - min(years)) or 1)
        up = (value - min(values)) / ((max(values) - min(values)) or 1)
        return EDGE + across * (WIDE - 2 * EDGE), TALL - EDGE - up * (TALL - 2 * EDGE)

    runs: list[list[tuple[float, float]]] = []
    for year, value in points:
        if year in breaks or not runs:
            runs.append([])
        runs[-1].append(at(year, value))
    strokes = "".join(
        f'<path d="{path(run)}" fill="none" stroke="{look.accent}" stroke-width="2"/>' for run in runs if len(run) > 1
    )
    x, y = at(*goal)
    diamond = f"M{number(x)},{number(y - 5)}l5,5l-5,5l-5,-5Z"
    strokes += f'<path d="{diamond}" fill="{look.ground}" stroke="{look.warning}" stroke-width="1.8"/>'
    if points:
        last = at(*points[-1])
        pale = blend(look.ground, look.warning, 0.45)
        between = f'<path d="{path([last, (x, y)])}" fill="none" stroke="{pale}" stroke-dasharray="2,3"/>'
        strokes = between + strokes
        strokes += f'<circle cx="{number(last[0])}" cy="{number(last[1])}" r="3" fill="{look.accent}"/>'
    return whole(WIDE, TALL, strokes, said)


def shape(state: str, look: Look) -> str:
    """A disc with a tick, a disc, a triangle, a square with a cross, a dashed ring: each to be known without colour."""
    warn, good, pale = look.warning, look.accent, look.muted
    line = 'fill="none" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"'
    drawn = {
        "reached": f'<circle cx="10" cy="10" r="8" fill="{good}"/>'
        f'<path d="M6,10.4l2.8,2.8l5.2,-6" {line} stroke="{look.ground}"/>',
        "on_track": f'<circle cx="10" cy="10" r="7" {line} stroke="{good}"/>'
        f'<circle cx="10" cy="10" r="3.2" fill="{good}"/>',
        "at_risk": f'<path d="M10,2.6L18,17H2Z" {line} stroke="{warn}"/>'
        f'<path d="M10,8v4m0,2.6v0.1" {line} stroke="{warn}"/>',
        "off_track": f'<rect x="2.5" y="2.5" width="15" height="15" rx="2" fill="{warn}"/>'
        f'<path d="M6.5,6.5l7,7m0,-7l-7,7" {line} stroke="{look.ground}"/>',
        "not_said": f'<circle cx="10" cy="10" r="7" {line} stroke="{pale}" stroke-dasharray="2,4"/>',
    }
    frame = 'xmlns="http://www.w3.org/2000/svg" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"'
    return f"<svg {frame}>{drawn[state]}</svg>"


def whole(width: float, height: float, inner: str, said: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}" '
        f'viewBox="0 0 {number(width)} {number(height)}" role="img" aria-label="{safe(said)}">{inner}</svg>'
    )
