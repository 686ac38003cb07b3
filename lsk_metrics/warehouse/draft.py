"""A snapshot in the making: an own file, loaded table by table, held against the rules, then given away."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer
from typing import Any
from uuid import uuid4

import duckdb

from lsk_metrics.errors import RowError, SnapshotError
from lsk_metrics.warehouse import stage

Text = dict[str, str | None]
# Rows handed over in one piece: a large table whole would need a gigabyte.
AT_ONCE = 10_000
ASKED_S = 60.0  # those that the seed data bring take milliseconds

# Two dozen small tables: with the engine's own blocks of 256 KiB a snapshot would be twelve times as large.
BLOCK_BYTES = "16384"
# What a full disk, a quota or a folder that may not be written to makes of a statement.
UNWRITTEN = (OSError, duckdb.IOException, duckdb.FatalException, duckdb.TransactionException, duckdb.InternalException)


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

    def asked(self, sql: str, what: str) -> list[tuple[Any, ...]]:
        """The rows of a question that a file of the data folder asks: one SELECT, which reaches no file and no network.

        Raises RowError, in which `what` says whose question it is. Nothing is loaded from files afterwards."""
        self.connection.execute("SET enable_external_access = false")
        limit = Timer(ASKED_S, self.connection.interrupt)
        limit.start()
        try:
            asked = self.connection.extract_statements(sql)
            if [statement.type for statement in asked] != [duckdb.StatementType.SELECT]:
                raise RowError(f"{what} is no question: it should be one SELECT.")
            return self.connection.execute(asked[0]).fetchmany(2)
        except duckdb.InterruptException as reason:
            raise RowError(f"{what} has no answer within {ASKED_S:g} s. Make it a simpler question.") from reason
        except UNWRITTEN:
            raise
        except (duckdb.Error, ValueError) as reason:
            raise RowError(f"{what} cannot be asked: {first_line(reason)}") from reason
        finally:
            limit.cancel()

    def finish(self, snapshot: str, data_sha256: str, program: str) -> None:
        """Sign the draft, have all of it on the disk, and let go of its file."""
        moment = datetime.now(UTC).replace(tzinfo=None)
        self.connection.execute("INSERT INTO snapshot VALUES (?, ?, ?, ?)", [snapshot, moment, data_sha256, program])
        self.close()

    def close(self) -> None:
        """Have all of the draft on the disk, and let go of its file."""
        # Closing would do this too, but keeps to itself what went wrong; and only the file itself is published.
        self.connection.execute("CHECKPOINT")
        self.connection.close()
        with self.path.open("rb+") as file:
            os.fsync(file.fileno())


@contextmanager
def draft(folder: Path | None = None, bare: bool = False) -> Iterator[Draft]:
    """A new draft with the schema and the views in it; its file is gone afterwards unless it was published.

    bare: with nothing in it, and shut off from files and network, for statements that come from outside.

    Without a folder it lies where temporary files lie, to be looked at and thrown away. A draft to publish lies in
    the folder of snapshots, and its maker holds the turn.
    """
    with TemporaryDirectory() if folder is None else nullcontext(folder) as place:
        path = Path(place) / f"draft-{uuid4().hex}.part"
        connection: duckdb.DuckDBPyConnection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            shut = {"enable_external_access": "false", "lock_configuration": "true"} if bare else {}
            connection = duckdb.connect(str(path), config={"default_block_size": BLOCK_BYTES, **shut})
            for part in () if bare else ("schema.sql", "views.sql"):
                connection.execute(files("lsk_metrics.warehouse").joinpath(part).read_text(encoding="utf-8"))
            yield Draft(path, connection)
        except UNWRITTEN as reason:
            raise SnapshotError(
                f"A snapshot cannot be written to {path.parent}: {first_line(reason)} "
                "LSK_HOME may name a folder of your own."
            ) from reason
        finally:
            if connection is not None:
                abandon(connection)
            for left in (path, path.with_name(path.name + ".wal")):
                left.unlink(missing_ok=True)


def abandon(connection: duckdb.DuckDBPyConnection) -> None:
    """Let go of a file, whatever state it is in: it was published and closed before, or it is thrown away."""
    with suppress(duckdb.Error):
        connection.close()


def first_line(reason: BaseException) -> str:
    """What the system said, without the engine's name for it and its advice to programmers, as a sentence."""
    said = re.sub(r"^(\w+ Error: |Failed to \w+( \w+ because of error)?: )+", "", str(reason).strip().splitlines()[0])
    return said.rstrip(".") + "."
