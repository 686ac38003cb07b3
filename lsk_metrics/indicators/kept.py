"""The snapshots that are kept: what a reader may look back to."""

from dataclasses import dataclass
from datetime import datetime

from lsk_metrics.language import number
from lsk_metrics.warehouse import read


@dataclass(frozen=True)
class Kept:
    """One snapshot as a reader sees it; times are UTC, size in MB as written; mark: the review it was marked as;
    mark_order counts marks, whatever the clock said; restored: it was made again from a pack."""

    id: str
    built_at: datetime
    size: str
    program: str
    readable: bool
    current: bool
    latest: bool
    pinned: bool
    mark: str
    marked_at: datetime | None
    restored: bool = False
    mark_order: int = 0


def history() -> list[Kept]:
    """Snapshots, newest first."""
    return [told(each) for each in read.history()]


def meant(name: str) -> Kept:
    """The snapshot meant by an id, its beginning, “current” or “previous”; raises NameUnknown or SnapshotError."""
    return told(read.meant(name))


def told(snapshot: read.Snapshot) -> Kept:
    return Kept(
        snapshot.id,
        snapshot.built_at,
        number(snapshot.bytes / 1e6, 1),
        snapshot.program,
        bool(snapshot.data_sha256),
        snapshot.current,
        snapshot.latest,
        snapshot.pinned,
        snapshot.mark,
        snapshot.marked_at,
        snapshot.restored,
        snapshot.mark_order,
    )
