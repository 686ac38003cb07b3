"""Three replicas behind nginx: one killed under readers, all of them renewed, and a snapshot published meanwhile."""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from recorded.machine import busy

from tools.balancer import balancing, find
from tools.editions import edition
from tools.publishing import SECOND, WORDS
from tools.replicas import Replica, fleet, watched
from tools.returning import Reader, Told
from tools.traffic import get, metrics

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

REPLICAS = 3
ASKED = ("/", "/members?lang=pl", "/api/v1/indicators/members_by_type/answer.csv", "/present?story=glance")


def main() -> None:
    asked = argparse.ArgumentParser(description="Needs nginx, and starts one of its own on a free port.")
    asked.add_argument("--sessions", type=int, default=300, help="readers who stay (default: 300)")
    asked.add_argument("--pause", type=float, default=30, help="seconds between two acts of a reader (default: 30)")
    asked.add_argument("--a-second", type=float, default=4, help="how many come in a second (default: 4)")
    given = asked.parse_args()
    if find() is None:
        sys.exit("There is no nginx on this machine. On Debian: apt-get install nginx-light")
    print(f"The machine before it: {busy()}", flush=True)
    with TemporaryDirectory() as place:
        folder = Path(place)
        editions = [edition(word, folder) for word in WORDS]
        home = folder / "home"
        home.mkdir()
        os.environ |= {"LSK_HOME": str(home), "LSK_DATA": str(editions[0])}
        build(editions[0])
        with fleet(home, REPLICAS) as replicas, balancing(folder, [each.port for each in replicas]) as base:
            wrong = asyncio.run(tried(base, replicas, editions[1], given.sessions, given.pause, given.a_second))
    sys.exit(bool(wrong))


def build(data: Path) -> None:
    command = [sys.executable, "-m", "lsk_metrics", "build"]
    subprocess.run(command, env={**os.environ, "LSK_DATA": str(data)}, check=True, capture_output=True)


async def tried(
    base: str, replicas: Sequence[Replica], second: Path, sessions: int, pause: float, a_second: float
) -> int:
    """All of it, one after the other; how many things went wrong."""
    told, over = Told(), asyncio.Event()
    staying = []
    async with asking(base, told):
        begun = time.monotonic()
        for number in range(sessions):
            staying.append(asyncio.create_task(Reader(base, number, told, pause).stay(over)))
            await asyncio.sleep(1 / a_second)
        await until_calm(told, sessions)
        print(f"{sessions} readers came in {time.monotonic() - begun:.0f} s; {await spread(replicas)}", flush=True)
        await killed(replicas[1], told)
        await asyncio.sleep(pause / 2)
        publishing = asyncio.create_task(published(replicas, second))
        for each in replicas:
            await renewed(each, told)
            await asyncio.sleep(pause / 2)
        await publishing
        await asyncio.sleep(pause / 2)
        print(f"at the end: {await spread(replicas)}", flush=True)
        over.set()
        ended = await asyncio.gather(*staying, return_exceptions=True)
    told.failed += [f"a reader gave up: {each!r}" for each in ended if each is not None]
    old = sum(each != SECOND for each in told.last.values())
    print(f"page runs {len(told.runs)}: {spoken(told.runs)}")
    print(f"readers whose last look was at the old snapshot: {old} of {len(told.last)}")
    print(f"failed: {len(told.failed)}", *told.failed[:20], sep="\n  ", flush=True)
    return len(told.failed) + old


@asynccontextmanager
async def asking(base: str, told: Told) -> AsyncIterator[None]:
    """New readers' first pages, data and a show, five a second for as long as the block lasts; none may fail."""
    over, answered = asyncio.Event(), 0

    async def ask() -> None:
        nonlocal answered
        while not over.is_set():
            path = ASKED[answered % len(ASKED)]
            try:
                found = await get(base, path)
                if found.status != 200:
                    told.failed.append(f"{path}: status {found.status}")
            except (OSError, TimeoutError) as reason:
                told.failed.append(f"{path}: {type(reason).__name__}")
            answered += 1
            await asyncio.sleep(0.2)

    running = asyncio.create_task(ask())
    yield
    over.set()
    await running
    print(f"pages, data and shows asked for meanwhile by who is new: {answered}")


async def until_calm(told: Told, runs: int) -> None:
    """Until so many runs have ended: everybody who came has their page."""
    while len(told.runs) < runs:
        await asyncio.sleep(0.5)


async def until_back(told: Told) -> None:
    await asyncio.sleep(1)
    while len(told.back) < told.lost:
        await asyncio.sleep(0.2)


def lost(told: Told, readers: int, back: int) -> str:
    """What befell the readers who lost their replica since then."""
    return (f"{told.lost - readers} readers lost it; on another after {spoken(told.joined[back:])}; "
            f"the page whole after {spoken(told.back[back:])}")  # fmt: skip


async def killed(replica: Replica, told: Told) -> None:
    before = told.lost, len(told.back)
    replica.kill()
    await until_back(told)
    print(f"one killed: {lost(told, *before)}", flush=True)
    replica.begin()
    await asyncio.to_thread(replica.wait)


async def renewed(replica: Replica, told: Told) -> None:
    before, begun = (told.lost, len(told.back)), time.monotonic()
    ended = await asyncio.to_thread(replica.end)
    replica.begin()
    await asyncio.to_thread(replica.wait)
    up = time.monotonic() - begun
    await until_back(told)
    print(f"one renewed: ended in {ended:.1f} s, serves again after {up:.1f} s; {lost(told, *before)}", flush=True)


async def published(replicas: Sequence[Replica], data: Path) -> None:
    """A snapshot published by the command line, and when each replica that runs showed it."""
    pointer = Path(os.environ["LSK_HOME"]) / "snapshots" / "current"
    before = pointer.read_text().strip()
    building = asyncio.create_task(asyncio.to_thread(build, data))
    seen = await asyncio.gather(*(watched(each, before) for each in replicas))
    await building
    moved = pointer.stat().st_ctime
    for each in seen:
        old = f"asked last at {each.old - moved:+.2f} s" if each.old else "not asked"
        print(f"published: {old} by a request answered with the old snapshot, the new one was there at "
              f"{each.new - moved:+.2f} s", flush=True)  # fmt: skip


async def spread(replicas: Sequence[Replica]) -> str:
    found = [await metrics(each.base) for each in replicas]
    return ("sessions " + " + ".join(str(each.sessions) for each in found)
            + ", memory " + " + ".join(f"{each.memory_mb:.0f}" for each in found) + " MB")  # fmt: skip


def spoken(seconds: Sequence[float]) -> str:
    if len(seconds) < 2:
        return "nobody to tell of"
    cuts = quantiles(seconds, n=100)
    return f"median {cuts[49]:.2f} s, 90th {cuts[89]:.2f}, 99th {cuts[98]:.2f}, longest {max(seconds):.2f}"


if __name__ == "__main__":
    main()
