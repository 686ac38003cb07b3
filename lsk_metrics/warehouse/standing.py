"""Which snapshot pages show where the one that readers are pointed at is damaged, gone or of a newer program."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import duckdb

from lsk_metrics import __version__, journal
from lsk_metrics.errors import SnapshotBroken, SnapshotError
from lsk_metrics.warehouse import order, pointers, snapshots
from lsk_metrics.warehouse.snapshots import Snapshot

# What a page run has tripped over; each was read whole afterwards, and is damaged indeed.
DAMAGED: set[tuple[str, int]] = set()


class Shown(NamedTuple):
    """What pages show: a snapshot, and, where it is not the one that readers are pointed at, why not."""

    snapshot: str
    why: SnapshotError | None = None


def shown() -> Shown:
    """The snapshot that readers are pointed at, else the last good one; raises SnapshotError where none is good."""
    found = pointers.current()
    why = trouble(found)
    if why is not None:
        found = stand_in()
        if found is None:
            raise why
    journal.shows(found or "", "" if why is None else type(why).__name__)
    return Shown(found or "", why)


def trouble(snapshot: str | None) -> SnapshotError | None:
    """What speaks against showing a snapshot; costs a look at the file, which is opened once alone."""
    if snapshot is None:
        return SnapshotError("There is no snapshot yet. “lsk build” makes the first one from the data folder.")
    if not snapshots.is_here(snapshot):
        return astray(snapshot)
    try:
        path = snapshots.file(snapshot)
        state = path.stat()
        signed = snapshots.signature(path, state.st_mtime_ns, state.st_size)
    except (FileNotFoundError, SnapshotError):
        return SnapshotBroken(snapshot, gone=True)
    if signed is None or (str(path), state.st_mtime_ns) in DAMAGED:
        return SnapshotBroken(snapshot)
    return newer(snapshot, signed[2])


def newer(snapshot: str, program: str) -> SnapshotError | None:
    """The sentence for a snapshot that a newer version of the program has made."""
    if numbers(program) <= numbers(__version__):
        return None
    return SnapshotError(
        "Snapshot {snapshot} was made by version {program} of the program; this one is {here} and does not know what "
        "is in it. Install the newer version again, or “lsk build” makes a snapshot for this one.",
        snapshot=snapshot,
        program=program,
        here=__version__,
    )


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def stand_in() -> str | None:
    """The newest good snapshot; where readers were rolled back, none that is newer than what they were held at."""
    held, last, found = pointers.pinned(), pointers.latest(), snapshots.listing()
    too_new = set() if held is None else {last, *made_after(held, [each.id for each in found])}
    for each in found:
        if each.data_sha256 and not each.restored and each.id not in too_new and trouble(each.id) is None:
            return each.id
    return None


def made_after(held: str, known: list[str]) -> list[str]:
    """Those of the ids, newest first, made after one that may have gone; then the day in an id may be all there is."""
    if held in known:
        return known[: known.index(held)]
    noted = order.places()
    return [
        each for each in known
        if (noted[each] > noted[held] if each in noted and held in noted else each[:8] > held[:8])
    ]  # fmt: skip


def astray(snapshot: str) -> SnapshotError:
    """What to do where readers are pointed at a snapshot that is not there."""
    if pointers.pinned() is not None:
        return SnapshotError(
            "Readers are held at snapshot “{snapshot}”, which is not there. “lsk rollback --forward” shows the "
            "snapshot published last; “lsk rollback ID” holds them at another.",
            snapshot=snapshot,
        )
    return SnapshotError(
        "Readers are pointed at snapshot “{snapshot}”, which is not there. “lsk build” mends that; "
        "“lsk rollback ID” shows one that “lsk snapshots” lists.",
        snapshot=snapshot,
    )


def intact(snapshot: Snapshot) -> bool:
    """Whether every row of a snapshot can be read; asked of a file once, for it never changes."""
    try:
        path = snapshots.file(snapshot.id)
        return bool(snapshot.data_sha256) and read_whole(str(path), path.stat().st_mtime_ns)
    except (FileNotFoundError, SnapshotError):
        return False


@lru_cache(maxsize=256)
def read_whole(path: str, changed_ns: int) -> bool:
    """Each block of the file has a checksum of the engine's, which is held against it when the block is read."""
    with duckdb.connect() as connection:
        try:
            connection.execute(f"ATTACH '{snapshots.quoted(Path(path))}' AS whole (READ_ONLY)")
            connection.execute("USE whole")
            named = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'whole'"
            for (table,) in connection.execute(named).fetchall():
                connection.execute(f'SELECT bit_xor(hash(each)) FROM "{table}" AS each').fetchall()
        except duckdb.Error:
            return False
    return True


def tripped_over(path: str, changed_ns: int) -> None:
    """A question has failed on this file; if it is the file that is damaged, it is passed over from now on."""
    if not read_whole(path, changed_ns):
        DAMAGED.add((path, changed_ns))
