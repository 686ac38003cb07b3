"""A review as one workbook: what it says, a sheet for each of its figures, its targets, comments and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports import about, annex_sheet, citation, said, status_book
from lsk_metrics.exports.book import Book
from lsk_metrics.exports.xlsx import cards, mark
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card
    from lsk_metrics.indicators.reviews import Review


def xlsx_pack(review: Review) -> bytes:
    """The workbook in the language spoken: contents, a sheet an answer, targets and their rules, comments, sources."""
    book = Book(foot=f"{review.title}, {review.date}")
    year, month, day = map(int, review.on.split("-"))
    found = [f"{at}. {answer.sentence}" for at, answer in enumerate(review.answers, 1)]
    author = "; ".join(dict.fromkeys(name for answer in review.answers for name in citation.producers(answer)))
    keywords = ", ".join([review.id, review.snapshot])
    book.properties(review.title, review.date, author, keywords, " ".join(found)[:8000], (year, month, day))
    first = book.sheet(_("Contents"))
    names = [annex_sheet.written(book, answer, at) for at, answer in enumerate(review.answers, 1)]
    if review.targets:
        made_up = any(each.verdict.kind == "illustrative" for each in review.targets)
        status_book.targets(book, review.targets, mark() if made_up else "")
        status_book.rules(book)
    said.sheet(book, {each.indicator for each in review.steps}, review.snapshot)
    cards(book, rested(review))
    contents(book, first, review, names)
    return book.finished()


def rested(review: Review) -> list[Card]:
    """The source cards of all figures and targets, each once."""
    found = [*review.sources, *(status_book.rested(review.targets) if review.targets else [])]
    return list({card.id: card for card in found}.values())


def contents(book: Book, sheet: Worksheet, review: Review, names: list[str]) -> None:
    """What each sheet says in a sentence and what kind of truth that is, with a way to it; then the other sheets."""
    heads = [
        (_("No."), "text"), (_("What it says"), "text"), (_("Kind"), "text"), (_("Indicator"), "text"),
        (_("Unit"), "text"), (_("Period"), "text"), (_("Sheet"), "text"),
    ]  # fmt: skip
    top = book.headed(sheet, heads, below=3)
    at = top
    for at, (answer, name) in enumerate(zip(review.answers, names, strict=True), top + 1):
        cells = [at - top, answer.sentence, kinds(answer), answer.title, answer.unit, about.period(answer)]
        for column, cell in enumerate(cells):
            book.put(sheet, at, column, cell, "0", look="words" if column else "top")
        linked(book, sheet, at, 6, name)
    others = [each.get_name() for each in book.workbook.worksheets()[len(names) + 1 :]]
    for at, name in enumerate(others, at + 1):  # noqa: B020
        linked(book, sheet, at, 6, name)
    book.fit(sheet, {0: 5, 1: 72, 2: 16, 3: 30, 4: 20, 5: 12, 6: 34})
    what = _("Figures: {n}. Snapshot {snapshot}. {program}. Review {id}.").format(
        n=number(len(names)), snapshot=review.snapshot, program=citation.publisher(), id=review.id
    )
    warned = [_("Sheets with an orange tab show made-up figures.")] if review.illustrative else []
    for row, (words, look) in enumerate(
        [(f"{review.title}, {review.date}", "title"), (" ".join([what, *warned]), "quiet"), (review.command, "quiet")]
    ):
        book.put(sheet, row, 0, words, look=look)
    sheet.set_row(0, 26)
    sheet.hide_gridlines(2)
    sheet.activate()


def kinds(answer: Answer) -> str:
    return ", ".join(kind_name(kind) for kind in answer.kinds)


def linked(book: Book, sheet: Worksheet, row: int, column: int, name: str) -> None:
    """A cell that leads to another sheet, and says its name."""
    where = name.replace("'", "''")
    sheet.write_url(row, column, f"internal:'{where}'!A1", book.format("link"), name, _("To the sheet"))
