"""A snapshot made again from tables that were handed out with a review: the same id, and never the one readers see."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import duckdb

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import pointers, snapshots, stage
from lsk_metrics.warehouse.draft import Draft, draft, first_line

# A pack comes from outside: of statements only those that make tables and views, and say what they are.
NAMED = re.compile(r"[a-z][a-z0-9_]{0,62}")
# An id is part of a path, and “current” and the like are names of the program's own.
ID = re.compile(r"[0-9]{8}-[0-9a-f]{8}")
OPENING = re.compile(r"(CREATE (TABLE|VIEW)|COMMENT ON (TABLE|VIEW|COLUMN)) ")
AT_ONCE = 10_000
REFUSED = (duckdb.Error, ValueError, OverflowError)


class Table(NamedTuple):
    """A table as it was handed out: names of its columns, and its rows in their order."""

    name: str
    columns: Sequence[str]
    rows: Sequence[tuple[Any, ...]]


def rebuild(snapshot: str, statements: Sequence[str], tables: Sequence[Table]) -> None:
    """Make a snapshot of these tables and put it in its place by one rename; whoever calls holds the turn.

    Readers go on seeing what they see. Raises SnapshotError where the tables do not make that snapshot; nothing of it
    is there then.
    """
    if not ID.fullmatch(snapshot):
        raise SnapshotError("“{snapshot}” is no id of a snapshot; nothing was restored.", snapshot=snapshot[:60])
    with draft(snapshots.folder(), bare=True) as made:
        create(made, statements)
        for table in tables:
            take(made, table)
        signed = made.rows("SELECT id FROM snapshot")
        if [row["id"] for row in signed] != [snapshot]:
            raise SnapshotError("The tables in the pack are not those of snapshot {snapshot}.", snapshot=snapshot)
        if other := differing(made.connection, tables):
            raise SnapshotError("The table “{table}” of the pack cannot be made again as it was.", table=other)
        made.close()
        note(snapshot)
        snapshots.place(made.path, snapshot)
    if snapshots.find(snapshot) is None:
        raise SnapshotError("Snapshot {snapshot} was made again and cannot be read.", snapshot=snapshot)


def create(made: Draft, statements: Sequence[str]) -> None:
    for text in statements:
        try:
            [statement] = made.connection.extract_statements(text)
            if not OPENING.match(text):
                raise SnapshotError("The pack’s schema holds more than tables and views: {said}", said=text[:80])
            made.connection.execute(statement)
        except REFUSED as reason:
            raise SnapshotError("The pack’s schema cannot be used: {why}", why=first_line(reason)) from reason


def take(made: Draft, table: Table) -> None:
    """Rows into a table, each cell by its type."""
    types = stage.columns(made.connection, table.name)
    if not NAMED.fullmatch(table.name):
        raise SnapshotError("“{table}” is no name of a table.", table=table.name[:80])
    if list(types) != list(table.columns):
        raise SnapshotError("The columns of the table “{table}” are not those of the schema.", table=table.name)
    cells = ", ".join(f"unnest(CAST($c{at} AS {kind}[]))" for at, kind in enumerate(types.values()))
    for start in range(0, len(table.rows), AT_ONCE):
        columns = zip(*table.rows[start : start + AT_ONCE], strict=True)
        try:
            made.connection.execute(
                f'INSERT INTO "{table.name}" SELECT {cells}', {f"c{at}": list(each) for at, each in enumerate(columns)}
            )
        except REFUSED as reason:
            words = "Rows of the table “{table}” do not fit the schema: {why}"
            raise SnapshotError(words, table=table.name, why=first_line(reason)) from reason


def differing(connection: duckdb.DuckDBPyConnection, tables: Sequence[Table]) -> str:
    """The first table whose rows are not those given, or that only one of both has; empty where all are the same."""
    here = {
        name
        for (name,) in connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
        ).fetchall()
    }
    if apart := here ^ {table.name for table in tables}:
        return str(min(apart))
    for table in tables:
        found = connection.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid')
        names = [column[0] for column in found.description or []]
        if names != list(table.columns) or found.fetchall() != list(table.rows):
            return table.name
    return ""


def unlike(snapshot: str, tables: Sequence[Table]) -> str:
    """The first table of a snapshot that is here which does not hold the rows given; empty where all do."""
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{snapshots.quoted(snapshots.file(snapshot))}' AS here (READ_ONLY)")
        connection.execute("USE here")
        return differing(connection, tables)


def note(snapshot: str) -> None:
    """Write down beside a snapshot that it was made again, and when."""
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    pointers.write(f"{snapshot}{snapshots.RESTORED}", json.dumps({"at": f"{now.isoformat()}Z"}))
