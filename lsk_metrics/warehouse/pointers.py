"""Which snapshot readers see: the one published last, unless they were rolled back and are held at another."""

import os
from pathlib import Path

from lsk_metrics import paths
from lsk_metrics.errors import SnapshotError

# Each is a small file that holds an id. `current` is written by every build, `pinned` by a roll-back alone: one rename
# or one removal moves all readers, so that a crash leaves them either here or there.
LATEST, PINNED = "current", "pinned"


def folder() -> Path:
    return paths.home() / "snapshots"


def current() -> str | None:
    """The id of the snapshot readers see, or nothing before the first build."""
    held = pinned()
    return latest() if held is None else held


def latest() -> str | None:
    """The id of the snapshot that was published last, whether readers see it or are held at another."""
    return read(LATEST)


def pinned() -> str | None:
    """The id readers are held at by a roll-back, or nothing where there was none."""
    return read(PINNED)


def point_at(snapshot: str) -> None:
    """This one is the last published: readers who are not held elsewhere see it from now on."""
    write(LATEST, snapshot)


def pin(snapshot: str) -> None:
    """Hold all readers at this snapshot, whatever is published later."""
    write(PINNED, snapshot)


def unpin() -> None:
    """Let readers go to the snapshot that was published last."""
    try:
        (folder() / PINNED).unlink(missing_ok=True)
        settle(folder())
    except OSError as reason:
        raise refusal(reason) from reason


def read(name: str) -> str | None:
    """What a pointer says, which may be anything; nothing where the file is not there."""
    pointer = folder() / name
    try:
        return pointer.read_text(encoding="utf-8", errors="replace")[:200].strip() if pointer.is_file() else None
    except OSError as reason:
        raise SnapshotError("{path} cannot be read: {why}.", path=pointer, why=reason.strerror) from reason


def write(name: str, snapshot: str) -> None:
    """Replace a pointer whole; what it names, and then it itself, is on the disk before this returns."""
    pointer = folder() / name
    beside = pointer.with_name(f"{name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(snapshot + "\n")
            file.flush()
            os.fsync(file.fileno())
        settle(folder())
        beside.replace(pointer)
        settle(folder())
    except OSError as reason:
        raise refusal(reason) from reason


def settle(place: Path) -> None:
    """Have a folder's renames on the disk: a power cut must not leave a pointer to a file that is not there."""
    if os.name == "nt":  # Windows opens no folders, and writes renames through its journal
        return
    opened = os.open(place, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def refusal(reason: OSError) -> SnapshotError:
    return SnapshotError(
        "Nothing can be written to {folder}: {why}. What readers see stays as it was. "
        "LSK_HOME may name a folder of your own.",
        folder=folder(),
        why=reason.strerror,
    )
