"""Tables in CSV, read as text so that no cell is lost to a guessed type."""

import csv
from pathlib import Path

from lsk_metrics.errors import SourceError
from lsk_metrics.warehouse.draft import Text


def read(path: Path) -> list[Text]:
    """Rows by column name; an empty cell is None. Raises SourceError for a row of the wrong length."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        header = next(lines, None)
        if not header:
            raise SourceError(f"{path.name} is empty; it should begin with a line of column names.")
        rows: list[Text] = []
        for cells in lines:
            if len(cells) != len(header):
                raise SourceError(
                    f"{path.name}, line {lines.line_num}: {len(cells)} cells where the header has "
                    f"{len(header)}. Is a comma missing its quotation marks?"
                )
            rows.append({name: cell.strip() or None for name, cell in zip(header, cells, strict=True)})
    return rows
