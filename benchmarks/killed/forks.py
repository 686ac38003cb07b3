"""Work in a process of its own, forked from one that has only imported the program: a kill costs the work alone."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

# What Python tells its audit hooks before it changes a file. The engine's own writing is not among it: for that there
# are the moments by the clock.
CHANGES = ("os.rename", "os.remove", "os.mkdir", "os.link", "os.truncate", "os.rmdir")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class End(NamedTuple):
    """How a process ended: by a kill, or by itself with a status; what it said and gave; seconds it lived."""

    killed: bool
    status: int
    said: str
    gave: Any
    seconds: float


def changes_a_file(event: str, given: tuple[Any, ...], within: str) -> bool:
    if event == "open":
        return str(given[0]).startswith(within) and isinstance(given[2], int) and bool(given[2] & WRITING)
    return event in CHANGES and str(given[0]).startswith(within)


def watched(within: Path, kill_at: int | None) -> list[int]:
    """Count the changes to files below a folder from now on; the process dies just before the one it is to die at."""
    seen = [0]

    def hook(event: str, given: tuple[Any, ...]) -> None:
        if changes_a_file(event, given, str(within)):
            seen[0] += 1
            if seen[0] == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    return seen


def run(work: Callable[[], Any], log: Path, after: float | None = None, within: Path | None = None,
        kill_at: int | None = None) -> End:  # fmt: skip
    """Do the work in a fork, killed after so many seconds or before the so-manieth change of a file, else let end.

    What the work gives comes back as JSON; with `within`, it is the count of changes to files below that folder."""
    out, into = os.pipe()
    began = time.monotonic()
    process = os.fork()
    if not process:
        child(work, log, into, within, kill_at)
    os.close(into)
    if after is not None:
        time.sleep(after)
        os.kill(process, signal.SIGKILL)
    with os.fdopen(out, encoding="utf-8") as pipe:
        given = pipe.read()
    _process, status = os.waitpid(process, 0)
    seconds = time.monotonic() - began
    said = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
    return End(os.WIFSIGNALED(status), status, said, json.loads(given) if given else None, seconds)


def child(work: Callable[[], Any], log: Path, into: int, within: Path | None, kill_at: int | None) -> None:
    status = 1
    try:
        spoken = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(spoken, 1)
        os.dup2(spoken, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w", buffering=1), os.fdopen(2, "w", buffering=1)
        seen = watched(within, kill_at) if within else None
        gave = work()
        os.write(into, json.dumps(seen[0] if seen else gave).encode())
        status = gave if isinstance(gave, int) and seen else 0
    except BaseException as reason:
        print(f"{type(reason).__name__}: {reason}", file=sys.stderr)
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
