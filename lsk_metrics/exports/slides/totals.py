"""What stacked parts make together, written at the end of each bar or column, where the parts may be added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import fitting, places
from lsk_metrics.exports.slides.series import label
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import additivity
from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.exports.slides.axes import Scale
    from lsk_metrics.exports.slides.course import Inner
    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators import Answer

APART = 4.0


def totals(answer: Answer, grid: Grid, scale: Scale, inner: Inner, box: Box, lying: bool) -> dict[int, str]:
    """Labels by the position of the line they belong to: the last part of each bar carries it, moved past its end.

    A label of stacked parts stands in the middle of its own, so the way from there is half the part and half the words.
    """
    made: dict[int, str] = {}
    if len(grid.lines) < 2 or answer.measured or not additivity.may_add(answer.indicator, "group"):
        return made
    for at in range(len(grid.heads)):
        rows = [line.rows[at] for line in grid.lines if at in line.rows and line.rows[at].value is not None]
        last = max((place for place, line in enumerate(grid.lines) if line.cells[at]), default=-1)
        value = grid.lines[last].cells[at] if last >= 0 else None
        if not value or value < 0:
            continue
        words = number(additivity.total(rows, answer.indicator), answer.indicator.decimals)
        part = value / (scale.high - scale.low) * (inner[2] if lying else inner[3])
        wide = fitting.width(words, places.SMALL, bold=True)
        moved = (
            ((part + wide) / 2 + APART) / box.wide if lying else 0.0,
            0.0 if lying else -((part + 1.2 * places.SMALL) / 2 + APART / 2) / box.tall,
        )
        made[last] = made.get(last, "") + label(at, words, "ctr", places.SMALL, LIGHT.ink, True, moved)
    return made
