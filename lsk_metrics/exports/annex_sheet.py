"""One answer on a sheet of a review's workbook: its sentence, rows and chart, and all that must be known of them."""

from __future__ import annotations

import re
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from lsk_metrics.exports import about, native, xlsx
from lsk_metrics.exports.book import LINE
from lsk_metrics.exports.chart import png_file
from lsk_metrics.exports.grid import grid
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lsk_metrics.exports.book import Book
    from lsk_metrics.indicators import Answer

LONGEST = 31  # letters that a spreadsheet takes in a sheet's name
CLOSED = re.compile(r"[\[\]:*?/\\]+")
WIDTH, PIXELS, ROW = 860, 64, 20  # of a chart; of a column left as it is; of a row
COLUMNS = ceil(WIDTH / PIXELS)
# Letters of what stands before the words below the rows; how much more room wrapped lines take than their letters.
NAMES, LOOSE = 24, 1.08
LETTERS, LARGE = 9, 1.45  # how many go into such a column; how much more room those of the sentence take


def written(book: Book, answer: Answer, at: int) -> str:
    """Write the sheet of figure number `at`; gives its name.

    Down the left stand the rows, beside them the chart and, not printed, the grid it is drawn from; below both what
    must be known of them.
    """
    name = sheet_name(answer, at)
    made_up = "illustrative" in answer.kinds
    sheet = book.sheet(name, xlsx.mark() if made_up else "")
    top, wide = xlsx.rows(book, sheet, answer, below=3, brief=True)
    widths = dict(book.widths[name])
    widths[0] = max(widths[0], NAMES)
    sheet.set_column(0, 0, book.width(widths[0]))
    first = book.top(sheet)
    for row, words in enumerate([headline(answer), xlsx.source_line(answer)], first + 1):
        book.put(sheet, row, 0, words, look="quiet")
    end = max(top + len(answer.rows), top + charted(book, sheet, answer, top, wide + 1)) + 2
    room = sum(book.width(widths.get(column, 0)) for column in range(1, wide))
    last = noted(book, sheet, answer, end, wide, room)
    headed(book, sheet, answer.sentence, first, wide + COLUMNS, room + book.width(widths.get(0, 0)) + COLUMNS * LETTERS)
    sheet.print_area(0, 0, last, wide + COLUMNS)
    return name


def headed(book: Book, sheet: Worksheet, sentence: str, row: int, last: int, room: int) -> None:
    """The sentence in large letters; on as many lines as it takes where it would run off the printed page."""
    lines = ceil(LARGE * len(sentence) / room)
    look = "title" if lines == 1 else "long_title"
    if lines > 1:
        sheet.merge_range(row, 0, row, last, "", book.format(look))
    book.put(sheet, row, 0, sentence, look=look)
    sheet.set_row(row, 20 * lines)


def sheet_name(answer: Answer, at: int) -> str:
    """The number, which tells it from all others, and as much of the title as a sheet's name takes."""
    words = " ".join(CLOSED.sub(" ", answer.title).split())
    name = f"{at:02d} {words}"
    whole = name if len(name) <= LONGEST else name[: LONGEST + 1].rpartition(" ")[0]
    return (whole if len(whole) > LONGEST // 2 else name[:LONGEST]).rstrip(" '(,;:")


def headline(answer: Answer) -> str:
    """Question, unit, period and kind in a line."""
    said = [
        answer.question,
        f"{_('Unit')}: {answer.unit}",
        f"{_('Period')}: {about.period(answer)}" if answer.rows else "",
        f"{_('Kind')}: {', '.join(kind_name(kind) for kind in answer.kinds)}" if answer.kinds else "",
    ]
    return " · ".join(filter(None, said))


def charted(book: Book, sheet: Worksheet, answer: Answer, top: int, left: int) -> int:
    """The chart beside the rows, and right of it the grid it is drawn from; gives how many rows high it is."""
    found = grid(answer)
    if found is None:
        return pictured(sheet, answer, top, left)
    number = xlsx.number_format(answer.indicator.decimals)
    beyond = left + COLUMNS + 1
    chart = native.native(
        book.workbook, found, sheet.get_name(), top, answer.question, answer.unit, number, left=beyond
    )
    height = native.HEIGHT if found.shape != "bars" else max(300, 110 + native.BAR * len(found.heads))
    chart.set_size({"width": WIDTH, "height": height})
    sheet.insert_chart(top + 1, left, chart, {"description": answer.sentence, "object_position": 3})
    book.put(sheet, top - 1, beyond, _("What the chart is drawn from"), look="quiet")
    xlsx.laid(book, sheet, found, top, beyond, number)
    return max(ceil(height / ROW) + 1, len(found.heads))


def pictured(sheet: Worksheet, answer: Answer, top: int, left: int) -> int:
    """Where no chart of a spreadsheet's own says the same, the picture, if there is one."""
    if draw_for(answer) is None:
        return 0
    content = png_file(answer)
    wide, high = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))  # as PNG begins
    scale = WIDTH / wide
    said = {"description": answer.sentence, "x_scale": scale, "y_scale": scale, "object_position": 3}
    sheet.insert_image(top + 1, left, f"{answer.key}.png", {"image_data": BytesIO(content), **said})
    return ceil(high * scale / ROW) + 1


def noted(book: Book, sheet: Worksheet, answer: Answer, top: int, wide: int, room: int) -> int:
    """Names and words below the rows, each as wide as these are; gives the last row."""
    flags = "; ".join(f"{letter} – {words}" for letter, words in about.flag_lines([answer]))
    lines = [*about.facts(answer), (_("Period"), about.period(answer)), (_("Flags"), flags)]
    lines += named(_("What must be known"), answer.caveats)
    lines += named(_("Sources"), [card.citation() for card in answer.sources])
    lines = [(name, words) for name, words in lines if words]
    for row, (name, words) in enumerate(lines, top):
        book.put(sheet, row, 0, name, look="label")
        sheet.merge_range(row, 1, row, wide - 1, "", book.format("words"))
        book.put(sheet, row, 1, words, look="words")
        rows = max(ceil(LOOSE * len(words) / max(room, 1)), ceil(LOOSE * len(name) / NAMES), 1)
        sheet.set_row(row, LINE * rows)
    return top + len(lines)


def named(name: str, texts: list[str]) -> list[tuple[str, str]]:
    """Lines under one name, which stands beside the first."""
    return [(name if at == 0 else "", words) for at, words in enumerate(texts)]
