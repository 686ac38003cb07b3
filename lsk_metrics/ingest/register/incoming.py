"""A file as it comes in: read once, within limits, and told apart by what it holds, not by what it is called."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lsk_metrics.ingest.register.cells import Raw
from lsk_metrics.ingest.register.problems import Refused
from lsk_metrics.ingest.register.schema import Table

MEGABYTE = 1024 * 1024
# Limits that keep time and memory bounded; the largest register anybody has named is a few thousand rows.
MOST_ON_DISK = 50 * MEGABYTE
MOST_ROWS = 200_000
MOST_COLUMNS = 100
MOST_IN_CELL = 10_000
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Line = tuple[int, Sequence[Raw]]


@dataclass(frozen=True)
class Incoming:
    """One file, whole in memory, so that what is checked is what is published."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Sheet:
    """The table in a file: lines are row numbers as the spreadsheet shows them, with cells; they can be read once.

    merged names ranges of merged cells; notes are what a reader should know, as (name, facts)."""

    lines: Iterator[Line]
    merged: Sequence[str] = ()
    notes: Sequence[tuple[str, dict[str, str]]] = field(default_factory=list)


def read(path: Path) -> Incoming:
    """The file's content; raises Refused where it is missing, unreadable, empty or too large."""
    try:
        if not path.is_file():
            raise Refused("file_missing", file=path)
        size = path.stat().st_size
        if size > MOST_ON_DISK:
            raise Refused("file_large", size=size // MEGABYTE, most=MOST_ON_DISK // MEGABYTE)
        with path.open("rb") as file:
            content = file.read(min(size, MOST_ON_DISK) + 1)  # room is made for so much, however small the file
    except MemoryError as reason:
        raise Refused("file_memory") from reason
    except OSError as reason:
        raise Refused("file_unreadable", file=path.name, reason=reason.strerror) from reason
    if len(content) > MOST_ON_DISK:
        raise Refused("file_large", size=len(content) // MEGABYTE, most=MOST_ON_DISK // MEGABYTE)
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise Refused("file_empty")
    return Incoming(path.name, content)


def sheet(incoming: Incoming, table: Table) -> Sheet:
    """The sheet with the table; raises Refused for a file that is not a plain workbook or CSV."""
    from lsk_metrics.ingest.register import textfiles, workbooks

    content = incoming.content
    if content.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise Refused("file_locked" if locked else "file_old")
    opened = workbooks.sheet(content, table) if content.startswith(ZIP) else textfiles.sheet(content, table)
    return Sheet(bounded(opened.lines), opened.merged, opened.notes)


def bounded(lines: Iterator[Line]) -> Iterator[Line]:
    """Lines with something in them, as long as they stay within the limits."""
    kept = 0
    for number, cells in lines:
        filled = [at for at, cell in enumerate(cells) if cell is not None and cell != ""]
        if not filled:
            continue
        kept += 1
        if kept > MOST_ROWS + 1:
            raise Refused("file_long", most=MOST_ROWS)
        if filled[-1] >= MOST_COLUMNS:
            raise Refused("file_wide", count=filled[-1] + 1, most=MOST_COLUMNS)
        if any(isinstance(cell, str) and len(cell) > MOST_IN_CELL for cell in cells):
            raise Refused("file_cell", most=MOST_IN_CELL)
        yield number, cells[: filled[-1] + 1]
