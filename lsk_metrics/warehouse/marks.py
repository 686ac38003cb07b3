"""Snapshots that a review was held on: each mark is a small file beside the snapshot, which itself never changes."""

import json
from datetime import UTC, datetime
from typing import NamedTuple

from lsk_metrics.errors import SnapshotError, ValueRefused
from lsk_metrics.warehouse import pointers

LONGEST = 120  # characters of a mark: it stands in lists and headings
ENDING = ".mark"


class Mark(NamedTuple):
    """What a snapshot was marked as, and when (UTC); order is larger than that of any mark made before.

    The order counts, for the clock may have been set back. Marks of older programs have none."""

    words: str
    at: datetime
    order: int = 0


def mark(snapshot: str, words: str) -> Mark:
    """Mark a snapshot, or mark it anew; raises ValueRefused for words that do not fit in a line."""
    said = " ".join(words.split())
    if not said or not said.isprintable() or len(said) > LONGEST:
        words = "A mark is a line of 1 to {most} characters, such as “Board, May 2026”; this one has {n}."
        raise ValueRefused(words, most=LONGEST, n=len(said))
    others = [found.order for path in pointers.folder().glob(f"*{ENDING}") if (found := of(path.stem))]
    made = Mark(said, datetime.now(UTC).replace(tzinfo=None, microsecond=0), max(others, default=0) + 1)
    document = {"words": made.words, "at": f"{made.at.isoformat()}Z", "order": made.order}
    pointers.write(f"{snapshot}{ENDING}", json.dumps(document, ensure_ascii=False))
    return made


def unmark(snapshot: str) -> None:
    """Take a mark away; raises SnapshotError where there is none."""
    path = pointers.folder() / f"{snapshot}{ENDING}"
    try:
        path.unlink()
        pointers.settle(pointers.folder())
    except FileNotFoundError as reason:
        raise SnapshotError("Snapshot {name} is not marked.", name=snapshot) from reason
    except OSError as reason:
        raise pointers.refusal(reason) from reason


def of(snapshot: str) -> Mark | None:
    """The mark of a snapshot; one that cannot be read is a mark all the same, so that the snapshot is kept."""
    path = pointers.folder() / f"{snapshot}{ENDING}"
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as reason:
        raise SnapshotError("{path} cannot be read: {why}.", path=path, why=reason.strerror) from reason
    try:
        document = json.loads(text)
        at = datetime.fromisoformat(document["at"]).astimezone(UTC).replace(tzinfo=None)
        return Mark(str(document["words"])[:LONGEST], at, int(document.get("order", 0)))
    except (ValueError, KeyError, TypeError, AttributeError):
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(tzinfo=None, microsecond=0)
        return Mark(f"{path.name} cannot be read", changed)
