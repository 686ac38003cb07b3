"""Many readers at once: page runs a second over Streamlit's own protocol, errors, and memory a session."""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboards.driving import joined, leave, together
from dashboards.home import prepared
from dashboards.servers import OURS, PLAIN, Served, served
from interactions import rest
from recorded import part

if TYPE_CHECKING:
    from recorded.rows import Rows

PAGE = "overview"
AT_ONCE = (1, 5, 20, 50)
SECONDS = 3.0
MOST_ROUNDS = 3  # a round takes each way through 76 sessions


def measure(rows: Rows, rounds: int) -> None:
    """A server of its own for each way and round, so that memory is that of its sessions."""
    with prepared() as home:
        for turn in range(min(rounds, MOST_ROUNDS)):
            for way in (PLAIN, OURS) if turn % 2 else (OURS, PLAIN):
                with served(way, home) as each:
                    asyncio.run(levels(rows, each))


async def levels(rows: Rows, each: Served) -> None:
    """One session, then more beside it; all of them stay, as readers' tabs do."""
    note = lambda what, unit, value: rows.note(PAGE, what, unit, each.way, value)  # noqa: E731
    note("memory at start", "MB", each.memory())
    sessions = [await joined(each, PAGE)]
    first = await sessions[0].run()
    rest(each)  # what a server does of its own after its first page is over
    begun, spent = time.perf_counter(), each.processor()
    await asyncio.sleep(SECONDS)
    note(
        "a second in which nobody does anything",
        "ms of CPU",
        1e3 * (each.processor() - spent) / (time.perf_counter() - begun),
    )
    note("first run of all", "ms", 1e3 * first.seconds)
    alone, errors = each.memory(), first.errors
    for count in AT_ONCE:
        sessions += [await joined(each, PAGE) for _each in range(count - len(sessions))]
        await together(sessions, 0)  # each has run once: what is new in a session is not what a page run costs
        begun, spent = time.perf_counter(), each.processor()
        runs = await together(sessions, SECONDS)
        took = time.perf_counter() - begun
        said = f"{count} session{'s' if count > 1 else ''}"
        note(f"page runs a second, {said}", "", len(runs) / took)
        note(f"a run, {said}", "ms", 1e3 * median(run.seconds for run in runs))
        note(f"processor time a run, {said}", "ms", 1e3 * (each.processor() - spent) / len(runs))
        errors += sum(run.errors + (run.elements != runs[0].elements) for run in runs)
    note("errors", "", errors)
    note("elements a run", "", runs[0].elements)
    note(f"memory with {AT_ONCE[-1]} sessions", "MB", each.memory())
    note(f"memory a session, of {AT_ONCE[-1]}", "MB", (each.memory() - alone) / (AT_ONCE[-1] - 1))
    await leave(sessions)
    await asyncio.sleep(1)
    note("memory once they have left", "MB", each.memory())


if __name__ == "__main__":
    part.run("sessions", measure)
