"""A process of its own in which readers' queries run: it holds a copy of one snapshot's tables and nothing else.

Its parent sends one line for the snapshot and then one for each query; each is answered with one line, all in JSON.
What a query could break is this process alone, and the parent may end it at any moment.
"""

import contextlib
import json
import os
import sys
import time
from collections.abc import Sequence
from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import Any

import duckdb

from lsk_metrics.warehouse import grammar
from lsk_metrics.warehouse.grammar import Refusal

MEMORY_MB = 256
ADDRESSES = 512 << 20  # more than it has once the tables are there
BATCH = 500
KINDS = ("illustrative", "derived", "register", "published")
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": f"{MEMORY_MB}MB",
    "temp_directory": "",
    "python_enable_replacements": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
Found = dict[str, Any]


class Cell:
    """The tables in memory, the file they came from let go of, every door locked."""

    def __init__(self, file: str, real: bool) -> None:
        self.connection = duckdb.connect(config=SETTINGS)
        path = file.replace("'", "''")
        self.connection.execute(f"ATTACH '{path}' AS snapshot (READ_ONLY)")
        self.connection.execute("COPY FROM DATABASE snapshot TO memory")
        self.connection.execute("DETACH snapshot")
        found = self.connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_oid").fetchall()
        self.tables = [name for (name,) in found]
        if real:
            self.leave_out_the_sample()
        self.kinds = {table: self.kinds_in(table) for table in self.tables}
        views = "SELECT view_name, sql FROM duckdb_views() WHERE NOT internal"
        self.views: dict[str, str] = dict(self.connection.execute(views).fetchall())
        self.kinds |= {view: self.kinds_behind(view) for view in self.views}
        for setting in ("enable_external_access = false", "TimeZone = 'UTC'", "lock_configuration = true"):
            self.connection.execute(f"SET {setting}")

    def leave_out_the_sample(self) -> None:
        """Take away every illustrative row, from whoever refers to whoever is referred to; cards of sources stay."""
        for table in reversed(self.tables):
            if table != "sources" and "kind" in self.columns(table):
                self.connection.execute(f"DELETE FROM \"{table}\" WHERE kind = 'illustrative'")

    def columns(self, table: str) -> set[str]:
        return {row[0] for row in self.connection.execute(f'DESCRIBE "{table}"').fetchall()}

    def kinds_in(self, table: str) -> set[str]:
        """Kinds of truth among the rows of a table: by row where rows say it, else by their source cards."""
        columns = self.columns(table)
        if table == "sources" or not columns & {"kind", "source"}:
            return set()
        by_card = f'SELECT DISTINCT sources.kind FROM sources JOIN "{table}" AS those ON those.source = sources.id'
        sql = f'SELECT DISTINCT kind FROM "{table}"' if "kind" in columns else by_card
        return {kind for (kind,) in self.connection.execute(sql).fetchall()}

    def kinds_behind(self, view: str) -> set[str]:
        """Of whatever a view reads, through other views too; of all tables where its text cannot be read."""
        tree = self.tree(self.views[view].partition(" AS ")[2])
        names = [*self.tables, *self.views]
        behind = self.tables if tree["error"] else grammar.read_from(tree, names) - {view}
        return set().union(*(self.kinds_behind(each) if each in self.views else self.kinds[each] for each in behind))

    def tree(self, sql: str) -> grammar.Tree:
        with self.connection.cursor() as cursor:
            row = cursor.execute("SELECT json_serialize_sql($sql)", {"sql": sql}).fetchone()
        tree: grammar.Tree = json.loads(row[0] if row else "")
        return tree

    def answer(self, sql: str, limit: int, size: int) -> Found | Refusal:
        """At most `limit` rows of at most `size` characters together, or why there are none."""
        try:
            tree = self.tree(sql)
            refused = grammar.refusal(tree, [*self.tables, *self.views])
            # A mistake in grammar is better told by the engine, which shows the place.
            if refused and refused.reason != "wrong":
                return refused
            touched = grammar.read_from(tree, [*self.tables, *self.views])
            kinds = set().union(*(self.kinds[name] for name in touched))
            return {**self.rows(sql, limit, size), "kinds": [kind for kind in KINDS if kind in kinds]}
        except (duckdb.OutOfMemoryException, MemoryError):
            return Refusal("memory", str(MEMORY_MB))
        except RecursionError:
            return Refusal("deep")
        except duckdb.Error as reason:
            return self.explained(str(reason))

    def explained(self, message: str) -> Refusal:
        """The engine's own words, but where it says what this program is made of rather than what to change."""
        if "max_expression_depth" in message:
            return Refusal("deep")
        return Refusal("zone") if "pytz" in message else Refusal("wrong", message)

    def rows(self, sql: str, limit: int, size: int) -> Found:
        begun = time.perf_counter()
        with self.connection.cursor() as cursor:
            cursor.execute(sql)
            described = [(str(column[0]), str(column[1])) for column in cursor.description or []]
            kept: list[Sequence[Any]] = []
            cut, left = "", size
            while not cut and (batch := cursor.fetchmany(min(BATCH, limit + 1 - len(kept)))):
                for row in batch:
                    left -= sum(len(str(cell)) for cell in row)
                    cut = "size" if left < 0 else "rows" if len(kept) == limit else ""
                    if cut:
                        break
                    kept.append(row)
        columns = [told(column) for column in zip(*kept, strict=True)]
        return {
            "columns": [name for name, _type in described],
            "types": [kind for _name, kind in described],
            "rows": list(zip(*columns, strict=True)),
            "cut": cut,
            "seconds": time.perf_counter() - begun,
        }


