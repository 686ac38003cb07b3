"""The table of targets as a workbook: a sheet of targets, the rules they were judged by, and their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import said
from lsk_metrics.exports.book import Book
from lsk_metrics.exports.citation import publisher
from lsk_metrics.exports.xlsx import cards, mark, number_format
from lsk_metrics.indicators import labels
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.status import board
from lsk_metrics.indicators.status.rules import RULES, common_words, rule_name, rule_words, state_name
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators.labels import Card
    from lsk_metrics.indicators.status.board import Status

WIDTHS = {"text": 16, "year": 10, "number": 14}


def xlsx_file(found: Sequence[Status]) -> bytes:
    """Sheets in the language spoken: the targets, the rules, the sources, what the board said."""
    made_up = any(each.verdict.kind == "illustrative" for each in found)
    book = Book(marked=mark() if made_up else "")
    snapshot = found[0].snapshot
    book.properties(board.finding(found), _("Targets"), publisher(), snapshot, board.finding(found), day(snapshot))
    targets(book, found)
    rules(book)
    sources(book, found)
    said.sheet(book, {each.indicator.id for each in found}, snapshot)
    return book.finished()


def rules(book: Book) -> None:
    """What a status is judged by, a line a rule."""
    sheet = book.sheet(_("Rules"))
    named = [(f"{each.id}.{each.version}", f"{rule_name(each)}. {rule_words(each)}") for each in RULES.values()]
    for at, (name, words) in enumerate([("", common_words()), *named], book.top(sheet)):
        book.put(sheet, at, 0, name, look="strong")
        book.put(sheet, at, 1, words, look="words")
    book.fit(sheet, {0: 10, 1: 110})


def targets(book: Book, found: Sequence[Status], marked: str | None = None) -> None:
    """A line a target; numbers stay numbers. marked: across the top of this sheet, where not as on all others."""
    heads = [
        (_("Indicator"), "text"), (_("Place"), "text"), (_("Status of the target"), "text"), (_("Reason"), "text"),
        (_("Rule"), "text"), (_("Baseline: year"), "year"), (_("Baseline"), "number"), (_("Latest: year"), "year"),
        (_("Latest"), "number"), (_("Change"), "number"), (_("Target: year"), "year"), (_("Target"), "number"),
        (_("Unit"), "text"), (_("Needed a year"), "number"), (_("Was a year"), "number"), (_("Kind"), "text"),
        (_("Owner of the target"), "text"), (_("Set in"), "text"), (_("Snapshot"), "text"),
    ]  # fmt: skip
    sheet = book.sheet(_("Targets"), marked)
    top = book.headed(sheet, heads)
    for at, each in enumerate(found, top + 1):
        told, digits = board.row(each), each.indicator.decimals
        cells: list[Any] = [
            each.title, each.place_name, state_name(each.verdict.state), each.reason, each.verdict.rule.id,
            told["baseline_year"], told["baseline_value"], told["latest_year"], told["latest_value"], told["change"],
            told["target_year"], told["target_value"], told["unit"], told["required"], told["past"],
            kind_name(each.verdict.kind), told["owner"], told["document"], told["snapshot"],
        ]  # fmt: skip
        for column, cell in enumerate(cells):
            kind = heads[column][1]
            style = (
                "0"
                if kind != "number"
                else number_format(digits + (heads[column][0] in (_("Needed a year"), _("Was a year"))))
            )
            made_up = kind == "number" and each.verdict.kind == "illustrative"
            look = "words" if kind == "text" else "made_up" if made_up else "top"
            book.put(sheet, at, column, cell, style, look=look)
    book.filtered(sheet, top, len(found), len(heads))
    # Numbers stand close, so that a board can print it: their headings take two lines or three.
    book.fit(sheet, {at: WIDTHS[kind] for at, (_name, kind) in enumerate(heads)} | {0: 26, 3: 52, 4: 9, 17: 26})
    sheet.set_row(top, 48)


def sources(book: Book, found: Sequence[Status]) -> None:
    """The card of each source, of figures and of targets."""
    cards(book, rested(found))


def rested(found: Sequence[Status]) -> list[Card]:
    """The cards that statuses rest on, each once."""
    known = labels.cards(found[0].snapshot) if found else {}
    return [known[name] for name in dict.fromkeys(name for each in found for name in board.row(each)["source"].split())]


def day(snapshot: str) -> tuple[int, int, int] | None:
    """The day of a snapshot, which its id begins with."""
    return (int(snapshot[:4]), int(snapshot[4:6]), int(snapshot[6:8])) if snapshot[:8].isdecimal() else None
