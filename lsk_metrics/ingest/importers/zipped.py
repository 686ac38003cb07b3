"""Members of a zip file, found by name in whatever folder they lie, and refused where they are not what they seem."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO

from lsk_metrics.errors import SourceError

UNPACKED_BYTES, TIMES_LARGER = 2_000_000_000, 200
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A zip file; raises SourceError where it is none, or where reading a member fails while it is open."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except BROKEN as reason:
        raise SourceError(f"{path.name} is no zip file that can be read whole ({reason}). Fetch it again.") from reason


@contextmanager
def member(archive: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    """One member to read from; raises SourceError where it is missing, is there twice or would be far too large."""
    file = Path(archive.filename or "").name
    found = [each for each in archive.infolist() if PurePosixPath(each.filename).name == name]
    if len(found) != 1:
        held = ", ".join(each.filename for each in archive.infolist()[:12]) or "nothing"
        raise SourceError(
            f"{file} holds {name} {len(found)} times; it should hold it once. In it there are: {held}. "
            "Its producer may have changed the file."
        )
    size, packed = found[0].file_size, max(found[0].compress_size, 1)
    if size > UNPACKED_BYTES or size > TIMES_LARGER * max(packed, 10_000):
        raise SourceError(
            f"{file} is refused: {name} says it grows from {packed} to {size} bytes, which no table of this kind does."
        )
    with archive.open(found[0]) as content:
        yield content
