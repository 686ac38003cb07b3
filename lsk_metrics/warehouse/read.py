"""The only read door: rows of a snapshot, opened read-only and shut in."""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from uuid import uuid4

import duckdb

from lsk_metrics.errors import SnapshotBroken, SnapshotError, SnapshotLacks
from lsk_metrics.warehouse import elsewhere, snapshots, standing
from lsk_metrics.warehouse.begun import Beginning, worked_out
from lsk_metrics.warehouse.lent import lent, seeing
from lsk_metrics.warehouse.parsed import statements
from lsk_metrics.warehouse.remembered import Found, Memory, hashable
from lsk_metrics.warehouse.snapshots import Snapshot
from lsk_metrics.warehouse.standing import Shown

__all__ = ["Beginning", "Rows", "Shown", "Snapshot", "history", "meant", "rows", "shown", "version"]

Rows = list[dict[str, Any]]
MEMORY = Memory(2_000_000)  # cells of rows, of all snapshots together
# The engine hands a table to its threads in groups of so many rows. Where each table is one group, a second thread
# finds nothing to read, and is woken for nothing at each question.
ROWS_OF_ONE = 122_880
DAMAGED = (duckdb.IOException, duckdb.SerializationException, duckdb.FatalException, duckdb.InternalException)


def version() -> str:
    """The id of the snapshot a reader sees now; raises SnapshotError before the first build."""
    if other := elsewhere.engine():
        return other.shown().snapshot
    snapshot = snapshots.current()
    if snapshot is None:
        raise SnapshotError("There is no snapshot yet. “lsk build” makes the first one from the data folder.")
    if not snapshots.is_here(snapshot):
        raise standing.astray(snapshot)
    return snapshot


def shown() -> Shown:
    """The snapshot that pages show, and why it is not the one readers are pointed at, where it is not."""
    other = elsewhere.engine()
    return other.shown() if other else standing.shown()


def meant(name: str) -> Snapshot:
    """The snapshot meant by an id, its beginning, “current” or “previous”; raises NameUnknown or SnapshotError."""
    other = elsewhere.engine()
    return other.meant(name) if other else snapshots.meant(name)


def rows(
    sql: str,
    parameters: Mapping[str, Any] | None = None,
    snapshot: str | None = None,
    beginning: Beginning | None = None,
) -> Rows:
    """Rows as dictionaries, in the query's order; parameters are bound by name, never written into the text.

    A question is asked of a snapshot once, and what it gave is remembered for all readers. A beginning that it shares
    with others is worked out once where the snapshot is small; the rows are those of the text as it stands.
    """
    found, bound = snapshot or version(), dict(parameters or {})
    asked = tuple((name, type(value), hashable(value)) for name, value in sorted(bound.items()))
    if other := elsewhere.engine():
        names, kept = MEMORY.recall((other.address, found, sql, asked), lambda: other.fetched(found, sql, bound))
    else:
        names, kept = MEMORY.recall((*file(found), sql, asked), lambda: fetched(found, sql, bound, beginning))
    return [dict(zip(names, row, strict=True)) for row in kept]


def fetched(found: str, sql: str, parameters: Mapping[str, Any], beginning: Beginning | None = None) -> Found:
    """Names of columns and rows, as the engine gives them."""
    where = file(found)
    connection = opened(*where)
    try:
        if beginning and is_small(connection):
            with worked_out(connection, beginning) as tables:
                rest = question(tables, beginning.rest)
                return given(tables, rest, {name: parameters[name] for name in rest.named_parameters})
        with lent(connection) as cursor:
            return given(cursor, question(cursor, sql), parameters)
    except (duckdb.CatalogException, duckdb.BinderException) as reason:
        with seeing(connection) as cursor:
            raise lacking(found, cursor, str(reason)) from reason
    except duckdb.Error as reason:
        # A block that is not what its checksum says has no class of its own: it is the mother of all errors.
        if type(reason) is not duckdb.Error and not isinstance(reason, DAMAGED):
            raise
        standing.tripped_over(*where)
        raise SnapshotBroken(found) from reason


