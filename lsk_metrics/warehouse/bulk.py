"""A door for large CSV files: read by DuckDB as text, in bounded memory, and every row that cannot be read is named."""

import csv
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

import duckdb

from lsk_metrics.errors import SnapshotError, SourceError
from lsk_metrics.warehouse import mending, snapshots

MEMORY, THREADS, PIECE_BYTES = "256MB", 2, 1 << 20
SAID = 160

# Quoting is said, never guessed; a row of the wrong length, an open quotation mark or letters that are no UTF-8 make a
# rejected row, not a shifted one. The line's end is left to DuckDB: files with either kind come.
READ = """CREATE TEMP TABLE "{table}" AS
SELECT row_number() OVER () AS record, {wanted}
FROM read_csv($path, delim = ';', quote = '"', escape = '"', header = true, columns = {columns}, auto_detect = false,
              encoding = 'utf-8', strict_mode = true, null_padding = false, ignore_errors = true, store_rejects = true,
              rejects_limit = 100000)"""


@dataclass(frozen=True)
class Unread:
    """A row that could not be read: the line it begins on (the header is 1), why, and how it begins."""

    line: int
    reason: str
    said: str


class Bulk:
    """Tables of text that live as long as the reading; what does not fit into memory is kept in a folder."""

    def __init__(self, folder: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.folder = folder
        self.connection = connection

    def take(self, table: str, content: IO[bytes], columns: Sequence[str], name: str) -> list[Unread]:
        """Make a table of some columns of a file, its rows numbered from 1 as `record`; gives the rows left out.

        Raises SourceError where a column is missing: `name` is what the file is called then."""
        path = self.folder / f"{table}.csv"
        header = laid(content, path, self.folder)
        if absent := [column for column in columns if header.count(column) != 1]:
            raise SourceError(
                f"{name} has no column “{absent[0]}”, or has it twice; its columns are: {', '.join(header)[:300]}. "
                "Its producer may have changed the file."
            )
        # Only names from this program are written into the query; the file's own are replaced by their positions.
        names = [column if column in columns else f"_{at}" for at, column in enumerate(header)]
        sql = READ.format(
            table=table,
            wanted=", ".join(f'"{column}"' for column in columns),
            columns="{" + ", ".join(f"'{column}': 'VARCHAR'" for column in names) + "}",
        )
        try:
            self.connection.execute("DROP TABLE IF EXISTS reject_errors")
            self.connection.execute("DROP TABLE IF EXISTS reject_scans")
            self.connection.execute(sql, {"path": str(path)})
        except duckdb.Error as reason:
            raise SourceError(f"{name} cannot be read as a table: {str(reason).splitlines()[0]}") from reason
        path.unlink()
        return self.rejected(table, columns, header)

    def rejected(self, table: str, columns: Sequence[str], header: Sequence[str]) -> list[Unread]:
        """Rows DuckDB did not take: those that can be mended come into the table last, the others are given back."""
        found = self.connection.execute(
            "SELECT line, min_by(error_message, error_type), coalesce(csv_line, '') FROM reject_errors "
            "GROUP BY line, csv_line ORDER BY line"
        ).fetchall()
        unread, mended = [], []
        for each, cells in mending.rows([mending.Fragment(*row) for row in found], len(header)):
            if cells is None:
                unread.append(Unread(each.line, each.reason, each.text[:SAID]))
            else:
                mended.append({column: cells[header.index(column)] for column in columns})
        if mended:
            wanted = ", ".join(f'nullif("{column}", \'\') AS "{column}"' for column in columns)
            self.connection.execute(
                f'INSERT INTO "{table}" SELECT (SELECT count(*) FROM "{table}") + row_number() OVER (), {wanted} '
                "FROM (SELECT unnest($rows, recursive := true))",
                {"rows": mended},
            )
        return unread

    def fill(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """A small table to hold the large ones against."""
        self.connection.execute(
            f'CREATE TEMP TABLE "{table}" AS SELECT unnest($rows, recursive := true)', {"rows": list(map(dict, rows))}
        )

    def run(self, script: str) -> None:
        """Statements that make tables out of tables; raises SourceError where the memory or the disk is not enough."""
        try:
            self.connection.execute(script)
        except (duckdb.OutOfMemoryException, duckdb.IOException) as reason:
            raise SourceError(f"The tables are too large to be read here: {str(reason).splitlines()[0]}") from reason

    def rows(self, sql: str) -> list[dict[str, Any]]:
        answer = self.connection.execute(sql)
        names = [column[0] for column in answer.description or []]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]


def laid(content: IO[bytes], path: Path, folder: Path) -> list[str]:
    """Write a file beside the snapshots, a piece at a time; gives its header."""
    try:
        with path.open("wb") as written:
            shutil.copyfileobj(content, written, PIECE_BYTES)
        with path.open("rb") as file, TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="") as text:
            return next(csv.reader([text.readline(PIECE_BYTES)], delimiter=";"), [])
    except OSError as reason:
        raise SnapshotError(
            f"A large file cannot be unpacked in {folder}: {reason.strerror}. "
            "LSK_HOME may name a folder with more room."
        ) from reason


@contextmanager
def bulk() -> Iterator[Bulk]:
    """A reading of large files; its folder beside the snapshots is gone afterwards."""
    folder = snapshots.folder() / f"bulk-{uuid4().hex}.part"
    try:
        folder.mkdir(parents=True)
    except OSError as reason:
        raise SnapshotError(
            f"Nothing can be written to {folder.parent}: {reason.strerror}. LSK_HOME may name a folder of your own."
        ) from reason
    connection = duckdb.connect(
        config={"memory_limit": MEMORY, "threads": THREADS, "temp_directory": str(folder / "spilled")}
    )
    try:
        yield Bulk(folder, connection)
    finally:
        connection.close()
        shutil.rmtree(folder, ignore_errors=True)
