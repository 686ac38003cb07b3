"""A snapshot in the making: an own file, loaded table by table, held against the rules, then given away."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb

from lsk_metrics.errors import RowError, SnapshotError
from lsk_metrics.warehouse import snapshots, stage

Text = dict[str, str | None]
# Rows handed over in one piece: a large table whole would need a gigabyte.
AT_ONCE = 10_000


class Draft:
    """Tables of a snapshot being built; nothing of it is seen by readers before it is published."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self.connection = connection

    def load(self, table: str, rows: Sequence[Text], origin: str) -> int:
        """Append rows given as text; raises RowError naming rows of `origin` that do not fit the schema."""
        if not rows:
            return 0
        unknown = set(rows[0]) - set(stage.columns(self.connection, table))
        if unknown:
            raise RowError(f"{origin}: the column “{min(unknown)}” does not belong to the table “{table}”.")
        blank = stage.blanks(self.connection, table) & set(rows[0])
        for start in range(0, len(rows), AT_ONCE):
            lines = [
                {**row, **{name: row[name] or "" for name in blank}, "_line": str(line)}
                for line, row in enumerate(rows[start : start + AT_ONCE], start + 2)
            ]
            into = "INSERT INTO incoming BY NAME" if start else "CREATE OR REPLACE TEMP TABLE incoming AS"
            self.connection.execute(f"{into} SELECT unnest($rows, recursive := true)", {"rows": lines})
        offences = stage.offences(self.connection, table)
        if offences:
            listed = "\n".join(f"  {offence}" for offence in offences[:20])
            raise RowError(f"{origin}: {len(offences)} cells or rows cannot be loaded.\n{listed}")
        self.connection.execute(f'INSERT INTO "{table}" BY NAME SELECT * EXCLUDE _line FROM incoming')
        return len(rows)

    def columns(self, table: str) -> set[str]:
        return set(stage.columns(self.connection, table))

    def rows(self, sql: str) -> list[dict[str, Any]]:
        answer = self.connection.execute(sql)
        names = [column[0] for column in answer.description or []]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def finish(self, snapshot: str, data_sha256: str, program: str) -> None:
        """Sign the draft and let go of its file."""
        moment = datetime.now(UTC).replace(tzinfo=None)
        self.connection.execute("INSERT INTO snapshot VALUES (?, ?, ?, ?)", [snapshot, moment, data_sha256, program])
        self.connection.close()


@contextmanager
def draft() -> Iterator[Draft]:
    """A new draft with the schema and the views in it; its file is gone afterwards unless it was published."""
    path = snapshots.folder() / f"draft-{uuid4().hex}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = duckdb.connect(str(path))
    except (OSError, duckdb.IOException) as reason:
        raise SnapshotError(
            f"A snapshot cannot be written to {path.parent}: {reason}. LSK_HOME may name a folder of your own."
        ) from reason
    try:
        for part in ("schema.sql", "views.sql"):
            connection.execute(files("lsk_metrics.warehouse").joinpath(part).read_text(encoding="utf-8"))
        yield Draft(path, connection)
    finally:
        connection.close()
        for left in (path, path.with_name(path.name + ".wal")):
            left.unlink(missing_ok=True)
