"""`lsk sql`: a query of one's own over the tables of a snapshot, and what those tables are."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from lsk_metrics import printing
from lsk_metrics.errors import ValueRefused

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators.queries import Found

MOST = 100_000


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="?", metavar="QUERY", help="one SELECT; - reads it from standard input")
    parser.add_argument("--schema", action="store_true", help="print the tables, columns, types and comments instead")
    parser.add_argument("--limit", type=int, default=10_000, metavar="ROWS", help="rows at most (default: 10000)")
    parser.add_argument("--snapshot", metavar="ID", help="as of this snapshot (default: the current one)")
    parser.add_argument("--real", action="store_true", help="published and register rows only, without the sample")


def ask(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import queries, version
    from lsk_metrics.warehouse import snapshots

    snapshot = snapshots.meant(asked.snapshot).id if asked.snapshot else version()
    if asked.schema:
        print(printing.printed(schema(snapshot), asked.format))
        return 0
    if not 1 <= asked.limit <= MOST:
        raise ValueRefused(f"--limit takes a number from 1 to {MOST}, not {asked.limit}.")
    if asked.query is None:
        raise ValueRefused("There is no query. Write one SELECT in quotation marks, or - to read it from a pipe.")
    sql = sys.stdin.read() if asked.query == "-" else asked.query
    with queries.Asking(sql, snapshot, asked.real, asked.limit) as question:
        found = queries.found(question)
    rows = queries.records(found)
    head_alone = asked.format == "csv" and not rows
    print(",".join(found.columns) if head_alone else printing.printed(rows, asked.format))
    for line in notes(found):
        printing.note(f"lsk: {line}")
    return 0


def schema(snapshot: str) -> list[dict[str, str]]:
    """A row for each table, then one for each of its columns."""
    from lsk_metrics.indicators.queries import tables

    rows = []
    for table in tables(snapshot):
        form = "view" if table.rows is None else "table"
        rows.append({"table": table.name, "column": "", "type": form, "comment": table.comment})
        rows += [
            {"table": table.name, "column": column.name, "type": column.type, "comment": column.comment}
            for column in table.columns
        ]
    return rows


def notes(found: Found) -> list[str]:
    """What must be said beside the rows."""
    lines = []
    if found.cut == "rows":
        lines.append(f"These are the first {len(found.rows)} rows; there are more. --limit takes up to {MOST}.")
    if found.cut == "size":
        lines.append(f"These are the first {len(found.rows)} rows; the others would be too much text.")
    if "illustrative" in found.kinds:
        lines.append("The query reads tables that hold the made-up sample register; --real leaves the sample out.")
    return lines
