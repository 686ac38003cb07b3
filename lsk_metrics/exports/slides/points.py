"""A chart of points: a place each, by two indicators, each named beside its point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import axes, cells, ends, places, series
from lsk_metrics.exports.slides.course import placed, plot, unit_at_head
from lsk_metrics.figures.axes import bounds
from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid, Line
    from lsk_metrics.exports.slides.axes import Scale
    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators import Answer

RIGHT, FOOT, HEAD = 120.0, 20.0, 40.0


def reach(line: Line) -> Scale:
    return axes.scale(*bounds([cell for cell in line.cells if cell is not None], ""))


def points(answer: Answer, grid: Grid, box: Box) -> tuple[str, str]:
    """The first line runs across, the second upwards; the home region, which stands first, in the accent."""
    first, second = grid.lines
    across, up = reach(first), reach(second)
    left, top, wide, tall = plot(box, up, RIGHT, HEAD)
    inner = (left, top, wide, tall - FOOT)
    names = [str(head).split(" (")[0] for head in grid.heads]
    spots = [
        (wide * across.part(x or 0.0), inner[3] * up.part(y or 0.0))
        for x, y in zip(first.cells, second.cells, strict=True)
    ]
    sides = ends.beside(spots, names, places.SMALL)
    homes = sum(shade == LIGHT.accent for shade in first.colours.values())
    drawn = ""
    for at, (start, end, shade) in enumerate(((0, homes, LIGHT.accent), (homes, len(names), LIGHT.peer))):
        if start == end:
            continue
        home = shade == LIGHT.accent
        said = "".join(
            series.label(
                place - start, names[place], sides[place], places.READ if home else places.SMALL,
                shade if home else LIGHT.muted, home, ends.NO_MOVE,
            )
            for place in range(start, end)
        )  # fmt: skip
        x = cells.numbers(1, 1 + start, first.cells[start:end], cells.code(answer, first))
        y = cells.numbers(2, 1 + start, second.cells[start:end], cells.code(answer, second))
        drawn += (
            f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/><c:tx>{cells.words(2, 0, [second.name])}</c:tx>'
            f'<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>{series.marker("circle", 11 if home else 9, shade)}'
            f'{series.labels(said)}<c:xVal>{x}</c:xVal><c:yVal>{y}</c:yVal><c:smooth val="0"/></c:ser>'
        )
    return (
        f'{placed(box, inner)}<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{drawn}'
        f'<c:axId val="{axes.ACROSS}"/><c:axId val="{axes.UPWARDS}"/></c:scatterChart>'
        f"{axes.values(across, axes.ACROSS, axes.UPWARDS, 'b', first.name, crosses='midCat')}"
        f"{axes.values(up, axes.UPWARDS, axes.ACROSS, 'l', second.name, named=unit_at_head(), crosses='midCat')}",
        "",
    )
