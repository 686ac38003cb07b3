"""The three ways to serve the same content, each in a process of its own whose processor time can be read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tools.server import free_port, listens

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DASHBOARDS = Path(__file__).parent
FLOOR, PLAIN, OURS = WAYS = ("floor", "plain Streamlit", "ours")


@dataclass(frozen=True)
class Served:
    """A running way: where it is, the process that serves it, and when that was started (seconds since 1970)."""

    way: str
    port: int
    pid: int
    begun: float

    def address(self, page: str) -> str:
        base = f"http://localhost:{self.port}"
        if self.way == PLAIN:
            return f"{base}/?page={page}"
        return f"{base}/{'' if self.way == OURS and page == 'overview' else page}"

    def processor(self) -> float:
        """Seconds of processor time spent so far by the process and those it started, threads that ended included."""
        return sum(time.clock_gettime(~pid << 3 | 2) for pid in tree(self.pid))

    def memory(self) -> float:
        """Megabytes held by the process and those it started: shared libraries counted by their share."""
        return sum(proportional(pid) for pid in tree(self.pid))


def tree(pid: int) -> list[int]:
    """The process and all below it that are still there (Linux)."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue  # ended while we looked
    found = [pid]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def proportional(pid: int) -> float:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def command(way: str, port: int, home: Path) -> list[str]:
    return {
        FLOOR: [sys.executable, str(DASHBOARDS / "floor_server.py"), str(home / "floor"), str(port)],
        PLAIN: [
            *[sys.executable, "-m", "streamlit", "run", str(DASHBOARDS / "plain.py"), "--server.port", str(port)],
            *["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"],
            *["--logger.hideWelcomeMessage", "true"],
        ],
        OURS: [sys.executable, "-m", "lsk_metrics", "run", "--port", str(port)],
    }[way]


@contextmanager
def served(way: str, home: Path, **setting: str) -> Iterator[Served]:
    """Started, listening, and ended afterwards; `home` holds a snapshot, and the floor's files."""
    port = free_port()
    env = {**os.environ, "LSK_HOME": str(home), "PYTHONPATH": os.pathsep.join([str(ROOT), str(DASHBOARDS.parent)])}
    # A plain page is started from a folder of its own: it gets none of this project's settings.
    where = home if way == PLAIN else ROOT
    log = home / f"{way}.log"
    begun = time.time()
    with log.open("w") as out:
        process = subprocess.Popen(command(way, port, home), cwd=where, env=env | setting, stdout=out, stderr=out)
    try:
        until = time.monotonic() + 90
        while process.poll() is None and time.monotonic() < until and not listens(port):
            time.sleep(0.01)
        if process.poll() is not None or not listens(port):
            raise RuntimeError(log.read_text(errors="replace")[-2000:])
        yield Served(way, port, process.pid, begun)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
