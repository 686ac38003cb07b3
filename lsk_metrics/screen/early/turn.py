"""One at a time draws a set of pages, however many servers share the folder; the others wait, and do what is left."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

LOCK = "turn"
DONE = "done"  # the file that says that a folder has all its pages
AGAIN_S = 1.0


@contextmanager
def alone(folder: Path, is_wanted: Callable[[], bool]) -> Iterator[bool]:
    """Hold the turn for a folder of pages; False where nobody wants it any more before it could be had.

    The system gives the turn back when its holder dies. Where a system has no such locks, two draw the same pages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("ab") as lock:
        while not (held := has(lock)) and is_wanted():
            time.sleep(AGAIN_S)
        yield held and is_wanted()


def has(lock: IO[bytes]) -> bool:
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wanted(folder: Path, server: int) -> Callable[[], bool]:
    """Whether there is still somebody to draw for: the server that asked for it lives, and the set is not whole."""
    return lambda: os.getppid() == server and not (folder / DONE).is_file()
