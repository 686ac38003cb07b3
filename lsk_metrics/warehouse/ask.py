"""The reader's door: one query of a reader's own over a snapshot, run in a process apart that may be ended.

A process rather than a thread: DuckDB's own threads and a large result would take the processor and the interpreter's
lock from every page; a process can be made to stand back, be given little memory and be killed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from typing import IO, Any, NamedTuple

from lsk_metrics import paths
from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import snapshots
from lsk_metrics.warehouse.grammar import Refusal

SECONDS = 10.0
ROWS = 10_000
CHARACTERS = 5_000_000
LENGTH = 20_000
AT_ONCE = 2
OPENING = 30.0
NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")


class Found(NamedTuple):
    """An answer; kinds are those in the tables it names, weakest first, cut is what ended it: "rows", "size" or ""."""

    columns: list[str]
    types: list[str]
    rows: list[list[Any]]
    kinds: list[str]
    cut: str
    seconds: float


class Process:
    """A cell, seen from outside: spoken to in lines, killed without asking."""

    def __init__(self, snapshot: str, real: bool) -> None:
        self.holds = (snapshot, real)
        environment = {name: os.environ[name] for name in NEEDED if name in os.environ}
        self.child = subprocess.Popen(
            [sys.executable, "-m", "lsk_metrics.warehouse.cell"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=paths.PACKAGE.parent,
            env={**environment, "PYTHONPATH": str(paths.PACKAGE.parent), "PYTHONUTF8": "1"},
        )
        self.say({"file": str(snapshots.file(snapshot)), "real": real})

    def say(self, request: dict[str, Any]) -> None:
        try:
            pipe = open_end(self.child.stdin)
            pipe.write(json.dumps(request).encode() + b"\n")
            pipe.flush()
        except (BrokenPipeError, ValueError):
            self.end()

    def hear(self) -> bytes:
        """The next line; nothing once the process has ended."""
        return open_end(self.child.stdout).readline()

    def end(self) -> None:
        self.child.kill()
        self.child.wait()

    def alive(self) -> bool:
        return self.child.poll() is None


def open_end(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise SnapshotError("A query cannot be run: its process has no way to answer.")
    return pipe


_seats = threading.BoundedSemaphore(AT_ONCE)
_waiting: list[Process] = []
_door = threading.Lock()


def take(snapshot: str, real: bool) -> Process:
    """A process with these tables: one that is waiting, else a new one."""
    with _door:
        for process in [each for each in _waiting if each.holds == (snapshot, real)]:
            _waiting.remove(process)
            if process.alive():
                return process
    process = Process(snapshot, real)
    clock = threading.Timer(OPENING, process.end)
    clock.start()
    process.hear()
    clock.cancel()
    return process


def give_back(process: Process) -> None:
    """Keep it for the next query; the one that has waited longest goes where there are too many."""
    if not process.alive():
        return
    with _door:
        _waiting.append(process)
        ended = [_waiting.pop(0) for _extra in range(len(_waiting) - AT_ONCE)]
    for each in ended:
        each.end()


class Asking:
    """A query under way. Leaving its block before the answer is there stops the query."""

    def __init__(self, sql: str, snapshot: str, real: bool, limit: int = ROWS, seconds: float = SECONDS) -> None:
        snapshots.file(snapshot)
        self.sql, self.snapshot, self.real, self.limit, self.seconds = sql, snapshot, real, limit, seconds
        self.result: Found | Refusal | None = None
        self._process: Process | None = None
        self._stopped = ""
        self._there = threading.Event()
        threading.Thread(target=self._work, daemon=True).start()

    def __enter__(self) -> Asking:
        return self

    def __exit__(self, *_reason: object) -> None:
        self.stop("cancelled")

    def wait(self, seconds: float | None = None) -> bool:
        """Whether the answer is there, after at most so many seconds; every query comes to an end."""
        return self._there.wait(seconds)

    def stop(self, reason: str) -> None:
        """Give up; the answer is the reason, unless it has come meanwhile."""
        if not self._there.is_set():
            self._stopped = self._stopped or reason
            if self._process:
                self._process.end()

    def _work(self) -> None:
        self.result = Refusal("long", str(LENGTH)) if len(self.sql) > LENGTH else self._seated()
        self._there.set()

    def _seated(self) -> Found | Refusal:
        if not _seats.acquire(timeout=SECONDS + 2):
            return Refusal("busy")
        try:
            return self._asked()
        finally:
            _seats.release()

    def _asked(self) -> Found | Refusal:
        self._process = process = take(self.snapshot, self.real)
        if self._stopped:
            process.end()
        clock = threading.Timer(self.seconds, self.stop, ["time"])
        clock.daemon = True
        clock.start()
        process.say({"sql": self.sql, "limit": self.limit, "size": CHARACTERS, "seconds": self.seconds})
        line = process.hear()
        clock.cancel()
        if self._stopped or not line:
            process.end()
            return Refusal(self._stopped or "ended", f"{self.seconds:g}" if self._stopped == "time" else "")
        said = json.loads(line)
        answer = Refusal(*said["refused"]) if "refused" in said else Found(**said)
        if isinstance(answer, Refusal) and answer.reason == "memory":
            process.end()  # what is left of its memory is not worth trusting
        else:
            give_back(process)
        return answer
