"""Rows as a table for reading, as CSV for a spreadsheet, as JSON for a program."""

import csv
import io
import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from lsk_metrics.spreadsheets import inert_rows

FORMATS = ("table", "csv", "json")
Rows = Sequence[Mapping[str, Any]]


def printed(rows: Rows, form: str) -> str:
    """Rows in the form asked for; a list of objects where it is JSON."""
    if form == "json":
        return json.dumps(list(rows), ensure_ascii=False, indent=2, default=str)
    return comma_separated(rows) if form == "csv" else table(rows)


def note(line: str) -> None:
    """Progress and warnings go beside the answer, never into it."""
    print(line, file=sys.stderr)


def comma_separated(rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(inert_rows(rows))
    return text.getvalue().rstrip("\n")


def table(rows: Rows) -> str:
    """Columns side by side, numbers to the right; the last column is cut where the screen ends."""
    if not rows:
        return "(no rows)"
    names = list(rows[0])
    cells = [[shown(row[name]) for name in names] for row in rows]
    widths = [max(len(name), *(len(line[at]) for line in cells)) for at, name in enumerate(names)]
    right = [
        all(isinstance(row[name], int | float | None) and not isinstance(row[name], bool) for row in rows)
        for name in names
    ]
    screen = shutil.get_terminal_size((120, 40)).columns
    lines = [names, ["-" * width for width in widths], *cells]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if flush else cell.ljust(width)
            for cell, width, flush in zip(line, widths, right, strict=True)
        ).rstrip()[:screen]
        for line in lines
    )


def shown(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
