"""Readers and programs by the hundred: errors, seconds, memory, and a new snapshot in the midst of them."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from recorded.machine import busy

from tools.crowd import Crowd, Tally, walk
from tools.editions import edition
from tools.heard import Run
from tools.publishing import WORDS, editions, under_readers
from tools.server import serving
from tools.traffic import metrics, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

FORGOTTEN_S = 150  # Streamlit keeps a session that was left for two minutes, in case its reader comes back
FOLLOWING, HELD = 12, 4  # readers under whom a new snapshot is published


def main() -> None:
    asked = argparse.ArgumentParser(description="Sets a crowd on a dashboard of its own, and prints what came of it.")
    asked.add_argument("--sessions", type=int, default=200, help="readers who come, move and go (default: 200)")
    asked.add_argument("--together", type=int, default=20, help="how many at a time (default: 20)")
    asked.add_argument("--minutes", type=float, default=0, help="at least so long, with as many readers as it takes")
    given = asked.parse_args()
    with TemporaryDirectory() as folder, dashboard(Path(folder)) as base:
        print(f"The machine before it: {busy()}", flush=True)
        wrong = asyncio.run(tried(base, Path(folder), given.sessions, given.together, 60 * given.minutes))
    sys.exit(bool(wrong))


@contextmanager
def dashboard(folder: Path) -> Iterator[str]:
    """A dashboard of the first edition; the second lies ready beside it."""
    first, _second = (edition(word, folder) for word in WORDS)
    home = folder / "home"
    home.mkdir()
    os.environ |= {"LSK_DATA": str(first), "LSK_HOME": str(home)}
    with serving(home) as base:
        yield base


async def tried(base: str, folder: Path, sessions: int, together: int, seconds: float) -> int:
    """All of it, one after the other; how many things went wrong."""
    seen = await walk(base)
    before = await metrics(base)
    print(f"every page shown, errors: {len(seen)}", *seen[:20], sep="\n  ")
    print(f"memory after that: {before.memory_mb:.0f} MB", flush=True)
    crowd, highest = Crowd(base, together, judge=one_edition), [0.0]
    looking, begun = asyncio.create_task(watched(base, highest)), time.monotonic()
    async with crowd.asking():
        await crowd.come(sessions, begun + seconds)
    looking.cancel()
    told(crowd.tally, time.monotonic() - begun)
    left = await metrics(base)
    print(f"memory at its highest {highest[0]:.0f} MB, when the last had left {left.memory_mb:.0f} MB")
    await asyncio.sleep(FORGOTTEN_S)
    after = await metrics(base)
    grown = after.memory_mb / before.memory_mb - 1
    print(f"memory {FORGOTTEN_S} s later {after.memory_mb:.0f} MB ({grown:+.1%}), open sessions {after.sessions}")
    differing = missing(before, left, crowd.tally.requests)
    print(f"requests that /metrics counted otherwise than they were sent: {len(differing)}", *differing, sep="\n  ")
    begun = time.monotonic()
    readers = await under_readers(base, folder / f"data-{WORDS[1]}", FOLLOWING, HELD)
    shown, wrong = sum(len(each.shown) for each in [*readers.following, *readers.held]), readers.wrong()
    print(f"a snapshot published under {FOLLOWING + HELD} readers in {time.monotonic() - begun:.0f} s: "
          f"{shown} runs that name their snapshot, wrong: {len(wrong)}", *wrong[:20], sep="\n  ")  # fmt: skip
    return len(seen) + len(crowd.tally.errors) + len(differing) + len(wrong) + (abs(grown) > 0.1)


def one_edition(run: Run) -> list[str]:
    return [] if len(editions(run)) < 2 else ["two snapshots in one run of a page"]


async def watched(base: str, highest: list[float]) -> None:
    while True:
        highest[0] = max(highest[0], (await metrics(base)).memory_mb)
        await asyncio.sleep(2)


def told(tally: Tally, seconds: float) -> None:
    print(f"{tally.sessions} of {tally.begun} sessions, {len(tally.runs)} page runs, {len(tally.answers)} answers "
          f"in {seconds:.0f} s; errors: {len(tally.errors)}")  # fmt: skip
    for words, taken in (("page run", tally.runs), ("answer of the API", tally.answers)):
        cuts = [1e3 * each for each in quantiles(taken, n=100)]
        said = f"median {cuts[49]:.0f} ms, 90th {cuts[89]:.0f}, 99th {cuts[98]:.0f}, longest {1e3 * max(taken):.0f}"
        print(f"{words}: {said}", flush=True)
    for wrong in tally.errors[:20]:
        print(f"  {wrong}", flush=True)


if __name__ == "__main__":
    main()
