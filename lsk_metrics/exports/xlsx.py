"""An answer as a workbook: real numbers with their units, flags and sources, and a chart of the spreadsheet's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lsk_metrics.exports import about, citation, native
from lsk_metrics.exports.book import Book
from lsk_metrics.exports.grid import grid
from lsk_metrics.exports.table import exact
from lsk_metrics.indicators import labels, units
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from xlsxwriter.worksheet import Worksheet

    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.indicators import Answer, Row
    from lsk_metrics.indicators.labels import Card


def xlsx_file(answer: Answer) -> bytes:
    """Sheets in the language spoken: the chart and its grid where there is one, all rows, sources, about."""
    book = Book(marked=mark() if "illustrative" in answer.kinds else "")
    book.properties(
        title=answer.title,
        subject=answer.question,
        author="; ".join(citation.producers(answer)),
        keywords=", ".join([answer.indicator.id, answer.snapshot, *answer.kinds]),
        comments=f"{answer.sentence} {citation.note(answer)}",
        made=citation.made(answer),
    )
    found = grid(answer)
    data = book.sheet(_("Data"))
    if found:
        charted(book, answer, found)
    rows(book, data, answer)
    sources(book, answer)
    told(book, answer)
    return book.finished()


def mark() -> str:
    return _("ILLUSTRATIVE – made-up figures that describe no real organisation")


def number_format(decimals: int) -> str:
    """As many decimals as the indicator is told with; the cell holds all of them."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def rows(book: Book, sheet: Worksheet, answer: Answer, below: int = 0, brief: bool = False) -> tuple[int, int]:
    """A line a row: codes and names, value, unit, what bounds it, flag and its meaning, kind, source.

    Gives the row of the headings, so many `below` the sheet's first, and how many columns there are. brief: what the
    sheet says once elsewhere is left out, and a source is named by its id.
    """
    names = {} if brief else {card.id: card.citation() for card in answer.sources}
    shown = [each for each in columns(answer, names) if not (brief and each.told_once)]
    top = book.headed(sheet, [(each.name, each.type) for each in shown], below)
    for at, row in enumerate(answer.rows, top + 1):
        for column, each in enumerate(shown):
            numeric = each.type == "number"
            style = number_format(answer.measure(row)[1]) if numeric else "0"
            book.put(sheet, at, column, each.cell(row), style, row.kind == "illustrative" and numeric)
    book.filtered(sheet, top, len(answer.rows), len(shown))
    book.fit(sheet)
    return top, len(shown)


class Shown(NamedTuple):
    """A column of a sheet: heading, what is below it (text, year or number), and its cell of a row.

    told_once: the same all the way down, or explained beside the table.
    """

    name: str
    type: str
    cell: Callable[[Row], Any]
    told_once: bool = False


def columns(answer: Answer, names: Mapping[str, str]) -> list[Shown]:
    """The columns of an answer's sheet; names: what a source is called, by its id, where not by that."""
    calendar = answer.indicator.years == "calendar"
    bounded = any(row.low is not None or row.high is not None for row in answer.rows)
    found = [
        Shown(_("Place"), "text", lambda row: answer.place(row.place)),
        Shown(_("Code"), "text", lambda row: row.place),
        Shown(answer.group, "text", lambda row: answer.series_name(row.series) if row.series else None),
        Shown(_("Year"), "year", lambda row: row.year if calendar else answer.period(row)),
        Shown(_("Value"), "number", lambda row: exact(row.value)),
        Shown(
            _("Unit"), "text", lambda row: units.name(answer.measure(row)[0]), told_once=answer.indicator.unit != "own"
        ),
        Shown(_("Lowest"), "number", lambda row: exact(row.low)),
        Shown(_("Highest"), "number", lambda row: exact(row.high)),
        Shown(_("Flag"), "text", lambda row: row.flag or None),
        Shown(_("Remark"), "text", lambda row: answer.flag_words(row) or None, told_once=True),
        Shown(_("Kind"), "text", lambda row: kind_name(row.kind)),
        Shown(_("Source"), "text", lambda row: "; ".join(names.get(each, each) for each in row.source.split())),
    ]
    left_out = set() if answer.series else {answer.group}
    left_out |= set() if bounded else {_("Lowest"), _("Highest")}
    return [each for each in found if each.name not in left_out]


