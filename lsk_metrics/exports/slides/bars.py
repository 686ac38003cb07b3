"""Charts of bars and columns: one colour with the value at each end, or stacked parts with a legend above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import axes, cells, fitting, places, series
from lsk_metrics.exports.slides.course import head, placed, plot, under, unit_at_head, upper
from lsk_metrics.exports.slides.totals import totals
from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators import Answer

LEGEND, WIDEST, AT_MOST = 20.0, 480.0, 540.0


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


def drawn(answer: Answer, grid: Grid, size: float, sums: dict[int, str]) -> str:
    said = ""
    for at, line in enumerate(grid.lines):
        code = cells.code(answer, line)
        said += (
            f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{cells.named(at, line)}{series.surface(line)}'
            f"{series.labels(sums[at]) if at in sums else ''}"
            f"{series.said(answer, grid, line, code, size) if grid.shape == 'bars' else ''}"
            f"{cells.categories(answer, grid)}<c:val>{cells.numbers(at + 1, 1, line.cells, code)}</c:val></c:ser>"
        )
    return said


def chart(answer: Answer, grid: Grid, way: str, size: float, gap: int, sums: dict[int, str]) -> str:
    many = len(grid.lines) > 1
    return (
        f'<c:barChart><c:barDir val="{way}"/><c:grouping val="{"stacked" if many else "clustered"}"/>'
        f'<c:varyColors val="0"/>{drawn(answer, grid, size, sums)}<c:gapWidth val="{gap}"/>'
        f'{"<c:overlap val=" + chr(34) + "100" + chr(34) + "/>" if many else ""}<c:axId val="{axes.ACROSS}"/>'
        f'<c:axId val="{axes.UPWARDS}"/></c:barChart>'
    )


def bars(answer: Answer, grid: Grid, box: Box, whole: Grid) -> tuple[str, str]:
    """A bar a part, the first on top; its label as large as the rows allow. whole has the bars of all slides, so that
    they share one scale."""
    low, high = reach(whole)
    found = axes.scale(low, high * 1.02, not answer.indicator.decimals)
    many = len(grid.lines) > 1
    top = head(answer.unit)
    said, tall = legend(grid, box, top)
    top, bottom = top + tall, 22.0 if many else 4.0
    size, left = named(grid, (box.tall - top - bottom) / max(1, len(grid.heads)))
    inner = (left, top, box.wide - left - (48 if many else 76), box.tall - top - bottom)
    sums = totals(answer, grid, found, inner, box, lying=True)
    return (
        f"{placed(box, inner)}{chart(answer, grid, 'bar', size, 45, sums)}"
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


def named(grid: Grid, row: float) -> tuple[float, float]:
    """The size of the labels in rows so many points tall, and the room they take on the left: on one line each, since
    programs break longer ones as they like, and leave out what would meet its neighbour."""
    wanted = [size for size in (places.READ, places.SMALL, places.LEAST) if 1.3 * size <= row] or [places.LEAST]
    runs = {size: max(fitting.width(str(each), size) for each in grid.heads) + 12 for size in wanted}
    size = next((size for size in wanted if runs[size] <= WIDEST), wanted[-1])
    return size, min(runs[size], AT_MOST)


def columns(answer: Answer, grid: Grid, box: Box) -> tuple[str, str]:
    """A column a year."""
    low, high = reach(grid)
    found = axes.scale(low, high * 1.1, not answer.indicator.decimals)
    said, tall = legend(grid, box, head(answer.unit))
    below = under(answer, grid, box, found, 20)
    left, top, wide, down = plot(box, found, 20, head(answer.unit), below.tall)
    inner = (left, top + tall, wide, down - tall)
    sums = totals(answer, grid, found, inner, box, lying=False)
    return (
        f"{placed(box, inner)}{chart(answer, grid, 'col', places.READ, 38, sums)}"
        f"{below.axis()}"
        f"{axes.values(found, axes.UPWARDS, axes.ACROSS, 'l', upper(answer), named=unit_at_head())}",
        said,
    )
