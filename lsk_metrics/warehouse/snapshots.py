"""Snapshots on disk: publish by renaming a small pointer, list, and find the current one."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import duckdb

from lsk_metrics import paths
from lsk_metrics.errors import SnapshotError

UNREADABLE = "unreadable"


class Snapshot(NamedTuple):
    """One snapshot; built_at is UTC, bytes the size of its file, program the version that built it, or "unreadable"."""

    id: str
    built_at: datetime
    data_sha256: str
    program: str
    current: bool
    bytes: int


def folder() -> Path:
    return paths.home() / "snapshots"


def file(snapshot: str) -> Path:
    """The file of a snapshot; raises SnapshotError where there is none of that name."""
    path = folder() / f"{snapshot}.duckdb"
    if not path.is_file():
        raise SnapshotError(f"Snapshot “{snapshot}” is not in {folder()}. “lsk snapshots” lists those there are.")
    return path


def current() -> str | None:
    """The id of the snapshot readers see, or nothing before the first build."""
    pointer = folder() / "current"
    return pointer.read_text(encoding="utf-8").strip() if pointer.is_file() else None


def publish(draft: Path, snapshot: str) -> None:
    """Give a finished draft its place and point readers at it; each step is one atomic rename."""
    draft.replace(folder() / f"{snapshot}.duckdb")
    point_at(snapshot)


def point_at(snapshot: str) -> None:
    """Show readers this snapshot from now on."""
    pointer = folder() / "current"
    beside = pointer.with_suffix(f".{os.getpid()}")
    beside.write_text(snapshot + "\n", encoding="utf-8")
    beside.replace(pointer)


def listing() -> list[Snapshot]:
    """All snapshots, newest first; a file that cannot be read is listed as such, by its age on disk."""
    found = [opened(path) or unreadable(path) for path in folder().glob("*.duckdb")]
    return sorted(found, key=lambda snapshot: snapshot.built_at, reverse=True)


def find(snapshot: str) -> Snapshot | None:
    """One snapshot, where it is there and can be read."""
    path = folder() / f"{snapshot}.duckdb"
    return opened(path) if path.is_file() else None


def opened(path: Path) -> Snapshot | None:
    try:
        with duckdb.connect() as connection:
            connection.execute(f"ATTACH '{quoted(path)}' AS opened (READ_ONLY)")
            row = connection.execute("SELECT id, built_at, data_sha256, program FROM opened.snapshot").fetchone()
    except duckdb.Error:
        return None
    if row is None:
        return None
    name, built_at, data_sha256, program = row
    return Snapshot(name, built_at, data_sha256, program, name == current(), path.stat().st_size)


def unreadable(path: Path) -> Snapshot:
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None)
    return Snapshot(path.stem, changed, "", UNREADABLE, path.stem == current(), path.stat().st_size)


def quoted(path: Path) -> str:
    """A path as the inside of a SQL string: ATTACH takes no parameter."""
    return str(path).replace("'", "''")
