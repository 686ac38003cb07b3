"""A folder whose files are not all written yet, named as such: what a stopped command left there may be overwritten."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from lsk_metrics.commands import writing
from lsk_metrics.errors import ExportRefused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

# Before the names stands what whoever finds the file in the folder should know.
WORDS = "These files are not all written: the command that makes them was stopped. The same command writes them all."


@contextmanager
def until_written(folder: Path, what: str, names: Sequence[str]) -> Iterator[None]:
    """Name the files that are about to be written, until they are; raises ExportRefused.

    Where it goes wrong before one of them is there, the folder is as it was."""
    before = left(folder, what)
    others = [name for name in before if name not in names]
    name(folder, what, [*names, *others])
    try:
        yield
    except BaseException:
        if not any((folder / each).exists() for each in names):
            name(folder, what, before)
        raise
    name(folder, what, others)


def name(folder: Path, what: str, files: Sequence[str]) -> None:
    """Say that these are not all written; with none to name, say nothing."""
    if files:
        writing.write(place(folder, what), "\n".join([WORDS, *files, ""]).encode("utf-8"))
        return
    try:
        place(folder, what).unlink(missing_ok=True)
    except OSError as reason:
        raise ExportRefused(f"{place(folder, what)} cannot be removed: {reason.strerror or reason}.") from reason


def left(folder: Path, what: str) -> list[str]:
    """The files of a command that was stopped, some of them there; none where none was."""
    with suppress(OSError):
        return place(folder, what).read_text(encoding="utf-8", errors="replace").splitlines()[1:]
    return []


def place(folder: Path, what: str) -> Path:
    return folder / f"{what}-unfinished.txt"
