"""A list of rows that is no answer, such as what changed or what is missing, as CSV and as a workbook."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence

from lsk_metrics.exports import said
from lsk_metrics.exports.book import Book
from lsk_metrics.exports.xlsx import mark
from lsk_metrics.language import gettext as _
from lsk_metrics.spreadsheets import inert, inert_rows

Rows = Sequence[Mapping[str, str | int]]


def csv_list(rows: Rows) -> bytes:
    """Headings are the keys of the first row. UTF-8 with the mark by which spreadsheets know the Polish letters."""
    text = io.StringIO()
    names = [str(inert(name)) for name in (rows[0] if rows else {})]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(inert_rows(rows))
    return text.getvalue().encode("utf-8-sig")


def xlsx_list(
    title: str, rows: Rows, about: Sequence[str], snapshot: str, sample: bool = False, subjects: Collection[str] = ()
) -> bytes:
    """A sheet with the rows, one that says what they are, and the comments on subjects; equal rows give equal bytes.

    sample: figures of the made-up sample are among them, and each sheet says so across its top.
    """
    book = Book(marked=mark() if sample else "")
    day = (int(snapshot[:4]), int(snapshot[4:6]), int(snapshot[6:8])) if snapshot[:8].isdigit() else None
    book.properties(title=title, subject="", author="", keywords=snapshot, comments=" ".join(about), made=day)
    sheet = book.sheet(_("Data"))
    names = list(rows[0]) if rows else []
    top = book.headed(sheet, [(name, "number" if numeric(rows, name) else "text") for name in names])
    for at, row in enumerate(rows):
        for column, name in enumerate(names):
            value = row[name]
            book.put(sheet, top + 1 + at, column, value, look="words" if isinstance(value, str) else "")
    book.filtered(sheet, top, len(rows), len(names))
    if rows:
        book.fit(sheet)
    told = book.sheet(_("About"))
    for at, words in enumerate([title, *about]):
        book.put(told, book.top(told) + at, 0, words, look="strong" if at == 0 else "words")
    book.fit(told, {0: 100})
    said.sheet(book, subjects, snapshot)
    return book.finished()


def numeric(rows: Rows, name: str) -> bool:
    return all(isinstance(row[name], int) for row in rows)
