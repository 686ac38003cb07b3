"""What changed between two snapshots: a query over both files, opened read-only side by side."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from lsk_metrics.errors import NameUnknown, SnapshotError
from lsk_metrics.warehouse import snapshots

FIRST = 20  # rows shown of each table, unless all are asked for
WIDE = 80  # characters shown of a cell; an outline alone may have a hundred thousand
SIGNATURE = "snapshot"  # one row that differs by its nature


@dataclass(frozen=True)
class Change:
    """One row, or one cell of a row: what is "added", "gone" or "changed"; key as text, parts with commas between.

    An added or gone row stands once, with its cells in words; a changed one once for each cell that changed.
    """

    table: str
    change: str
    key: str
    column: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Table:
    """One table in both snapshots; counts are of rows, None where the table or its key is not in both."""

    name: str
    rows_before: int | None
    rows_after: int | None
    added: int | None
    changed: int | None
    gone: int | None
    new_columns: tuple[str, ...]
    lost_columns: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        return (self.added, self.changed, self.gone) == (0, 0, 0) and not self.new_columns + self.lost_columns


def tables(before: str, after: str, only: str | None = None, first: int | None = FIRST) -> list[Table]:
    """Every table of either snapshot, or only one; `first` bounds the rows shown of each, None shows all.

    Raises NameUnknown for a table that is in neither, SnapshotError for a snapshot that cannot be read.
    """
    with duckdb.connect() as connection:
        for name, snapshot in (("before", before), ("after", after)):
            attach(connection, name, snapshots.file(snapshot))
        there = {side: names(connection, side) for side in ("before", "after")}
        known = sorted(there["before"] | there["after"])
        if only is not None and only not in known:
            raise NameUnknown("table", only, known)
        try:
            return [
                compared(connection, name, first) if all(name in each for each in there.values())
                else alone(connection, name, there)
                for name in known if only in (None, name)
            ]  # fmt: skip
        except duckdb.IOException as reason:
            words = "Snapshot {before} or {after} is damaged, so they cannot be compared."
            raise SnapshotError(words, before=before, after=after) from reason


def attach(connection: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    try:
        connection.execute(f"ATTACH '{snapshots.quoted(path)}' AS \"{name}\" (READ_ONLY)")
    except duckdb.Error as reason:
        words = "Snapshot {snapshot} cannot be opened: its file is damaged."
        raise SnapshotError(words, snapshot=path.stem) from reason


def names(connection: duckdb.DuckDBPyConnection, side: str) -> set[str]:
    found = connection.execute("SELECT table_name FROM duckdb_tables() WHERE database_name = ?", [side]).fetchall()
    return {name for (name,) in found} - {SIGNATURE}


def alone(connection: duckdb.DuckDBPyConnection, name: str, there: dict[str, set[str]]) -> Table:
    """A table that only one of the two has, because another version of the program made it."""
    counts = [count(connection, side, name) if name in there[side] else None for side in ("before", "after")]
    return Table(name, counts[0], counts[1], None, None, None, (), (), ())


def compared(connection: duckdb.DuckDBPyConnection, name: str, first: int | None) -> Table:
    """A table that both have, row by row over its key."""
    columns = {side: shape(connection, side, name) for side in ("before", "after")}
    both = [column for column in columns["after"] if column in columns["before"]]
    new = tuple(column for column in columns["after"] if column not in columns["before"])
    lost = tuple(column for column in columns["before"] if column not in columns["after"])
    counts = [count(connection, side, name) for side in ("before", "after")]
    keys = key(connection, "after", name)
    if not keys or not set(keys) <= set(both):
        return Table(name, counts[0], counts[1], None, None, None, new, lost, ())
    connection.execute(f"CREATE OR REPLACE TEMP TABLE changes AS {question(name, keys, both, columns)}")
    totals = dict(connection.execute("SELECT change, count(DISTINCT key) FROM changes GROUP BY change").fetchall())
    added, changed, gone = (int(totals.get(each, 0)) for each in ("added", "changed", "gone"))
    limit = "" if first is None else f"QUALIFY dense_rank() OVER (PARTITION BY change ORDER BY key) <= {first:d}"
    rows = connection.execute(
        f'SELECT change, key, "column", before, after FROM changes {limit} ORDER BY change, key, place'
    ).fetchall()
    found = tuple(Change(name, *map(shown, row)) for row in rows)
    return Table(name, counts[0], counts[1], added, changed, gone, new, lost, found)


def question(name: str, keys: list[str], both: list[str], columns: dict[str, dict[str, str]]) -> str:
    """The changes of a table as SQL: both sides joined over the key, then a row for each cell that differs.

    Cells are compared as text only where their types differ: 1.50 and 1.500 are then two things, and said to be.
    """

    def cell(side: str, column: str) -> str:
        plain = f'{side}."{column}"'
        return plain if columns["before"][column] == columns["after"][column] else f"CAST({plain} AS VARCHAR)"

    def text(side: str, column: str) -> str:
        return f'left(CAST({side}."{column}" AS VARCHAR), {3 * WIDE + 1})'

    on = " AND ".join(f"{cell('b', column)} = {cell('a', column)}" for column in keys)
    cells = [column for column in both if column not in keys]
    whole = {
        side: "concat_ws(', ', " + ", ".join(f"'{each} = ' || left({text(side, each)}, {WIDE})" for each in cells) + ")"
        if cells else "''"
        for side in ("a", "b")
    }  # fmt: skip

    def keyed(side: str) -> str:
        return "concat_ws(', ', " + ", ".join(text(side, column) for column in keys) + ")"

    anti = f'NOT EXISTS (SELECT 1 FROM {{other}}."{name}" AS {{far}} WHERE {on})'
    parts = [
        f"SELECT 'added' AS change, {keyed('a')} AS key, '' AS \"column\", NULL AS before, {whole['a']} AS after, "
        f'0 AS place FROM after."{name}" AS a WHERE {anti.format(other="before", far="b")}',
        f"SELECT 'gone', {keyed('b')}, '', {whole['b']}, NULL, 0 FROM before.\"{name}\" AS b "
        f"WHERE {anti.format(other='after', far='a')}",
    ]
    parts += [
        f"SELECT 'changed', {keyed('a')}, '{column}', {text('b', column)}, {text('a', column)}, {place} "
        f'FROM before."{name}" AS b JOIN after."{name}" AS a ON {on} '
        f"WHERE {cell('b', column)} IS DISTINCT FROM {cell('a', column)}"
        for place, column in enumerate(cells)
    ]
    return " UNION ALL ".join(parts)


def shape(connection: duckdb.DuckDBPyConnection, side: str, name: str) -> dict[str, str]:
    """Column names of a table and their types, in its order."""
    return dict(
        connection.execute(
            "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = ? AND table_name = ? "
            "ORDER BY column_index",
            [side, name],
        ).fetchall()
    )


def key(connection: duckdb.DuckDBPyConnection, side: str, name: str) -> list[str]:
    found = connection.execute(
        "SELECT constraint_column_names FROM duckdb_constraints() "
        "WHERE database_name = ? AND table_name = ? AND constraint_type = 'PRIMARY KEY'",
        [side, name],
    ).fetchone()
    return list(found[0]) if found else []


def count(connection: duckdb.DuckDBPyConnection, side: str, name: str) -> int:
    found = connection.execute(f'SELECT count(*) FROM "{side}"."{name}"').fetchone()
    return int(found[0]) if found else 0


def shown(cell: Any) -> Any:
    """A cell's text as far as a reader can take it in."""
    return cell if cell is None or len(cell) <= 3 * WIDE else cell[: 3 * WIDE] + " …"
