"""An answer as CSV: codes and names, plain numbers with every digit, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from lsk_metrics.exports import table
from lsk_metrics.spreadsheets import inert, inert_rows

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer


def csv_file(answer: Answer) -> bytes:
    """UTF-8 with a mark at its start, by which spreadsheets know the Polish letters; commas, and a point in numbers."""
    text = io.StringIO()
    names = [str(inert(column.name)) for column in table.columns(answer)]
    writer = csv.DictWriter(text, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(inert_rows(table.rows(answer)))
    return text.getvalue().encode("utf-8-sig")
