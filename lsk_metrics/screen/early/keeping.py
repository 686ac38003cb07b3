"""Early pages on the disk: made for one snapshot, whole or not at all, and few sets of them kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import shown
from lsk_metrics.screen.early.page import whole
from lsk_metrics.screen.early.runs import Reader, Window
from lsk_metrics.screen.early.turn import DONE

# The pages most come to first. Explore, Ask and Import are made of what a reader does there: they are left out.
PAGES = ("overview", "board", "members", "investment", "startups", "peers", "ecosystem", "projects", "map", "data")
LANGUAGES, SCHEMES = ("en", "pl"), ("light", "dark")
WIDTHS = (1440, 390, 1920, 1280)
SETS = 2


def windows() -> Iterator[Window]:
    """In the order in which readers are likely to have them."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            for lang in LANGUAGES:
                yield Window(lang, scheme, width)


def make(folder: Path, snapshot: str) -> None:
    """All pages that the folder lacks, while this snapshot is the one that readers see."""
    tidy(folder)
    server = os.getppid()
    for window in windows():
        reader = None
        for name in PAGES:
            path = place(folder, name, window)
            if path.is_file():
                continue
            if not is_seen(snapshot) or os.getppid() != server:  # where a parent's end shows: not on Windows
                return
            reader = reader or Reader(window)
            page = reader.open(name)
            if page is not None and is_seen(snapshot):
                write(path, whole(page, name, window))
    write(folder / DONE, "")


def is_seen(snapshot: str) -> bool:
    try:
        return shown().snapshot == snapshot
    except LskError:
        return False


def place(folder: Path, name: str, window: Window) -> Path:
    return folder / window.lang / f"{name}-{window.scheme}-{window.width}.html"


def write(path: Path, text: str) -> None:
    """Under its name only once it is whole."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def tidy(folder: Path) -> None:
    """Sets for snapshots and programs of long ago go, the newest stay."""
    folder.mkdir(parents=True, exist_ok=True)
    os.utime(folder)
    sets = sorted((each for each in folder.parent.iterdir() if each.is_dir()), key=lambda each: each.stat().st_mtime)
    for old in sets[:-SETS]:
        shutil.rmtree(old, ignore_errors=True)
