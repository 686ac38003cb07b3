"""Charts over years as lines: the course of one place or several, growth between published points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import axes, cells, ends, fitting, places, series
from lsk_metrics.figures.axes import bounds

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.exports.slides.axes import Scale
    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators import Answer

TOP, UNBROKEN = 26.0, 150.0
# Left, top, width and height of the plot, in points of the chart.
Inner = tuple[float, float, float, float]


def head(unit: str) -> float:
    """How tall the unit above the plot may come out: programs break long titles of an axis."""
    more = fitting.lines(unit, places.SMALL, UNBROKEN) - 1
    return TOP + more * places.SMALL * fitting.LEADING


def plot(box: Box, found: Scale, right: float, top: float, foot: float) -> Inner:
    """The plot within the chart: beside it room for numbers, below it for years, on the right for names."""
    left = found.widest + 14
    return left, top, box.wide - left - right, box.tall - top - foot


def under(answer: Answer, grid: Grid, box: Box, found: Scale, right: float) -> axes.Labels:
    """The labels of the years."""
    return axes.years(cells.heads(answer, grid), box.wide - found.widest - 14 - right)


def placed(box: Box, inner: Inner) -> str:
    left, top, wide, tall = inner
    return axes.layout(left / box.wide, top / box.tall, wide / box.wide, tall / box.tall, inner=True)


def upper(answer: Answer) -> str:
    """The unit as it stands above the axis."""
    return answer.unit[:1].upper() + answer.unit[1:]


def unit_at_head() -> str:
    return axes.layout(0.002, 0.0, 0, 0)


def course(answer: Answer, grid: Grid, box: Box) -> tuple[str, str]:
    """A line each, the home region's on top, named where they end; a break is a gap."""
    known = [cell for line in grid.lines for cell in line.cells if cell is not None]
    found = axes.scale(*bounds(known, answer.indicator.unit))
    tips = ends.tips(answer, grid)
    right = ends.widest(tips) + 22
    below = under(answer, grid, box, found, right)
    inner = plot(box, found, right, head(answer.unit), below.tall)
    named = ends.placed(grid, tips, found, inner[2:], (box.wide, box.tall))
    drawn = ""
    for order, at in enumerate(sorted(range(len(grid.lines)), key=lambda at: (grid.lines[at].home, -at))):
        line = grid.lines[at]
        code = next((row.series or "" for row in line.rows.values()), "")
        drawn += (
            f'<c:ser><c:idx val="{at}"/><c:order val="{order}"/>{cells.named(at, line)}{series.course(line, code)}'
            f"{series.labels(named.get(at, ''))}{cells.categories(answer, grid)}"
            f"<c:val>{cells.numbers(at + 1, 1, line.cells, cells.code(answer, line))}</c:val>"
            '<c:smooth val="0"/></c:ser>'
        )
    return (
        f'{placed(box, inner)}<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}'
        f'<c:marker val="1"/><c:axId val="{axes.ACROSS}"/><c:axId val="{axes.UPWARDS}"/></c:lineChart>'
        f"{below.axis()}"
        f"{axes.values(found, axes.UPWARDS, axes.ACROSS, 'l', upper(answer), named=unit_at_head(), crosses='midCat')}",
        "",
    )


def growth(answer: Answer, grid: Grid, box: Box) -> tuple[str, str]:
    """The register's years as columns, published end points above them with their number."""
    known = [cell for line in grid.lines for cell in line.cells if cell is not None]
    whole = not answer.indicator.decimals
    found = axes.scale(min(0.0, *known) * 1.16, max(known) * 1.16, whole)
    below = under(answer, grid, box, found, 20)
    inner = plot(box, found, 20, head(answer.unit), below.tall)
    parts = {"bar": "", "line": ""}
    for at, line in enumerate(grid.lines):
        dotted = line.kind in ("published", "derived")
        code = cells.code(answer, line)
        look = series.between(line) if dotted else series.surface(line)
        told = series.labels("", series.valued(code, 18, "t", line.colour)) if dotted else ""
        parts["line" if dotted else "bar"] += (
            f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{cells.named(at, line)}{look}{told}'
            f"{cells.categories(answer, grid)}<c:val>{cells.numbers(at + 1, 1, line.cells, code)}</c:val>"
            + ('<c:smooth val="0"/></c:ser>' if dotted else "</c:ser>")
        )
    axis = f'<c:axId val="{axes.ACROSS}"/><c:axId val="{axes.UPWARDS}"/>'
    drawn = ""
    if parts["bar"]:
        drawn += (
            f'<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>{parts["bar"]}'
            f'<c:gapWidth val="38"/>{axis}</c:barChart>'
        )
    if parts["line"]:
        drawn += (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{parts["line"]}'
            f'<c:marker val="1"/>{axis}</c:lineChart>'
        )
    return (
        f"{placed(box, inner)}{drawn}{below.axis()}"
        f"{axes.values(found, axes.UPWARDS, axes.ACROSS, 'l', upper(answer), named=unit_at_head())}",
        "",
    )
