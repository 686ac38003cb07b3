"""The three ways to serve the same content, each in a process of its own whose processor time can be read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tools.server import free_port

ROOT = Path(__file__).parents[2]
DASHBOARDS = Path(__file__).parent
WAYS = ("floor", "plain Streamlit", "ours")
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Served:
    """A running way: where it is, and the process that serves it."""

    way: str
    base: str
    pid: int

    def address(self, page: str) -> str:
        if self.way == "plain Streamlit":
            return f"{self.base}/?page={page}"
        return f"{self.base}/{'' if self.way == 'ours' and page == 'overview' else page}"

    def processor(self) -> float:
        """Seconds of processor time spent so far (Linux)."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def memory(self) -> float:
        """Megabytes held by the process itself: shared libraries counted by their share."""
        lines = Path(f"/proc/{self.pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def command(way: str, port: int) -> list[str]:
    return {
        "floor": [sys.executable, "-m", "dashboards.floor", str(port)],
        "plain Streamlit": [
            *[sys.executable, "-m", "streamlit", "run", str(DASHBOARDS / "plain.py"), "--server.port", str(port)],
            *["--server.headless", "true", "--browser.gatherUsageStats", "false", "--server.fileWatcherType", "none"],
        ],
        "ours": [sys.executable, "-m", "lsk_metrics", "run", "--port", str(port)],
    }[way]


@contextmanager
def served(way: str, home: Path) -> Iterator[Served]:
    """Started, answering, and ended afterwards."""
    port = free_port()
    path = os.pathsep.join([str(ROOT), str(DASHBOARDS.parent)])
    env = {**os.environ, "LSK_HOME": str(home), "PYTHONPATH": path}
    # A plain page is started from a folder of its own: it gets none of this project's settings.
    where = home if way == "plain Streamlit" else ROOT
    with (home / f"{way}.log").open("w") as log:
        process = subprocess.Popen(command(way, port), cwd=where, env=env, stdout=log, stderr=log)
    base = f"http://localhost:{port}"
    try:
        until = time.monotonic() + 90
        while process.poll() is None and time.monotonic() < until:
            try:
                with urlopen(base + ("/overview" if way == "floor" else "/_stcore/health"), timeout=5):
                    break
            except (URLError, ConnectionError, TimeoutError):
                time.sleep(0.02)
        if process.poll() is not None:
            raise RuntimeError((home / f"{way}.log").read_text(errors="replace")[-2000:])
        yield Served(way, base, process.pid)
    finally:
        process.terminate()
        process.wait(20)
