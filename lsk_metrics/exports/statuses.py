"""The table of targets as files: every status with its reason, numbers and sources, as `lsk status` gives it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from lsk_metrics.exports.names import safe
from lsk_metrics.indicators.status import board
from lsk_metrics.language import spoken
from lsk_metrics.spreadsheets import inert_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lsk_metrics.indicators.status.board import Status


def csv_file(found: Sequence[Status]) -> bytes:
    """The rows that `lsk status` gives: codes, plain numbers with every digit, and the sentence."""
    rows = [board.row(each) for each in found]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(inert_rows(rows))
    return text.getvalue().encode("utf-8-sig")


def xlsx_file(found: Sequence[Status]) -> bytes:
    """Sheets in the language spoken; what writes workbooks is read only now."""
    from lsk_metrics.exports import status_book

    return status_book.xlsx_file(found)


def file_name(found: Sequence[Status], ending: str) -> str:
    """ASCII; illustrative ones say so in the name."""
    made_up = "illustrative_" if any(each.verdict.kind == "illustrative" for each in found) else ""
    return f"targets_{made_up}{spoken()}_{safe(found[0].snapshot)}.{ending}"


FORMS: dict[str, tuple[str, Callable[[Sequence[Status]], bytes]]] = {
    "csv": ("text/csv", csv_file),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_file),
}
