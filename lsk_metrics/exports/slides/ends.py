"""Names at the ends of lines and beside points, moved apart where two would meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.exports.slides import fitting, places
from lsk_metrics.exports.slides.series import label
from lsk_metrics.figures.ends import spread
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators.status.course import PATH, PROJECTION
from lsk_metrics.indicators.units import figure, signed
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.exports.slides.axes import Scale
    from lsk_metrics.indicators import Answer

# From one name to the next, and how far below the axis the lowest may stand, in points.
GAP, LOWEST = 16.0, -2.0
NO_MOVE = (0.0, 0.0)


class End(NamedTuple):
    """What stands at the end of one line; at: the position of its last value; side: r is beyond the axis, t and b are
    above and below that point."""

    line: int
    at: int
    words: str
    shade: str
    bold: bool
    side: str = "r"


def size(end: End) -> float:
    return places.READ if end.bold else places.SMALL


def tips(answer: Answer, grid: Grid) -> list[End]:
    """The words of each line that ends: names among several, the value where it is the home region's or alone."""
    found = []
    for at, each in enumerate(grid.lines):
        if each.last < 0 or each.goes_on:
            continue
        told = signed if answer.parameters.measure == "change" else figure
        value = told(each.cells[each.last] or 0.0, answer.indicator.unit, answer.indicator.decimals)
        series, side = each.rows[each.last].series or "", "r"
        if series == PATH:
            words, strong = _("target {value}").format(value=value), True
        elif series == PROJECTION:
            words, strong = _("projection {value}").format(value=value), False
        elif answer.parameters.target or len(grid.lines) == 1:
            words, strong = value, True
            # The way to the target runs on the other side.
            side = "t" if answer.indicator.direction == "less" else "b" if answer.parameters.target else "r"
        else:
            strong = each.home
            words = f"{each.label} {value}" if strong else each.label
        shade = each.colour if strong or len(answer.places) < 2 else LIGHT.muted
        found.append(End(at, each.last, words, shade, strong, side))
    return found


def widest(found: Sequence[End]) -> float:
    return max((fitting.width(each.words, size(each), each.bold) for each in found if each.side == "r"), default=0.0)


def placed(
    grid: Grid, found: Sequence[End], scale: Scale, plot: tuple[float, float], whole: tuple[float, float]
) -> dict[int, str]:
    """The label of each line by its position; plot and whole: how wide and tall the plot and the chart are, in points.

    They stand beyond the right end of the axis, one above the other where they would meet.
    """
    beyond = [each for each in found if each.side == "r"]
    wanted = [plot[1] * scale.part(grid.lines[each.line].cells[each.at] or 0.0) for each in beyond]
    steps = max(1, len(grid.heads) - 1)
    made = {
        each.line: label(each.at, each.words, each.side, size(each), each.shade, each.bold, NO_MOVE)
        for each in found
        if each.side != "r"
    }
    for each, at, to in zip(beyond, wanted, spread(wanted, GAP, LOWEST), strict=True):
        across = (steps - each.at) / steps * plot[0] / whole[0]
        made[each.line] = label(
            each.at, each.words, "r", size(each), each.shade, each.bold, (across, -(to - at) / whole[1])
        )
    return made


def beside(points: Sequence[tuple[float, float]], words: Sequence[str], text: float) -> list[str]:
    """The side (r, l, t, b) on which each point, in points of the plot from its lower left, is named without meeting
    another name or point where that can be had."""
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in points]
    sides = []
    for (x, y), said in zip(points, words, strict=True):
        wide, tall = fitting.width(said, text) + 8, text * 1.2
        tried = {
            "r": (x + 7, y - tall / 2, x + 7 + wide, y + tall / 2),
            "l": (x - 7 - wide, y - tall / 2, x - 7, y + tall / 2),
            "t": (x - wide / 2, y + 7, x + wide / 2, y + 7 + tall),
            "b": (x - wide / 2, y - 7 - tall, x + wide / 2, y - 7),
        }
        side = min(tried, key=lambda name: sum(met(tried[name], other) for other in taken))
        taken.append(tried[side])
        sides.append(side)
    return sides


def met(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