def given(cursor: duckdb.DuckDBPyConnection, statement: duckdb.Statement, parameters: Mapping[str, Any]) -> Found:
    answer = cursor.execute(statement, dict(parameters))
    return tuple(column[0] for column in answer.description or []), answer.fetchall()


def at(snapshot: str) -> duckdb.DuckDBPyConnection:
    """A connection to a snapshot; raises SnapshotBroken where its file has just gone."""
    return opened(*file(snapshot))


def file(snapshot: str) -> tuple[str, int]:
    """A snapshot's file, and when it last changed; raises SnapshotBroken where it has just gone."""
    path = snapshots.file(snapshot)
    try:
        return str(path), path.stat().st_mtime_ns
    except FileNotFoundError as reason:
        raise SnapshotBroken(snapshot, gone=True) from reason


def lacking(snapshot: str, cursor: duckdb.DuckDBPyConnection, reason: str) -> SnapshotError:
    """What an older or newer program did not put into a snapshot, as far as the engine tells."""
    try:
        made = cursor.execute("SELECT program FROM snapshot").fetchone()
    except duckdb.Error:  # no snapshot at all, but a database of something else
        return SnapshotBroken(snapshot)
    named = re.search(r'(?:Table with name|Referenced column|Column with name) "?(\w+)"?', reason)
    what = named.group(1) if named else reason.splitlines()[0]
    return SnapshotLacks(snapshot, what, made[0] if made else "?")


def question(cursor: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The one SELECT; a snapshot cannot be written to, but the connection it hangs on could be."""
    found = statements(cursor, sql)
    if [statement.type for statement in found] != [duckdb.StatementType.SELECT]:
        raise SnapshotError("Only one question at a time can be asked of a snapshot: a SELECT.")
    return found[0]


def history() -> list[Snapshot]:
    """All snapshots a reader could ask for, newest first."""
    other = elsewhere.engine()
    return other.history() if other else snapshots.listing()


@lru_cache(maxsize=8)
def opened(path: str, changed_ns: int) -> duckdb.DuckDBPyConnection:
    """A connection to one snapshot file: read-only, without the network, files or settings.

    A file changes only where a damaged one was made anew; its time of change makes that another connection.
    """
    # What does not fit into memory is put aside in files: by default in the folder a program happens to be started in,
    # which may not be writable, under names that two programs started there would share.
    aside = Path(gettempdir()) / f"lsk-{uuid4().hex}"
    connection = duckdb.connect(config={"temp_directory": str(aside)})
    try:
        connection.execute(f"ATTACH '{snapshots.quoted(Path(path))}' AS snapshot (READ_ONLY)")
    except duckdb.Error as reason:
        connection.close()
        standing.tripped_over(path, changed_ns)
        raise SnapshotBroken(Path(path).stem) from reason
    if is_small(connection):
        connection.execute("SET threads = 1")
        work_out_views(connection)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def work_out_views(connection: duckdb.DuckDBPyConnection) -> None:
    """The views of a small snapshot as tables in memory, worked out once and not by each question that names them."""
    connection.execute("USE snapshot")
    found = connection.execute("SELECT view_name FROM duckdb_views() WHERE database_name = 'snapshot' AND NOT internal")
    for (name,) in found.fetchall():
        with suppress(duckdb.Error):  # a question that needs it is told why
            connection.execute(f'CREATE TABLE memory.main."{name}" AS FROM snapshot.main."{name}"')


@lru_cache(maxsize=8)
def is_small(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether each table of the snapshot that is attached is one group of rows."""
    with connection.cursor() as cursor:
        found = cursor.execute("SELECT max(estimated_size) FROM duckdb_tables() WHERE database_name = 'snapshot'")
        return int((found.fetchone() or (0,))[0] or 0) <= ROWS_OF_ONE
