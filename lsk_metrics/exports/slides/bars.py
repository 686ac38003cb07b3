"""Charts of bars and columns: one colour with the value at each end, or stacked parts with a legend above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import axes, cells, fitting, places, series
from lsk_metrics.exports.slides.course import head as course_head
from lsk_metrics.exports.slides.course import placed, plot, unit_at_head, upper
from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators import Answer

LEGEND, WIDEST = 20.0, 300.0


def reach(grid: Grid) -> tuple[float, float]:
    """From zero to the end of the longest bar, stacked ones added up as they stand."""
    sums = [
        (sum(min(cell or 0.0, 0.0) for cell in cells_), sum(max(cell or 0.0, 0.0) for cell in cells_))
        for cells_ in zip(*(line.cells for line in grid.lines), strict=True)
    ]
    return min([0.0, *(low for low, _high in sums)]), max([0.0, *(high for _low, high in sums)])


def legend(grid: Grid, box: Box, top: float) -> tuple[str, float]:
    """Names of stacked parts above the plot, and how tall they stand."""
    if len(grid.lines) < 2:
        return "", 0.0
    run = sum(fitting.width(line.name, places.SMALL) + 40 for line in grid.lines)
    tall = LEGEND * -int(-run // box.wide)
    place = axes.layout(0.0, top / box.tall, 1.0, tall / box.tall)
    text = series.quiet()
    return f'<c:legend><c:legendPos val="t"/>{place}<c:overlay val="0"/>{text}</c:legend>', tall


def drawn(answer: Answer, grid: Grid, size: float) -> str:
    said = ""
    for at, line in enumerate(grid.lines):
        code = cells.code(answer, line)
        said += (
            f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{cells.named(at, line)}{series.surface(line)}'
            f"{series.said(answer, grid, line, code, size) if grid.shape == 'bars' else ''}"
            f"{cells.categories(answer, grid)}<c:val>{cells.numbers(at + 1, 1, line.cells, code)}</c:val></c:ser>"
        )
    return said


def chart(answer: Answer, grid: Grid, way: str, size: float, gap: int) -> str:
    many = len(grid.lines) > 1
    return (
        f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{"stacked" if many else "clustered"}"/>'
        f'<c:varyColors val="0"/>{drawn(answer, grid, size)}<c:gapWidth val="{gap}"/>'
        f'{"<c:overlap val=" + chr(34) + "100" + chr(34) + "/>" if many else ""}<c:axId val="{axes.ACROSS}"/>'
        f'<c:axId val="{axes.UPWARDS}"/></c:barChart>'
    )


def bars(answer: Answer, grid: Grid, box: Box) -> tuple[str, str]:
    """A bar a part, the first on top; its label as large as the rows allow."""
    low, high = reach(grid)
    found = axes.scale(low, high * 1.02, not answer.indicator.decimals)
    many = len(grid.lines) > 1
    head = course_head(answer)
    said, tall = legend(grid, box, head)
    top, bottom = head + tall, 22.0 if many else 4.0
    row = (box.tall - top - bottom) / max(1, len(grid.heads))
    size = places.READ if row >= 22 else places.SMALL if row >= 15 else places.LEAST - 1
    longest = max(fitting.width(str(head), size) for head in grid.heads)
    left = min(longest + 12, WIDEST)
    inner = (left, top, box.wide - left - (24 if many else 76), box.tall - top - bottom)
    return (
        f"{placed(box, inner)}{chart(answer, grid, 'bar', size, 45)}"
        f"{axes.categories('l', size, down=True, shade=LIGHT.ink)}"
        + axes.values(
            found,
            axes.UPWARDS,
            axes.ACROSS,
            "b" if many else "t",
            upper(answer),
            named=unit_at_head(),
            hidden=not many,
            down=many,
        ),
        said,
    )


def columns(answer: Answer, grid: Grid, box: Box) -> tuple[str, str]:
    """A column a year."""
    low, high = reach(grid)
    found = axes.scale(low, high * 1.02, not answer.indicator.decimals)
    said, tall = legend(grid, box, course_head(answer))
    left, top, wide, down = plot(box, found, 20, course_head(answer))
    inner = (left, top + tall, wide, down - tall)
    skip = axes.every(cells.heads(answer, grid), wide, places.READ)
    return (
        f"{placed(box, inner)}{chart(answer, grid, 'col', places.READ, 38)}"
        f"{axes.categories('b', places.READ, skip=skip)}"
        f"{axes.values(found, axes.UPWARDS, axes.ACROSS, 'l', upper(answer), named=unit_at_head())}",
        said,
    )
