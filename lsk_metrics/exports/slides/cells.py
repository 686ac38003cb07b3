"""The figures of a chart as its editor opens them: a workbook of one sheet, and references to its cells."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from lsk_metrics.exports.citation import made
from lsk_metrics.exports.native import number_of
from lsk_metrics.exports.xlsx import mark, number_format
from lsk_metrics.figures.drawing.ink import safe
from lsk_metrics.indicators.units import period
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.exports.grid import Grid, Line
    from lsk_metrics.indicators import Answer


def heads(answer: Answer, grid: Grid) -> list[int | str]:
    """What stands on the axis: calendar years as numbers, all else as words."""
    if answer.indicator.years == "calendar":
        return grid.heads
    return [period(each, answer.indicator.years) if isinstance(each, int) else each for each in grid.heads]


def code(answer: Answer, line: Line) -> str:
    """How the numbers of a line are written, in a cell as on the chart."""
    return number_format(answer.indicator.decimals) if line.decimals is None else number_of(line)


def workbook(answer: Answer, grid: Grid) -> bytes:
    """Headings in the first row and column, a column a line; below them the mark of what is made up."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": answer.title, "created": datetime(*(made(answer) or (1980, 1, 1)))})  # noqa: DTZ001
    sheet = book.add_worksheet(_("Data"))
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(grid.lines), 18)
    wrap = book.add_format({"bold": True, "text_wrap": True})
    for column, words in enumerate([grid.corner, *(line.name for line in grid.lines)]):
        sheet.write_string(0, column, words, wrap)
    for row, head in enumerate(heads(answer, grid), 1):
        if isinstance(head, int):
            sheet.write_number(row, 0, head)
        else:
            sheet.write_string(row, 0, head)
    for column, line in enumerate(grid.lines, 1):
        look = book.add_format({"num_format": code(answer, line)})
        for row, cell in enumerate(line.cells, 1):
            if cell is not None:
                sheet.write_number(row, column, cell, look)
    if "illustrative" in answer.kinds:
        sheet.write_string(len(grid.heads) + 2, 0, mark(), book.add_format({"bold": True}))
    book.close()
    return held.getvalue()


def reference(column: int, first: int, last: int) -> str:
    """Cells of one column, rows counted from 0 as in the workbook above."""
    name = _("Data").replace("'", "''")
    return f"'{name}'!{xl_range_abs(first, column, last, column)}"


def words(column: int, first: int, said: Sequence[object]) -> str:
    """A reference to text, with the text itself."""
    points = "".join(f'<c:pt idx="{at}"><c:v>{safe(str(each))}</c:v></c:pt>' for at, each in enumerate(said))
    where = reference(column, first, first + len(said) - 1)
    count = f'<c:ptCount val="{len(said)}"/>'
    return f"<c:strRef><c:f>{safe(where)}</c:f><c:strCache>{count}{points}</c:strCache></c:strRef>"


def numbers(column: int, first: int, values: Sequence[float | int | None], written: str) -> str:
    """A reference to numbers, with the numbers themselves, every digit of them; what is missing has no point."""
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{each!r}</c:v></c:pt>' for at, each in enumerate(values) if each is not None
    )
    where = reference(column, first, first + len(values) - 1)
    return (
        f"<c:numRef><c:f>{safe(where)}</c:f><c:numCache><c:formatCode>{safe(written)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def named(at: int, line: Line) -> str:
    return f"<c:tx>{words(at + 1, 0, [line.name])}</c:tx>"


def categories(answer: Answer, grid: Grid) -> str:
    said = heads(answer, grid)
    years = [each for each in said if isinstance(each, int)]
    inside = numbers(0, 1, years, "0") if years and len(years) == len(said) else words(0, 1, said)
    return f"<c:cat>{inside}</c:cat>"
