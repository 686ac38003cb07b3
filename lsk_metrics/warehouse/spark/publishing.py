"""A snapshot written into another engine: a database of its own, and a view switched last that shows it to readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
from pyspark.errors import PySparkException
from sqlglot import exp, parse_one

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import snapshots
from lsk_metrics.warehouse.spark import naming
from lsk_metrics.warehouse.spark.dialect import Asked
from lsk_metrics.warehouse.spark.rules.columns import Schema
from lsk_metrics.warehouse.spark.rules.tables import KEPT, NUMBER
from lsk_metrics.warehouse.spark.server import Line, first_line, line
from lsk_metrics.warehouse.spark.translation import mended

BATCH = 50_000  # rows that are sent at once: some 12 MB, of which a small server's driver has room for several
LONGEST_S = 3_600.0
AT_ONCE = 4  # tables
# What the program asks of DuckDB's own tables, as tables: from which, and which columns.
CATALOGUE = {
    "duckdb_tables": "table_name, sql, comment, estimated_size",
    "duckdb_views": "view_name, sql, comment, internal",
    "duckdb_columns": "table_name, column_name, data_type, comment, column_index",
    "duckdb_constraints": "table_name, referenced_table, constraint_type",
}
TYPES = {"VARCHAR": "STRING", "INTEGER": "INT", "TIMESTAMP": "TIMESTAMP_NTZ", '"NULL"': "STRING"}


@dataclass(frozen=True)
class Published:
    """What was done: made is False where the snapshot was there already and has only been shown."""

    snapshot: str
    database: str
    made: bool
    tables: int
    rows: int


def publish(address: str, name: str, note: Callable[[str], None]) -> Published:
    """Write a snapshot there and show it; raises SnapshotError with what is refused, WarehouseUnreachable."""
    found, to = snapshots.meant(name), line(address)
    where = naming.database(found.id)
    with refusals(f"Snapshot {found.id} cannot be published in {naming.told(address)}"):
        tables = rows = 0
        made = not to.do(lambda session: session.catalog.tableExists(f"{where}.{naming.PUBLISHED}"))
        if made:
            tables, rows = written(to, found, where, note)
        to.table("CREATE DATABASE IF NOT EXISTS lsk")
        # One act of the catalogue: readers see the one snapshot before it and the other after it.
        to.table(f"CREATE OR REPLACE VIEW {naming.SHOWN} AS SELECT '{found.id}' AS snapshot")
    return Published(found.id, where, made, tables, rows)


@contextmanager
def refusals(what: str) -> Iterator[None]:
    """Says in one sentence what the server refuses; `what` is what was to be done."""
    try:
        yield
    except PySparkException as reason:
        raise SnapshotError(f"{what}: {first_line(reason)}") from reason


def written(to: Line, found: snapshots.Snapshot, where: str, note: Callable[[str], None]) -> tuple[int, int]:
    """All tables and views in a database that is begun anew: what an earlier attempt left is thrown away."""
    to.table(f"DROP DATABASE IF EXISTS {where} CASCADE")
    to.table(f"CREATE DATABASE {where}")
    count = 0
    with duckdb.connect(str(snapshots.file(found.id)), read_only=True) as kept:
        columns = schema(kept)
        tables = [name for name in columns if KEPT + name in columns]

        def copy(name: str) -> int:
            rows = copied(to, kept.cursor(), where, name)
            to.table(f"CREATE VIEW {where}.{ticked(name)} AS SELECT {listed(columns[name])} FROM {where}.{KEPT}{name}")
            return rows

        # Most tables are small, and most of the time goes by in waiting for the catalogue.
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for at, (name, rows) in enumerate(zip(tables, pool.map(copy, tables), strict=True), 1):
                count += rows
                note(f"lsk: {at} of {len(tables)} tables: {name}, {rows} rows.")
        for name, told in CATALOGUE.items():
            sql = f"SELECT {told}, 'snapshot' AS database_name FROM {name}() WHERE database_name = current_database()"
            sent(to, kept, sql, f"{where}.{name}")
        for name, sql in views(kept, columns, where):
            to.table(f"CREATE VIEW {where}.{ticked(name)} AS {sql}")
    built = f"TIMESTAMP_NTZ '{found.built_at:%Y-%m-%d %H:%M:%S.%f}' AS built_at"
    told = f"'{found.id}' AS id, {built}, '{found.data_sha256}' AS data_sha256, '{found.program}' AS program"
    to.table(f"CREATE VIEW {where}.{naming.PUBLISHED} AS SELECT {told}")
    return len(tables), count


def copied(to: Line, kept: duckdb.DuckDBPyConnection, where: str, name: str) -> int:
    """A table with the number of each row, batch by batch; gives how many rows it has."""
    [(last,)] = kept.sql(f'SELECT coalesce(max(rowid), -1) FROM "{name}"').fetchall()
    count: int = last + 1
    for first in range(0, max(count, 1), BATCH):
        sql = f'SELECT *, rowid AS {NUMBER} FROM "{name}" WHERE rowid >= {first} AND rowid < {first + BATCH}'
        sent(to, kept, sql, f"{where}.{KEPT}{name}", first > 0)
    return count


def sent(to: Line, kept: duckdb.DuckDBPyConnection, sql: str, into: str, more: bool = False) -> None:
    """The rows of a query as a table of Parquet files, or added to it."""
    found = kept.sql(sql)
    made = [(name, str(told)) for name, told in zip(found.columns, found.types, strict=True)]
    rows: Any = found.to_arrow_table()
    if not rows.num_rows:
        if not more:
            columns = ", ".join(f"{ticked(name)} {spark_type(type_)}" for name, type_ in made)
            to.table(f"CREATE TABLE {into} ({columns}) USING parquet")
        return

    def write(session: Any) -> None:
        # A catalogue of Spark's own lets no rows be added by the writer that knows more (`writeTo`).
        writer = session.createDataFrame(rows).coalesce(1).write.format("parquet")
        writer.mode("append" if more else "error").saveAsTable(into)

    to.do(write, LONGEST_S)


def spark_type(told: str) -> str:
    """A type of DuckDB's by its name in Spark; numbers with a fixed point have the same in both."""
    return TYPES.get(told, told)


def schema(kept: duckdb.DuckDBPyConnection) -> Schema:
    """Tables, as stored too, and views, each with its columns."""
    found: dict[str, list[str]] = {}
    sql = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"
    for table, column in kept.execute(sql).fetchall():
        found.setdefault(table, []).append(column)
    for (table,) in kept.execute("SELECT table_name FROM duckdb_tables() WHERE NOT internal").fetchall():
        found[KEPT + table] = [*found[table], NUMBER]
    return found


def views(kept: duckdb.DuckDBPyConnection, columns: Schema, where: str) -> list[tuple[str, str]]:
    """The views as Spark takes them, each after those that it rests on."""
    asked = "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal"
    trees = {name: parse_one(sql, read="duckdb").expression for name, sql in kept.execute(asked).fetchall()}
    rests = {
        name: {each.name for each in tree.find_all(exp.Table)} & set(trees) - {name} for name, tree in trees.items()
    }
    made: list[tuple[str, str]] = []
    while len(made) < len(trees):
        done = {name for name, _sql in made}
        ready = [name for name in trees if name not in done and rests[name] <= done]
        made += [(name, mended(trees[name], columns, where).sql(dialect=Asked, comments=False)) for name in ready]
    return made


def listed(columns: Any) -> str:
    return ", ".join(map(ticked, columns))


def ticked(name: str) -> str:
    """A name as Spark takes it, whatever letters it has."""
    return "`" + name.replace("`", "``") + "`"
