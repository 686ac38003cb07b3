"""A grid as a room can read it: what would press all else flat left out, many bars on several slides."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Any

from lsk_metrics.exports.grid import Line
from lsk_metrics.exports.table import exact
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators.status.course import PROJECTION
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.indicators import Answer

# How many times larger than all others a line may be.
DWARFED = 5
BARS = 15


def paged(found: Grid) -> list[Grid]:
    """The grid, or of very many bars as many grids as let each be read."""
    count = len(found.heads)
    if found.shape != "bars" or count <= BARS:
        return [found]
    share = ceil(count / ceil(count / BARS))
    return [part(found, start, start + share) for start in range(0, count, share)]


def part(found: Grid, start: int, end: int) -> Grid:
    """The bars from one position to before another."""

    def inside(held: dict[int, Any]) -> dict[int, Any]:
        return {at - start: each for at, each in held.items() if start <= at < end}

    lines = [
        replace(line, cells=line.cells[start:end], colours=inside(line.colours), rows=inside(line.rows))
        for line in found.lines
    ]
    return replace(found, heads=found.heads[start:end], lines=lines)


def legible(answer: Answer, found: Grid) -> tuple[Grid, str]:
    """The grid as a slide shows it: without a nation or a union whose line would press all others flat, with the ends
    of a projection's interval; and the words that say so."""

    def most(lines: list[Line]) -> float:
        return max((cell or 0.0 for line in lines for cell in line.cells), default=0.0)

    larger = [line for line in found.lines if role(answer, line) in ("nation", "union")]
    others = [line for line in found.lines if line not in larger]
    out = [line for line in larger if found.shape == "course" and others and most([line]) > DWARFED * most(others)]
    words = _("Not drawn, as all others would be flat beside it: {names}.").format(
        names=listing(list(dict.fromkeys(line.label for line in out)))
    )
    kept = [line for line in found.lines if line not in out]
    ends = interval(found)
    told = [words] * bool(out) + [_("Thin lines: the ends of the projection's 80% interval.")] * bool(ends)
    return replace(found, lines=[*kept, *ends]), " ".join(told)


def role(answer: Answer, line: Line) -> str:
    return next((answer.role(row.place) for row in line.rows.values()), "")


def interval(found: Grid) -> list[Line]:
    """The ends between which a projection is given, as lines of their own, without a name beside them."""
    made = []
    for line in found.lines:
        rows = {at: row for at, row in line.rows.items() if row.series == PROJECTION and row.low is not None}
        for name, end in ((_("Lower end of the 80% interval"), "low"), (_("Upper end of the 80% interval"), "high")):
            cells = [exact(getattr(rows[at], end)) if at in rows else None for at in range(len(line.cells))]
            if rows:
                made.append(Line(name, LIGHT.accent_soft, "derived", False, cells, goes_on=True))
    return made