def charted(book: Book, answer: Answer, found: Grid) -> None:
    """The sentence, the chart, its source line, and below it the grid it is drawn from."""
    sheet = book.sheet(_("Chart"))
    first = book.top(sheet)
    book.put(sheet, first, 0, answer.sentence, look="strong")
    number = number_format(answer.indicator.decimals)
    height = native.HEIGHT if found.shape != "bars" else max(300, 110 + native.BAR * len(found.heads))
    top = first + 4 + height // 20
    chart = native.native(book.workbook, found, sheet.get_name(), top, answer.question, answer.unit, number)
    sheet.insert_chart(first + 1, 0, chart, {"description": answer.sentence, "object_position": 3, "y_offset": 6})
    book.put(sheet, top - 1, 0, source_line(answer), look="quiet")
    laid(book, sheet, found, top, 0, number)
    sheet.set_row(top, 48)
    sheet.hide_gridlines(2)
    sheet.activate()
    sheet.set_first_sheet()


def laid(book: Book, sheet: Worksheet, found: Grid, top: int, left: int, number: str) -> None:
    """The grid a chart is drawn from, its headings in row `top`, with its columns as wide as they must be."""
    for column, head in enumerate([found.corner, *(each.name for each in found.lines)]):
        numeric = column or found.shape not in ("bars", "points")
        book.put(sheet, top, left + column, head, look="head_number" if numeric else "head")
    for at, label in enumerate(found.heads):
        book.put(sheet, top + 1 + at, left, label, "0")
        for column, each in enumerate(found.lines, 1):
            own = number if each.decimals is None else native.number_of(each)
            book.put(sheet, top + 1 + at, left + column, each.cells[at], own, each.kind == "illustrative")
    longest = max(len(str(head)) for head in [found.corner, *found.heads])
    sheet.set_column(left, left, min(longest + 4, 46))
    sheet.set_column(left + 1, left + max(1, len(found.lines)), 30 if found.shape == "points" else 16)


def source_line(answer: Answer) -> str:
    """Who made the figures, how old they are, and of which snapshot."""
    said = "; ".join(card.brief() for card in answer.sources)
    return " ".join(filter(None, [f"{_('Source')}: {said}.", labels.as_of(answer.sources), citation.note(answer)]))


def sources(book: Book, answer: Answer) -> None:
    """A line a source, as its card says it, with the checksum of the very file; then every caveat."""
    sheet, after = cards(book, answer.sources)
    for at, words in enumerate([_("What must be known of these figures"), *answer.caveats]):
        book.put(sheet, after + at, 0, words, look="quiet" if at else "strong")


def cards(book: Book, found: Sequence[Card]) -> tuple[Worksheet, int]:
    """The sheet of source cards, a line each, and the line below it where something else may begin."""
    sheet = book.sheet(_("Sources"))
    heads = [
        _("Source"), _("Producer"), _("Title"), _("Kind"), _("Licence"), _("Published on"), _("Copy of"), _("Address"),
        _("File"), "SHA-256", _("Note"),
    ]  # fmt: skip
    top = book.headed(sheet, [(name, "text") for name in heads])
    for at, card in enumerate(found, top + 1):
        for column, cell in enumerate(about.card_cells(card)):
            book.put(sheet, at, column, cell, look="words")
    book.fit(sheet)
    return sheet, top + len(found) + 2


def told(book: Book, answer: Answer) -> None:
    """What was asked, what the answer is, and how to get it again."""
    sheet = book.sheet(_("About"))
    for at, (name, words) in enumerate(about.facts(answer), book.top(sheet)):
        book.put(sheet, at, 0, name, look="strong")
        book.put(sheet, at, 1, words, look="words")
    book.fit(sheet, {0: 24, 1: 110})
