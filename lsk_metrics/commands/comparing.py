"""`lsk diff`: what changed between two snapshots, table by table, figure by figure, source by source."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from lsk_metrics import language, printing

if TYPE_CHECKING:
    import argparse

    from lsk_metrics.indicators.changes import Copy, Figure, Table
    from lsk_metrics.warehouse.snapshots import Snapshot

COLUMNS = ("part", "name", "change", "key", "column", "before", "after")


def arguments(parser: argparse.ArgumentParser) -> None:
    which = "an id, the beginning of one, “current” or “previous”"
    parser.add_argument("before", metavar="A", help=f"the earlier snapshot: {which}")
    parser.add_argument("after", metavar="B", help=f"the later snapshot: {which}")
    parser.add_argument("--table", metavar="NAME", help="all changed rows of one table, and nothing else")
    parser.add_argument("--lang", choices=language.LANGUAGES, default="en", help="language of the texts")


def compare(asked: argparse.Namespace) -> int:
    from lsk_metrics.indicators import changes
    from lsk_metrics.warehouse import snapshots

    language.use(asked.lang)
    before, after = snapshots.meant(asked.before), snapshots.meant(asked.after)
    tables = changes.tables(before.id, after.id, asked.table)
    figures = [] if asked.table else changes.figures(before.id, after.id)
    copies = [] if asked.table else list(changes.copies(before.id, after.id))
    if asked.format == "json":
        print(json.dumps(document(before, after, tables, figures, copies), ensure_ascii=False, indent=2, default=str))
    elif asked.format == "csv":
        print(printing.printed(flat(tables, figures, copies), "csv") or ",".join(COLUMNS))
    else:
        print("\n".join(page(before, after, tables, figures, copies)))
    return 0


def document(
    before: Snapshot, after: Snapshot, tables: list[Table], figures: list[Figure], copies: list[Copy]
) -> dict[str, Any]:
    """Everything as plain data."""
    from lsk_metrics.indicators import changes

    return {
        "before": before._asdict(),
        "after": after._asdict(),
        "tables": [asdict(table) | {"words": changes.told(table)} for table in tables],
        "indicators": [asdict(figure) for figure in figures],
        "sources": [asdict(copy) for copy in copies],
    }


def flat(tables: list[Table], figures: list[Figure], copies: list[Copy]) -> list[dict[str, Any]]:
    """One row a change, whatever changed."""
    rows = [
        ("table", each.table, each.change, each.key, each.column, each.before, each.after)
        for table in tables
        for each in table.changes
    ]
    rows += [
        ("indicator", figure.indicator, "changed", "", "", figure.before, figure.after)
        for figure in figures
        if not figure.same
    ]
    rows += [("source", each.source, each.change, "", "retrieved", each.before, each.after) for each in copies]
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def page(
    before: Snapshot, after: Snapshot, tables: list[Table], figures: list[Figure], copies: list[Copy]
) -> list[str]:
    """For reading: what differs, and how much does not."""
    from lsk_metrics.indicators import changes

    lines = [f"From snapshot {told(before)}\n  to snapshot {told(after)}:"]
    for table in tables:
        if not table.same:
            lines += ["", f"{table.name}: {changes.told(table)}"]
            rows = [{name: cell for name, cell in asdict(each).items() if name != "table"} for each in table.changes]
            lines += [printing.printed(rows, "table")] if rows else []
            if more := changes.hidden(table):
                lines.append(f"… and {more} more: lsk diff {before.id} {after.id} --table {table.name}")
    lines += ["", f"{sum(table.same for table in tables)} of {len(tables)} tables are the same."]
    differ = [figure for figure in figures if not figure.same]
    if differ:
        rows = [
            {"indicator": each.indicator, "before": each.before, "after": each.after, "values_that_differ": each.values}
            for each in differ
        ]
        lines += ["", printing.printed(rows, "table")]
    if figures:
        lines.append(f"{len(figures) - len(differ)} of {len(figures)} indicators answer the same.")
    if copies:
        lines += ["", "Sources whose copy is another:", printing.printed([asdict(copy) for copy in copies], "table")]
    return lines


def told(snapshot: Snapshot) -> str:
    return f"{snapshot.id}, built {language.moment(snapshot.built_at)} by version {snapshot.program}"
