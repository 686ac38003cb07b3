"""A pack that comes back: looked at within limits, every checksum held against its file, before anything is made."""

from __future__ import annotations

import io
import json
import re
import zlib
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lsk_metrics.bounded import memory
from lsk_metrics.errors import PackRefused
from lsk_metrics.exports.packs import held
from lsk_metrics.exports.packs.packing import REVIEW, SUMS
from lsk_metrics.indicators.reviews import identified

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1024 * 1024
MOST_ON_DISK, MOST_UNPACKED, MOST_FILES = 500 * MEGABYTE, 1000 * MEGABYTE, 2000
MOST_TABLES = 200 * MEGABYTE  # of what is read into memory: the snapshot's tables and what the review asks
MOST_CELLS = 20_000_000  # of one table
MOST_MEMORY = 2000 * MEGABYTE  # of addresses; libraries ask for more of them than they fill
AT_ONCE = 100  # rows
LINE = re.compile(r"([0-9a-f]{64})  (.+)")
SAFE = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")
DAMAGED = (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)


@dataclass(frozen=True)
class Table:
    """A table of the snapshot: names of its columns, and its rows in their order."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@dataclass(frozen=True)
class Pack:
    """What a pack gives back: the review's id and all that it asks, the snapshot's statements and tables."""

    id: str
    review: dict[str, Any]
    program: str
    snapshot: str
    statements: list[str]
    tables: list[Table]


def opened(path: Path) -> Pack:
    """The pack in a file. Raises PackRefused, which names the first file that is not as it was packed."""
    try:
        if not path.is_file():
            raise PackRefused("There is no file {path}.", path=path)
        if path.stat().st_size > MOST_ON_DISK:
            raise PackRefused("{path} is larger than {most} MB.", path=path, most=MOST_ON_DISK // MEGABYTE)
        with memory(MOST_MEMORY):
            with ZipFile(path) as packed:
                entries = inspected(packed)
                wanted = checked(packed, entries)
            return told(wanted)
    except MemoryError as reason:
        raise PackRefused("{path} would take more memory than a pack is given.", path=path) from reason
    except OSError as reason:
        raise PackRefused("{path} cannot be read: {why}.", path=path, why=reason.strerror or reason) from reason
    except DAMAGED as reason:
        raise PackRefused("{path} is no whole zip file: {why}.", path=path, why=first_line(reason)) from reason


def inspected(packed: ZipFile) -> dict[str, ZipInfo]:
    """Files by their paths: none twice, none out of its folder, not more than there may be."""
    found: dict[str, ZipInfo] = {}
    for entry in packed.infolist():
        name = entry.filename.rstrip("/") if entry.is_dir() else entry.filename
        linked = entry.external_attr >> 16 & 0o170000 == 0o120000
        if not SAFE.fullmatch(name) or ".." in name.split("/") or "." in name.split("/") or linked:
            raise PackRefused("“{name}” in the pack is no path of a pack; nothing was restored.", name=name[:120])
        if entry.is_dir() and not entry.file_size:  # of a pack that somebody unpacked and packed again
            continue
        if name in found:
            raise PackRefused("“{name}” is in the pack twice; nothing was restored.", name=name)
        found[name] = entry
    size = sum(entry.file_size for entry in found.values())
    if len(found) > MOST_FILES or size > MOST_UNPACKED:
        raise PackRefused(
            "The pack would take {size} MB in {n} files; at most {most} MB in {files} files are taken.",
            size=size // MEGABYTE, n=len(found), most=MOST_UNPACKED // MEGABYTE, files=MOST_FILES,
        )  # fmt: skip
    return found


def checked(packed: ZipFile, entries: dict[str, ZipInfo]) -> dict[str, bytes]:
    """What a restoring reads, by path, once every file has the checksum that was written down for it."""
    if SUMS not in entries or REVIEW not in entries or held.CONTENTS not in entries:
        raise PackRefused("This zip is no pack of a review: it lacks {name}.", name=lacking(entries))
    sums = dict(line(text) for text in read(packed, entries[SUMS]).decode("utf-8").splitlines())
    for name in sorted({*entries, *sums} - {SUMS}):
        if name not in entries:
            raise PackRefused("“{name}” is missing from the pack; nothing was restored.", name=name)
        if name not in sums:
            raise PackRefused("“{name}” is in the pack and was not when it was made; nothing was restored.", name=name)
    wanted, room = {}, MOST_TABLES
    for name, entry in sorted(entries.items()):
        if name == SUMS:
            continue
        kept = name in (REVIEW, held.CONTENTS) or name.startswith("snapshot/tables/")
        digest, content = summed(packed, entry, room if kept else 0)
        if digest != sums[name]:
            raise PackRefused("“{name}” has been changed since the pack was made; nothing was restored.", name=name)
        if kept:
            room -= len(content)
            wanted[name] = content
    return wanted


def lacking(entries: dict[str, ZipInfo]) -> str:
    return next(name for name in (SUMS, REVIEW, held.CONTENTS) if name not in entries)


def line(text: str) -> tuple[str, str]:
    """A path and its checksum, as sha256sum writes them the other way round."""
    found = LINE.fullmatch(text)
    if not found:
        raise PackRefused("{name} in the pack cannot be read: “{text}”.", name=SUMS, text=text[:80])
    return found[2], found[1]


def read(packed: ZipFile, entry: ZipInfo) -> bytes:
    return summed(packed, entry, MOST_TABLES)[1]


def summed(packed: ZipFile, entry: ZipInfo, room: int) -> tuple[str, bytes]:
    """The checksum of a file, and its content where there is room for it; read in pieces, never beyond what it says."""
    digest, content, size = sha256(), io.BytesIO(), 0
    with packed.open(entry) as file:
        while piece := file.read(MEGABYTE):
            size += len(piece)
            if size > entry.file_size or (room and size > room):
                raise PackRefused("“{name}” in the pack is larger than is taken.", name=entry.filename)
            digest.update(piece)
            if room:
                content.write(piece)
    return digest.hexdigest(), content.getvalue()


def told(files: dict[str, bytes]) -> Pack:
    """What the files say; raises PackRefused where they are not what a pack holds."""
    try:
        asked, kept = json.loads(files[REVIEW]), json.loads(files[held.CONTENTS])
        tables = [table(each, files[held.path(each["name"])]) for each in kept["tables"]]
        made = Pack(
            str(asked["id"]), dict(asked["review"]), str(asked["program"]), str(kept["snapshot"]),
            [str(each) for each in kept["statements"]], tables,
        )  # fmt: skip
        given = identified(made.review)
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as reason:
        raise PackRefused("The pack does not hold what it should: {why}.", why=first_line(reason)) from reason
    if given != made.id:
        raise PackRefused("The pack’s review is {given}, and not {id}, as it says.", given=given, id=made.id[:60])
    if made.review["snapshot"] != made.snapshot:
        raise PackRefused("The pack holds another snapshot than its review names.")
    return made


def table(said: dict[str, Any], content: bytes) -> Table:
    """The rows of one table; ValueError where they are not as many, or not of the columns, that the contents say."""
    from pyarrow import parquet

    file = parquet.ParquetFile(io.BytesIO(content))
    inside = file.metadata
    unpacked = sum(inside.row_group(at).total_byte_size for at in range(inside.num_row_groups))
    if inside.num_rows != said["rows"] or inside.num_rows * inside.num_columns > MOST_CELLS or unpacked > MOST_TABLES:
        raise ValueError(f"the table “{said['name']}” has other rows, or more than are taken")
    names = file.schema_arrow.names
    if names != list(said["columns"]):
        raise ValueError(f"the table “{said['name']}” has other columns")
    rows: list[tuple[Any, ...]] = []
    room = MOST_TABLES
    # Piece by piece: a few bytes that say “the same again” a million times are small only as long as they are packed.
    for piece in file.iter_batches(batch_size=AT_ONCE, use_threads=False):
        room -= piece.nbytes
        if room < 0:
            raise ValueError(f"the table “{said['name']}” is larger than is taken")
        rows += zip(*(column.to_pylist() for column in piece.columns), strict=True)
    return Table(str(said["name"]), tuple(names), rows)


def first_line(reason: BaseException) -> str:
    return (str(reason).splitlines() or [""])[0][:160].rstrip(".") or type(reason).__name__
