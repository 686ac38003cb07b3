"""A spreadsheet's own chart of a grid, in the house's colours: titled with the question, named at the lines' ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

    from lsk_metrics.exports.grid import Grid, Line

WIDTH, HEIGHT, BAR = 980, 460, 26
# Names nearer to each other than this part of the axis would meet.
NEAR = 0.05
TYPE = {"size": 10, "color": LIGHT.muted}


def native(
    book: Workbook, grid: Grid, sheet: str, top: int, question: str, unit: str, number: str, left: int = 0
) -> Any:
    """The chart of a grid that stands on `sheet` with its headings in row `top` from column `left`, counted from 0."""
    if grid.shape == "points":
        return scattered(book, grid, sheet, top, question, left)
    kind = {"course": "line", "growth": "column", "columns": "column", "bars": "bar"}[grid.shape]
    subtype = {"subtype": "stacked"} if kind in ("column", "bar") and len(grid.lines) > 1 else {}
    if grid.shape == "growth":
        subtype = {}
    made = book.add_chart({"type": kind, **subtype})
    sides = beside(grid)
    points = book.add_chart({"type": "line"}) if grid.shape == "growth" and len(grid.lines) > 1 else None
    for at, line in enumerate(grid.lines):
        as_points = points is not None and line.kind == "published"
        series = {
            "name": [sheet, top, left + at + 1],
            "categories": [sheet, top + 1, left, top + len(grid.heads), left],
            "values": [sheet, top + 1, left + at + 1, top + len(grid.heads), left + at + 1],
            **(
                stroke(line, grid, as_points, sides.get(at))
                if kind == "line" or as_points
                else fill(line, grid, number)
            ),
        }
        (points if points is not None and as_points else made).add_series(series)
    if points is not None:
        made.combine(points)
    dress(made, grid, question, unit, number)
    return made


def scattered(book: Workbook, grid: Grid, sheet: str, top: int, question: str, left: int = 0) -> Any:
    """A point a place, each with its name; the home region, which stands first, in the accent."""
    first, second = grid.lines
    made = book.add_chart({"type": "scatter"})
    homes = sum(shade == LIGHT.accent for shade in first.colours.values())
    for start, end, shade in ((0, homes, LIGHT.accent), (homes, len(grid.heads), LIGHT.peer)):
        if start == end:
            continue
        words = {"size": 9, "bold": shade == LIGHT.accent, "color": LIGHT.muted if shade == LIGHT.peer else shade}
        named = [{"value": str(head).split(" (")[0], "font": words} for head in grid.heads[start:end]]
        made.add_series({
            "name": [sheet, top, left + 2],
            "categories": [sheet, top + 1 + start, left + 1, top + end, left + 1],
            "values": [sheet, top + 1 + start, left + 2, top + end, left + 2],
            "marker": {"type": "circle", "size": 9, "fill": {"color": shade}, "border": {"color": shade}},
            "data_labels": {"value": True, "position": "right", "custom": named},
        })  # fmt: skip
    dress(made, grid, question, second.name, number_of(second))
    across = {
        "name": first.name,
        "name_font": {**TYPE, "bold": False},
        "num_font": TYPE,
        "num_format": number_of(first),
    }
    made.set_x_axis({**across, "major_gridlines": {"visible": True, "line": {"color": LIGHT.grid, "width": 0.75}}})
    return made


def number_of(line: Line) -> str:
    """How the numbers of a column with a unit of its own are written."""
    return "#,##0" + ("." + "0" * line.decimals if line.decimals else "")


def stroke(line: Line, grid: Grid, as_points: bool, side: str | None) -> dict[str, Any]:
    """A line in its colour, thick for the home region; peers are named at their last point instead of in a legend."""
    drawn: dict[str, Any] = {"color": line.colour, "width": 2.75 if line.home else 1.25}
    if as_points or line.kind == "illustrative":
        drawn["dash_type"] = "dash"
    filled = {"color": line.colour if line.kind != "derived" else LIGHT.ground}
    size = 9 if as_points else 6 if line.home else 4
    said: dict[str, Any] = {
        "line": drawn,
        "marker": {"type": "circle", "size": size, "border": {"color": line.colour}, "fill": filled},
    }
    if as_points:
        font = {"size": 14, "bold": True, "color": line.colour}
        return said | {"data_labels": {"value": True, "position": "above", "font": font}}
    if side:
        custom: list[dict[str, Any]] = [{"delete": True} for _head in grid.heads]
        custom[line.last] = {"value": line.label}
        font = {"size": 9, "bold": line.home, "color": line.colour if line.home else LIGHT.muted}
        said["data_labels"] = {"value": True, "position": side, "font": font, "custom": custom}
    return said


def beside(grid: Grid) -> dict[int, str]:
    """On which side of its last point each line is named, by its position: of two that are near, one above the other.

    A line that goes on after a break is named where it ends.
    """
    if grid.shape != "course" or len(grid.lines) < 2:
        return {}
    named = [at for at, line in enumerate(grid.lines) if line.last >= 0 and not line.goes_on]
    values = [cell for line in grid.lines for cell in line.cells if cell is not None]
    near = NEAR * ((max(values) - min(values)) or 1)
    ranked = sorted(named, key=lambda at: grid.lines[at].cells[grid.lines[at].last] or 0.0)
    sides = dict.fromkeys(named, "right")
    for below, above in pairwise(ranked):
        one, other = grid.lines[below], grid.lines[above]
        if (other.cells[other.last] or 0.0) - (one.cells[one.last] or 0.0) < near:
            sides[below] = "below" if sides[below] == "right" else sides[below]
            sides[above] = "above" if sides[below] == "below" else "right"
    return sides


def fill(line: Line, grid: Grid, number: str) -> dict[str, Any]:
    """The filling of bars: hatched where it is illustrative; with its value at its end where a line stands alone."""
    said: dict[str, Any] = {"gap": 45, **painted(line.colour, line.kind)}
    if line.colours:
        said["points"] = [painted(line.colours.get(at, line.colour), line.kind) for at in range(len(line.cells))]
    if len(grid.lines) == 1 and grid.shape == "bars":
        font = {"size": 10, "bold": True, "color": LIGHT.ink}
        said["data_labels"] = {"value": True, "num_format": number, "font": font}
    return said | ({"overlap": 100} if len(grid.lines) > 1 else {})


def painted(colour: str, kind: str) -> dict[str, Any]:
    if kind == "illustrative":
        pattern = {"pattern": "wide_upward_diagonal", "fg_color": colour, "bg_color": LIGHT.ground}
        return {"pattern": pattern, "border": {"color": colour}}
    return {"fill": {"color": colour}}


def dress(made: Any, grid: Grid, question: str, unit: str, number: str) -> None:
    """Title, axes and size. Bars run from the first down; values have a quiet grid, and no frame stands around."""
    made.set_title({"name": question, "overlay": False, "name_font": {"size": 14, "bold": True, "color": LIGHT.ink}})
    lines = {"visible": True, "line": {"color": LIGHT.grid, "width": 0.75}}
    values = {
        "name": unit[:1].upper() + unit[1:],
        "name_font": {**TYPE, "bold": False},
        "num_font": TYPE,
        "num_format": number,
        "major_gridlines": lines,
        "line": {"none": True},
    }
    across = {"num_font": TYPE, "line": {"color": LIGHT.muted}, "major_tick_mark": "none"}
    height = HEIGHT
    if grid.shape == "bars":
        plain = {"visible": False, "major_gridlines": {"visible": False}} if len(grid.lines) == 1 else {}
        least = {"min": 0} if all_positive(grid) else {}
        made.set_x_axis({**values, **least, "label_position": "high", **plain})
        made.set_y_axis({**across, "reverse": True, "label_position": "low"})
        height = max(300, 110 + BAR * len(grid.heads))
    else:
        least = {"min": 0} if grid.shape not in ("course", "points") and all_positive(grid) else {}
        made.set_x_axis(across if all_positive(grid) else {**across, "label_position": "low"})
        made.set_y_axis({**values, **least})
    named = len(grid.lines) > 1 and grid.shape not in ("course", "points")
    made.set_legend({"position": "top", "font": TYPE} if named else {"none": True})
    made.show_blanks_as("span")
    made.set_chartarea({"border": {"none": True}, "fill": {"color": LIGHT.ground}})
    made.set_plotarea({"fill": {"none": True}})
    if grid.shape == "course" and len(grid.lines) > 1:  # room for the names at the lines' ends
        made.set_plotarea({"layout": {"x": 0.07, "y": 0.13, "width": 0.72, "height": 0.74}})
    made.set_size({"width": WIDTH, "height": height})


def all_positive(grid: Grid) -> bool:
    return all(cell is None or cell >= 0 for line in grid.lines for cell in line.cells)
