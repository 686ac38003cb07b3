"""Tables in CSV, read as text so that no cell is lost to a guessed type."""

import csv
from pathlib import Path
from typing import Any

from lsk_metrics.errors import SourceError
from lsk_metrics.warehouse.draft import Text


def read(path: Path) -> list[Text]:
    """Rows by column name; an empty cell is None. Raises SourceError where a row has the wrong length."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return table(path.name, csv.reader(file))
    except (UnicodeDecodeError, csv.Error) as reason:
        raise SourceError(f"{path.name} is no CSV in UTF-8 ({reason}). Save it as “CSV UTF-8”.") from reason


def table(name: str, lines: Any) -> list[Text]:
    """The rows that a reader of CSV gives."""
    header = next(lines, None)
    if not header:
        raise SourceError(f"{name} is empty; it should begin with a line of column names.")
    if twice := {column for column in header if header.count(column) > 1}:
        raise SourceError(f"{name} has the column “{min(twice)[:80]}” twice.")
    rows: list[Text] = []
    for cells in lines:
        if len(cells) != len(header):
            raise SourceError(
                f"{name}, line {lines.line_num}: {len(cells)} cells where the header has "
                f"{len(header)}. Is a comma missing its quotation marks?"
            )
        rows.append({name: cell.strip() or None for name, cell in zip(header, cells, strict=True)})
    return rows
