"""Snapshots on disk: publish whole, list, find the one that is meant, remove."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import duckdb

from lsk_metrics.errors import NameUnknown, SnapshotError
from lsk_metrics.warehouse import marks, order
from lsk_metrics.warehouse.pointers import current, folder, latest, pinned, point_at, settle

__all__ = ["Snapshot", "beginning", "current", "file", "find", "folder", "is_here", "latest", "leftovers", "listing",
           "meant", "pinned", "place", "point_at", "publish", "remove"]  # fmt: skip
UNREADABLE = "unreadable"
RESTORED = ".restored"  # a small file beside a snapshot that was made again from a pack
LONGEST = 200  # bytes of a name; systems refuse to look for a file with a much longer one
HEADER_BYTES = 3 * 4096  # what stands in a DuckDB file before its first block


class Snapshot(NamedTuple):
    """One snapshot; built_at is UTC, bytes the size of its file, program the version that built it, or "unreadable".

    current: readers see it; latest: it was published last; pinned: a roll-back holds readers at it. mark: the words
    it was marked with, and marked_at when (UTC), where a review was held on it. restored: it was made from a pack.
    """

    id: str
    built_at: datetime
    data_sha256: str
    program: str
    current: bool
    latest: bool
    pinned: bool
    bytes: int
    mark: str = ""
    marked_at: datetime | None = None
    restored: bool = False
    mark_order: int = 0


def file(snapshot: str) -> Path:
    """The file of a snapshot; raises SnapshotError where there is none of that name."""
    path = folder() / f"{snapshot}.duckdb"
    if not is_here(snapshot):
        words = "Snapshot “{snapshot}” is not in {folder}. “lsk snapshots” lists those there are."
        raise SnapshotError(words, snapshot=snapshot, folder=folder())
    return path


def is_here(snapshot: str) -> bool:
    fits = Path(snapshot).name == snapshot and len(snapshot.encode("utf-8", "replace")) <= LONGEST
    return fits and (folder() / f"{snapshot}.duckdb").is_file()


def publish(draft: Path, snapshot: str) -> None:
    """Give a finished draft its place and make it the last published; each step is one atomic rename."""
    order.note(snapshot, lambda: [each.id for each in reversed(listing())])
    place(draft, snapshot)
    (folder() / f"{snapshot}{RESTORED}").unlink(missing_ok=True)
    point_at(snapshot)


def place(draft: Path, snapshot: str) -> None:
    """Give a finished draft its place by one rename; readers go on seeing what they see."""
    try:
        draft.replace(folder() / f"{snapshot}.duckdb")
        settle(folder())
    except OSError as reason:
        words = "The snapshot cannot be put into {folder}: {why}."
        raise SnapshotError(words, folder=folder(), why=reason.strerror) from reason


def listing() -> list[Snapshot]:
    """All snapshots, the one made last first; a file that cannot be read is listed as such, by its age on disk."""
    found = []
    for path in folder().glob("*.duckdb"):
        with suppress(FileNotFoundError):  # removed in this very moment
            found.append(opened(path) or unreadable(path))
    made = order.made({each.id: each.built_at for each in found})
    return sorted(found, key=lambda each: (*made[each.id], each.id), reverse=True)


def find(snapshot: str) -> Snapshot | None:
    """One snapshot, where it is there and can be read."""
    return opened(folder() / f"{snapshot}.duckdb") if is_here(snapshot) else None


def beginning(name: str, known: Sequence[Snapshot]) -> Snapshot:
    """The one whose id is or begins so; raises NameUnknown with the nearest id, SnapshotError where several do."""
    found = [each for each in known if name and each.id.startswith(name)]
    if not found:
        raise NameUnknown("snapshot", name, (each.id for each in known))
    if len(found) > 1:
        words = "“{name}” may be any of {snapshots}. Give more of the id."
        raise SnapshotError(words, name=name, snapshots=", ".join(each.id for each in found))
    return found[0]


def meant(name: str) -> Snapshot:
    """The readable snapshot meant by an id, the beginning of one, “current” or “previous” (to the current one).

    Raises NameUnknown with the nearest id, or SnapshotError where several are meant, or it cannot be read.
    """
    if exact := find(name):
        return exact
    known = listing()
    readable = [each for each in known if each.program != UNREADABLE]
    shown = [at for at, each in enumerate(readable) if each.current]
    if name in ("current", "previous") and not shown:
        raise SnapshotError("No snapshot is current. “lsk build” makes one, “lsk rollback ID” chooses one.")
    if name == "current":
        return readable[shown[0]]
    if name == "previous":
        if shown[0] + 1 == len(readable):
            words = "There is no snapshot before the current one, {snapshot}."
            raise SnapshotError(words, snapshot=readable[shown[0]].id)
        return readable[shown[0] + 1]
    found = beginning(name, known)
    if found.program == UNREADABLE:
        words = "Snapshot {snapshot} cannot be read: its file is damaged, or no snapshot of this program."
        raise SnapshotError(words, snapshot=found.id)
    return found


def remove(name: str) -> int:
    """Delete one snapshot by its whole id, gives the bytes freed; refuses one that is marked or that readers see."""
    path = folder() / f"{name}.duckdb"
    if not is_here(name):
        raise NameUnknown("snapshot", name, (each.stem for each in folder().glob("*.duckdb")))
    if name == pinned():
        words = "Readers are held at snapshot {name}; “lsk rollback --forward” lets them go on first."
        raise SnapshotError(words, name=name)
    if found := marks.of(name):
        words = (
            "Snapshot {name} is marked “{mark}” and is kept. “lsk snapshots unmark {name}” takes the mark away; "
            "then it can be removed."
        )
        raise SnapshotError(words, name=name, mark=found.words)
    if name in (current(), latest()):
        raise SnapshotError("Snapshot {name} was published last, and is not removed.", name=name)
    size = path.stat().st_size
    try:
        path.unlink()
        (folder() / f"{name}{RESTORED}").unlink(missing_ok=True)
    except OSError as reason:
        raise SnapshotError(
            "Snapshot {name} cannot be removed: {why}. Is it still being read?", name=name, why=reason.strerror
        ) from reason
    return size


def leftovers() -> list[Path]:
    """What a killed build or roll-back has left; only whoever holds the turn may take it away."""
    return [path for pattern in ("*.part", "*.part.wal") for path in folder().glob(pattern)]


def opened(path: Path) -> Snapshot | None:
    """What a file says it is; nothing where it cannot be read, or is shorter than it should be."""
    state = path.stat()
    row = signature(path, state.st_mtime_ns, state.st_size)
    return described(path, *row) if row else None


@lru_cache(maxsize=1024)
def signature(path: Path, changed_ns: int, size: int) -> tuple[datetime, str, str] | None:
    """When a snapshot was built, from what and by which program; asked once of each file, for they never change."""
    with duckdb.connect() as connection:
        try:
            connection.execute(f"ATTACH '{quoted(path)}' AS opened (READ_ONLY)")
            row = connection.execute("SELECT built_at, data_sha256, program FROM opened.snapshot").fetchone()
            blocks = connection.execute(
                "SELECT block_size * total_blocks FROM pragma_database_size() WHERE database_name = 'opened'"
            ).fetchone()
        except duckdb.Error:
            return None
    if row is None or blocks is None or size < HEADER_BYTES + blocks[0]:
        return None
    built_at, data_sha256, program = row
    return built_at, data_sha256, program


def unreadable(path: Path) -> Snapshot:
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None)
    return described(path, changed, "", UNREADABLE)


def described(path: Path, built_at: datetime, data_sha256: str, program: str) -> Snapshot:
    seen, last, held = (path.stem == pointer for pointer in (current(), latest(), pinned()))
    words, at, count = marks.of(path.stem) or ("", None, 0)
    size, again = path.stat().st_size, path.with_suffix(RESTORED).is_file()
    return Snapshot(path.stem, built_at, data_sha256, program, seen, last, held, size, words, at, again, count)


def quoted(path: Path) -> str:
    """A path as the inside of a SQL string: ATTACH takes no parameter."""
    return str(path).replace("'", "''")