def told(column: Sequence[Any]) -> list[Any]:
    """A column as JSON can say it: numbers where every one of them survives the journey, else text."""
    numbers = [number(cell) for cell in column]
    if all(said is not None or cell is None for said, cell in zip(numbers, column, strict=True)):
        return numbers
    return [text(cell) for cell in column]


def number(cell: Any) -> int | float | None:
    if isinstance(cell, int):
        return cell if abs(cell) < 1 << 63 else None
    if isinstance(cell, Decimal):
        near = float(cell)
        return near if Decimal(repr(near)) == cell else None
    return cell if isinstance(cell, float) and isfinite(cell) else None


def text(cell: Any) -> Any:
    if cell is None or isinstance(cell, str | bytes):
        return cell.hex() if isinstance(cell, bytes) else cell
    return json.dumps(cell, ensure_ascii=False, default=str) if isinstance(cell, list | dict | tuple) else str(cell)


def addresses() -> int | None:
    """How much memory this process has addresses for; None where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[0]) * os.sysconf("SC_PAGESIZE") if told.is_file() else None


def shut_in(seconds: float, begun_with: int | None) -> None:
    """Ask the system for less: no file to write, few to open, little memory, an end even if the parent is gone."""
    with contextlib.suppress(ImportError):
        import resource

        spent = resource.getrusage(resource.RUSAGE_SELF)
        end = int(spent.ru_utime + spent.ru_stime + seconds) + 2
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (end, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32))
        if begun_with:
            resource.setrlimit(resource.RLIMIT_AS, (begun_with + ADDRESSES, begun_with + ADDRESSES))


def main() -> None:
    """Answer line by line until the parent closes the door."""
    asked = json.loads(sys.stdin.readline() or "null")
    if asked is None:
        return
    cell = Cell(asked["file"], asked["real"])
    if hasattr(os, "nice"):
        os.nice(19)
    begun_with = addresses()
    print("ready", flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        shut_in(asked["seconds"], begun_with)
        answer = cell.answer(asked["sql"], asked["limit"], asked["size"])
        print(json.dumps({"refused": answer} if isinstance(answer, Refusal) else answer), flush=True)


if __name__ == "__main__":
    main()
