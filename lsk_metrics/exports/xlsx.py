"""An answer as a workbook: real numbers with their units, flags and sources, and a chart of the spreadsheet's own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import about, citation, native
from lsk_metrics.exports.book import Book
from lsk_metrics.exports.grid import grid
from lsk_metrics.exports.table import exact
from lsk_metrics.indicators import labels, units
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def rows(book: Book, sheet: Worksheet, answer: Answer) -> None:
    """A line a row: codes and names, value, unit, what bounds it, flag and its meaning, kind, source."""
    heads = [(_("Place"), "text"), (_("Code"), "text")]
    heads += [(answer.group, "text")] if answer.series else []
    heads += [(_("Year"), "year"), (_("Value"), "number"), (_("Unit"), "text")]
    bounded = any(row.low is not None or row.high is not None for row in answer.rows)
    heads += [(_("Lowest"), "number"), (_("Highest"), "number")] if bounded else []
    heads += [(_("Flag"), "text"), (_("Remark"), "text"), (_("Kind"), "text"), (_("Source"), "text")]
    top = book.headed(sheet, heads)
    names = {card.id: card.citation() for card in answer.sources}
    for at, row in enumerate(answer.rows, top + 1):
        for column, cell in enumerate(cells(answer, row, bounded, names)):
            style = number_format(answer.measure(row)[1]) if heads[column][1] == "number" else "0"
            book.put(sheet, at, column, cell, style, row.kind == "illustrative" and heads[column][1] == "number")
    book.filtered(sheet, top, len(answer.rows), len(heads))
    book.fit(sheet)


def cells(answer: Answer, row: Row, bounded: bool, names: dict[str, str]) -> list[Any]:
    unit = units.name(answer.measure(row)[0])
    return [
        answer.place(row.place),
        row.place,
        *([answer.series_name(row.series) if row.series else None] if answer.series else []),
        row.year if answer.indicator.years == "calendar" else answer.period(row),
        exact(row.value),
        unit,
        *([exact(row.low), exact(row.high)] if bounded else []),
        row.flag or None,
        answer.flag_words(row) or None,
        kind_name(row.kind),
        "; ".join(names.get(each, each) for each in row.source.split()),
    ]


def charted(book: Book, answer: Answer, found: Grid) -> None:
    """The sentence, the chart, its source line, and below it the grid it is drawn from."""
    sheet = book.sheet(_("Chart"))
    first = book.top
    book.put(sheet, first, 0, answer.sentence, look="strong")
    number = number_format(answer.indicator.decimals)
    height = native.HEIGHT if found.shape != "bars" else max(300, 110 + native.BAR * len(found.heads))
    top = first + 4 + height // 20
    chart = native.native(book.workbook, found, sheet.get_name(), top, answer.question, answer.unit, number)
    sheet.insert_chart(first + 1, 0, chart, {"description": answer.sentence, "object_position": 3, "y_offset": 6})
    said = "; ".join(card.brief() for card in answer.sources)
    line = " ".join(filter(None, [f"{_('Source')}: {said}.", labels.as_of(answer.sources), citation.note(answer)]))
    book.put(sheet, top - 1, 0, line, look="quiet")
    for column, head in enumerate([found.corner, *(each.name for each in found.lines)]):
        book.put(
            sheet, top, column, head, look="head_number" if column or found.shape not in ("bars", "points") else "head"
        )
    for at, label in enumerate(found.heads):
        book.put(sheet, top + 1 + at, 0, label, "0")
        for column, each in enumerate(found.lines, 1):
            own = number if each.decimals is None else native.number_of(each)
            book.put(sheet, top + 1 + at, column, each.cells[at], own, each.kind == "illustrative")
    longest = max(len(str(head)) for head in [found.corner, *found.heads])
    sheet.set_column(0, 0, min(longest + 4, 46))
    sheet.set_column(1, max(1, len(found.lines)), 30 if found.shape == "points" else 16)
    sheet.set_row(top, 48)
    sheet.hide_gridlines(2)
    sheet.activate()
    sheet.set_first_sheet()


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
    for at, (name, words) in enumerate(about.facts(answer), book.top):
        book.put(sheet, at, 0, name, look="strong")
        book.put(sheet, at, 1, words, look="words")
    book.fit(sheet, {0: 24, 1: 110})
