"""A chart of points: a place each, by two indicators, each named beside its point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import axes, cells, ends, places, series
from lsk_metrics.exports.slides.course import head, placed, plot, unit_at_head
from lsk_metrics.figures.axes import bounds
from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid, Line
    from lsk_metrics.exports.slides.axes import Scale
    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators import Answer

RIGHT, FOOT = 120.0, 20.0


def reach(line: Line) -> Scale:
    return axes.scale(*bounds([cell for cell in line.cells if cell is not None], ""))


def points(answer: Answer, grid: Grid, box: Box) -> tuple[str, str]:
    """The first line runs across, the second upwards; the home region, which stands first, in the accent."""
    first, second = grid.lines
    across, up = reach(first), reach(second)
    left, top, wide, tall = plot(box, up, RIGHT, head(second.name), 26.0)
    inner = (left, top, wide, tall - FOOT)
    names = [str(each).split(" (")[0] for each in grid.heads]
    spots = [
        (wide * across.part(x or 0.0), inner[3] * up.part(y or 0.0))
        for x, y in zip(first.cells, second.cells, strict=True)
    ]
    sides = ends.beside(spots, names, places.SMALL)
    own, said = "", ""
    for at, name in enumerate(names):
        home = first.colours[at] == LIGHT.accent
        if first.colours[at] != LIGHT.peer:
            mark = series.marker("circle", 11 if home else 9, first.colours[at])
            own += f'<c:dPt><c:idx val="{at}"/>{mark}<c:bubble3D val="0"/></c:dPt>'
        size, shade = (places.READ, LIGHT.accent) if home else (places.SMALL, LIGHT.muted)
        said += series.label(at, name, sides[at], size, shade, home, ends.NO_MOVE)
    drawn = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx>{cells.words(2, 0, [second.name])}</c:tx>'
        f'<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>{series.marker("circle", 9, LIGHT.peer)}{own}'
        f"{series.labels(said)}<c:xVal>{cells.numbers(1, 1, first.cells, cells.code(answer, first))}</c:xVal>"
        f"<c:yVal>{cells.numbers(2, 1, second.cells, cells.code(answer, second))}</c:yVal>"
        '<c:smooth val="0"/></c:ser>'
    )
    return (
        f'{placed(box, inner)}<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{drawn}'
        f'<c:axId val="{axes.ACROSS}"/><c:axId val="{axes.UPWARDS}"/></c:scatterChart>'
        f"{axes.values(across, axes.ACROSS, axes.UPWARDS, 'b', first.name, crosses='midCat')}"
        f"{axes.values(up, axes.UPWARDS, axes.ACROSS, 'l', second.name, named=unit_at_head(), crosses='midCat')}",
        "",
    )
