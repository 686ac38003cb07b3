"""In which order snapshots were made: a file of ids that is only added to, because a clock may be set back."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

FILE = "order"


def file() -> Path:
    return pointers.folder() / FILE


def note(snapshot: str, before: Callable[[], Iterable[str]]) -> None:
    """This one is made now; `before` gives those there are, oldest first, where nothing is noted yet.

    Noted before it gets its place: an id of which there is no file says nothing. The caller holds the turn.
    """
    path = file()
    try:
        lines = [snapshot] if path.is_file() else [*before(), snapshot]
        with path.open("ab+") as kept:
            if kept.tell():  # after a line that a crash cut short
                kept.seek(-1, os.SEEK_END)
                lines = lines if kept.read(1) == b"\n" else ["", *lines]
            kept.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
            kept.flush()
            os.fsync(kept.fileno())
    except OSError as reason:
        raise pointers.refusal(reason) from reason


def places() -> dict[str, int]:
    """When each snapshot was made for the last time, as a count; those made by older programs are not among them."""
    try:
        text = file().read_text(encoding="utf-8", errors="replace") if file().is_file() else ""
    except OSError as reason:
        raise SnapshotError("{path} cannot be read: {why}.", path=file(), why=reason.strerror) from reason
    return {name: at for at, name in enumerate(text.splitlines()) if name}


def made(built: Mapping[str, datetime]) -> dict[str, tuple[datetime, int]]:
    """What to sort snapshots by: when each was built, or, where the clock was set back since, as late as those before.

    built: what the clock said as each was built, by its id."""
    known, found = places(), {name: (moment, -1) for name, moment in built.items()}
    late: list[datetime] = []
    for name in sorted(built.keys() & known.keys(), key=lambda each: known[each]):
        late = [max([*late, built[name]])]
        found[name] = (late[0], known[name])
    return found
