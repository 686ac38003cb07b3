"""What a board has to say about an indicator or its status: a file that is only ever added to, a line a comment."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from lsk_metrics import paths
from lsk_metrics.errors import SnapshotError, ValueRefused
from lsk_metrics.warehouse import pointers, turn

ABOUT = ("indicator", "status")
LONGEST, LONGEST_AUTHOR = 2000, 80


class Comment(NamedTuple):
    """at is UTC; snapshot is the one readers saw when it was written, empty where there was none."""

    indicator: str
    about: str
    text: str
    author: str
    at: datetime
    snapshot: str


class Kept(NamedTuple):
    """The comments in the order they were written, and how many lines of the file cannot be read."""

    comments: list[Comment]
    damaged: int


def file() -> Path:
    return paths.home() / "register" / "comments.jsonl"


def add(indicator: str, text: str, author: str, about: str = ABOUT[0]) -> Comment:
    """Write one comment down; it is on the disk before this returns. The caller has seen to it that the id is known.

    Raises ValueRefused for a text or name that is empty or too long, SnapshotError where nothing can be written.
    """
    said, name = " ".join(text.split()), " ".join(author.split())
    refuse("comment", said, LONGEST)
    refuse("name of its author", name, LONGEST_AUTHOR)
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    with turn.taken():
        made = Comment(indicator, about, said, name, now, pointers.current() or "")
        append({**made._asdict(), "at": f"{now.isoformat()}Z"})
    return made


def refuse(what: str, text: str, longest: int) -> None:
    if not text or len(text) > longest or not text.isprintable():
        words = "The {what} needs 1 to {most} characters that can be seen; this one has {n}."
        raise ValueRefused(words, what=what, most=longest, n=len(text))


def append(document: dict[str, Any]) -> None:
    """One line more; after a line that a crash cut short, it begins on a line of its own."""
    path = file()
    line = json.dumps(document, ensure_ascii=False).encode("utf-8") + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab+") as kept:
            if kept.tell():
                kept.seek(-1, os.SEEK_END)
                line = line if kept.read(1) == b"\n" else b"\n" + line
            kept.write(line)
            kept.flush()
            os.fsync(kept.fileno())
    except OSError as reason:
        raise SnapshotError("{path} cannot be written: {why}.", path=path, why=reason.strerror) from reason


def listing(indicator: str | None = None) -> Kept:
    """All comments, or those on one indicator; none where nobody has written any."""
    path = file()
    try:
        lines = path.read_bytes().splitlines() if path.is_file() else []
    except OSError as reason:
        raise SnapshotError("{path} cannot be read: {why}.", path=path, why=reason.strerror) from reason
    found = [read(line) for line in lines if line.strip()]
    known = [each for each in found if each is not None]
    return Kept([each for each in known if indicator in (None, each.indicator)], len(found) - len(known))


def read(line: bytes) -> Comment | None:
    """One line of the file; nothing where it is damaged."""
    try:
        given = json.loads(line)
        at = datetime.fromisoformat(given["at"]).astimezone(UTC).replace(tzinfo=None)
        indicator, about, text, author, snapshot = (str(given[name]) for name in Comment._fields if name != "at")
        return Comment(indicator, about, text, author, at, snapshot)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
