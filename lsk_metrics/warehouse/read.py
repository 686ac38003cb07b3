"""The only read door: rows of a snapshot, opened read-only and shut in."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import duckdb

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import snapshots

Rows = list[dict[str, Any]]


def version() -> str:
    """The id of the snapshot a reader sees now; raises SnapshotError before the first build."""
    snapshot = snapshots.current()
    if snapshot is None:
        raise SnapshotError("There is no snapshot yet. “lsk build” makes the first one from the data folder.")
    return snapshot


def rows(sql: str, parameters: Mapping[str, Any] | None = None, snapshot: str | None = None) -> Rows:
    """Rows as dictionaries, in the query's order; parameters are bound by name, never written into the text."""
    found = snapshot or version()
    # A cursor for each query: one connection shared by threads mixes up their rows. USE does not carry over to it.
    with opened(str(snapshots.file(found))).cursor() as cursor:
        refuse_all_but_one_question(cursor, sql)
        cursor.execute("USE snapshot")
        answer = cursor.execute(sql, dict(parameters or {}))
        names = [column[0] for column in answer.description or []]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def refuse_all_but_one_question(cursor: duckdb.DuckDBPyConnection, sql: str) -> None:
    """A snapshot cannot be written to, but the connection it hangs on could be."""
    kinds = [statement.type for statement in cursor.extract_statements(sql)]
    if kinds != [duckdb.StatementType.SELECT]:
        raise SnapshotError("Only one question at a time can be asked of a snapshot: a SELECT.")


def history() -> list[snapshots.Snapshot]:
    """All snapshots a reader could ask for, newest first."""
    return snapshots.listing()


@lru_cache(maxsize=8)
def opened(path: str) -> duckdb.DuckDBPyConnection:
    """A connection to one snapshot file: read-only, without the network, files or settings."""
    connection = duckdb.connect()
    try:
        connection.execute(f"ATTACH '{path.replace(chr(39), chr(39) * 2)}' AS snapshot (READ_ONLY)")
    except duckdb.Error as reason:
        raise SnapshotError(f"The snapshot {path} cannot be opened: {reason}") from reason
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection
