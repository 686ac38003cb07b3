"""What is measured of one engine at one size, in a process of its own: seconds, memory, and pages of a server."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from side_by_side import timed

from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import indicators, query
from lsk_metrics.indicators.parameters import Parameters
from lsk_metrics.warehouse import elsewhere, read, snapshots
from tools.server import serving
from tools.session import connected

if TYPE_CHECKING:
    from collections.abc import Callable

# From so many bytes of a snapshot's file on, Spark's driver is given so much memory: it builds the tables that are sent
# to all executors.
DRIVERS = {0: "1g", 50e6: "2g", 500e6: "4g"}
PATIENCE_S = 1_800.0  # for one answer of Spark; the dashboard itself has less
# Of the participations and of the register, narrowed: how a page is first asked for, a server asks itself at its start.
PAGES = {"projects": "programmes=h2020", "members": "areas=Med"}


def asked(names: list[str]) -> list[tuple[str, str, dict[str, object]]]:
    """Indicators as a page first asks for them: id, query and the values bound to it; all where none is named."""
    plain = [each for each in indicators() if not each.variables and (not names or each.id in names)]
    return [(each.id, query.text(each, Parameters()), query.bound(each, Parameters())) for each in plain]


def middle(runs: int, act: Callable[[], object]) -> float:
    """Seconds of one call, the median of some."""
    return median(timed(act) for _run in range(runs))


def in_file(names: list[str], runs: int) -> dict[str, object]:
    """Seconds of each indicator on DuckDB after a first go, and the most memory this process held beyond idle."""
    snapshot = read.version()
    read.fetched(snapshot, "SELECT 1", {})
    idle = held()
    seconds = {}
    for name, sql, bound in asked(names):
        read.fetched(snapshot, sql, bound)
        seconds[name] = middle(runs, lambda s=sql, b=bound: read.fetched(snapshot, s, b))  # type: ignore[misc]
    return {"seconds": seconds, "mb": held() - idle}


def held() -> float:
    """The most memory this process has held, in MB. What getrusage tells begins with what its parent held."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    [peak] = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(peak) * 1024 / 1e6


def in_spark(home: Path, names: list[str], runs: int) -> dict[str, object]:
    """The same on Spark with two executors, where both engines must give the same rows; and its pages."""
    from lsk_metrics.warehouse.spark import server as spark_server
    from tools.spark import running

    spark_server.ANSWERED_S = PATIENCE_S  # what a reader would not wait for is measured all the same
    size = snapshots.file(read.version()).stat().st_size
    driver = [memory for least, memory in DRIVERS.items() if size >= least][-1]
    with (
        tempfile.TemporaryDirectory(dir=home) as folder,
        running(Path(folder), once=False, driver=driver, told=LOGGED) as server,
    ):
        engine, begun = elsewhere.at(server.address), time.perf_counter()
        snapshot = read.version()
        engine.publish(snapshot, lambda words: print(words, file=sys.stderr))
        published, spans = time.perf_counter() - begun, {}
        seconds: dict[str, float | None] = {}
        for name, sql, bound in asked(names):
            began = time.time()
            try:
                same = sorted(map(repr, engine.fetched(snapshot, sql, bound)[1]))
                assert same == sorted(map(repr, read.fetched(snapshot, sql, bound)[1])), name
                seconds[name] = middle(runs, lambda s=sql, b=bound: engine.fetched(snapshot, s, b))  # type: ignore[misc]
            except SnapshotError as reason:  # such as too little memory: the others are measured all the same
                seconds[name] = None
                print(name, str(reason)[:300], file=sys.stderr)
            spans[name] = began, time.time()
            print(name, seconds[name], file=sys.stderr, flush=True)
        pages = in_pages(home, server.address)
        tasks = tasks_done(Path(folder))
        most = {name: max((mb for at, mb in tasks if since <= at <= until), default=0.0)
                for name, (since, until) in spans.items()}  # fmt: skip
        return {"seconds": seconds, "task_mb": most, "mb": server.memory_mb(), "published": published, "pages": pages}


# Spark's own account of what each task held is in the log of its events.
LOGGED = {
    "spark.eventLog.enabled": "true",
    "spark.eventLog.compress": "false",
    "spark.eventLog.rolling.enabled": "false",
}


def tasks_done(folder: Path) -> list[tuple[float, float]]:
    """When each task ended, in seconds since 1970, and the MB it held at most for joins, groups and sorts."""
    found = []
    for log in (folder / "events").iterdir():
        for line in log.read_text(encoding="utf-8").splitlines():
            if '"SparkListenerTaskEnd"' in line:
                told: dict[str, Any] = json.loads(line)
                peak = (told.get("Task Metrics") or {}).get("Peak Execution Memory", 0)
                found.append((told["Task Info"]["Finish Time"] / 1e3, peak / 1e6))
    return found


def in_pages(home: Path, warehouse: str = "") -> dict[str, list[float | None]]:
    """Seconds of a page for the first reader, of whose questions none was asked before, and for the next one.

    None where the page did not come whole, with the reason on standard error: the dashboard waits for an answer for two
    minutes.
    """
    if warehouse:
        os.environ["LSK_WAREHOUSE"] = warehouse
    found: dict[str, list[float | None]] = {page: [None, None] for page in PAGES}
    # A replica builds nothing: it shows the snapshot that is there.
    with serving(home, told=[] if warehouse else ["--replica"]) as base:
        for page, narrowed in PAGES.items():
            try:
                asyncio.run(opened(base, page))
                found[page] = [asyncio.run(opened(base, page, narrowed)) for _reader in range(2)]
            except (AssertionError, TimeoutError) as reason:
                print(f"page {page}: {reason!r}", file=sys.stderr)
            print(page, found[page], file=sys.stderr, flush=True)
    return found


async def opened(base: str, page: str, address: str = "") -> float:
    """One page by a new reader, whole; raises where it says that something went wrong."""
    line = await connected(base)
    begun = time.perf_counter()
    try:
        run = await line.open(page, address)
        assert run.errors == [], run.errors
    finally:
        await line.line.close()
    return time.perf_counter() - begun
