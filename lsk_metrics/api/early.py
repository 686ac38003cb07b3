"""Pages as they are drawn first: found on the disk for the snapshot that readers see, and made where they lack."""

from __future__ import annotations

import hashlib
import logging
import os
import subprocess
import sys
from functools import cache, lru_cache
from importlib.metadata import version as released
from pathlib import Path
from threading import Lock, Timer

from lsk_metrics import journal, paths
from lsk_metrics.errors import LskError
from lsk_metrics.indicators import shown

NARROW = 640  # below it columns stand one under the other, and the list of pages is folded away
ENDINGS = {".py", ".sql", ".toml", ".css", ".js", ".po", ".json"}
DONE = "done"  # the file that says that a folder has all its pages
_serves = False
_begun: set[Path] = set()
_turn = Lock()


def folder() -> Path | None:
    """Where the pages of the current snapshot, drawn by this program, are or will be; None without a snapshot."""
    try:
        snapshot = shown().snapshot
    except LskError:
        return None
    return paths.cache() / "early" / f"{snapshot}-{program()}"


@cache
def program() -> str:
    """The first digits of a checksum over whatever decides how a page is drawn."""
    told = hashlib.sha256(released("streamlit").encode())
    house = paths.house()
    found = [house / "app.py", *(house / "pages").glob("*.py"), *(house / ".streamlit").glob("config.toml")]
    found += [path for path in paths.PACKAGE.rglob("*") if path.suffix in ENDINGS]
    for path in sorted(set(found)):
        told.update(path.name.encode() + b"\0" + path.read_bytes())
    return told.hexdigest()[:10]


def nearest(place: Path, lang: str, page: str, scheme: str, width: int) -> Path | None:
    """The file for the window most like this one; None where there is none of its kind, narrow or wide."""
    found = {int(path.stem.rpartition("-")[2]): path for path in (place / lang).glob(f"{page}-{scheme}-*.html")}
    kind = [each for each in found if (each < NARROW) == (width < NARROW)]
    return found[min(kind, key=lambda each: abs(each - width))] if kind else None


def text(path: Path) -> str:
    """What is drawn early; empty where the file has just gone, because another server made room for a newer set."""
    try:
        return kept(path)
    except FileNotFoundError:
        return ""


@lru_cache(maxsize=16)
def kept(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def begin(seconds: float = 1.0) -> None:
    """From now on pages that lack are made; soon, once the server has begun to serve, those of the first snapshot.

    Where LSK_EARLY is "off" none are made: for a machine that has to spare its processor.
    """
    global _serves
    _serves = os.environ.get("LSK_EARLY") != "off"
    timer = Timer(seconds, ensure)
    timer.daemon = True
    timer.start()


def ensure(place: Path | None = None) -> None:
    """Where pages lack, have them drawn by a process of its own, at low priority; once for each folder."""
    place = place or folder()
    if place is None or not _serves:
        return
    with _turn:
        if place in _begun:
            return
        _begun.add(place)
    if (place / DONE).is_file():
        return
    if writable(place):
        snapshot = place.name.rpartition("-")[0]
        subprocess.Popen([sys.executable, "-m", "lsk_metrics.screen.early", str(place), snapshot])
    else:
        journal.event("early.unwritable", logging.WARNING)


def writable(place: Path) -> bool:
    """Whether the folder is there to be written to, or can be made; a home that others fill is only read."""
    return os.access(next(each for each in (place, *place.parents) if each.is_dir()), os.W_OK)
