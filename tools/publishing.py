"""A snapshot published under readers: what each of them was shown before and after, run by run."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tools.crowd import moves
from tools.heard import Run
from tools.session import Session, joined

FIRST, SECOND = WORDS = ("editionone", "editiontwo")
SNAPSHOT = r"2\d{7}-[0-9a-f]{8}"
# What changed between two snapshots is what this page is about.
OF_BOTH = ("since",)
# A page whose sources name their edition whatever is chosen on it.
TELLS = "members"


def editions(run: Run) -> set[str]:
    """Of which editions of the data names stand in a run: one, or none where it names nothing."""
    return run.said("|".join(WORDS))


@dataclass
class Reader:
    """One session that stays open: what its runs showed, and what was wrong with them."""

    session: Session
    query: str
    shown: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    async def read(self, number: int, until: asyncio.Event) -> None:
        """Page after page, and when the snapshot has been published once more, where it can be told which it is."""
        random, more = Random(number), True
        while more:
            more = not until.is_set()
            others = [each for each in sorted(self.session.pages) if each not in OF_BOTH]
            page = random.choice(others) if more else TELLS
            self.note(page, await self.session.turn(page, self.query))
            async for run in moves(self.session, page, random):
                self.note(page, run)

    def note(self, page: str, run: Run) -> None:
        self.wrong += [f"{page}: {each}" for each in run.errors]
        found = editions(run)
        if len(found) > 1:
            self.wrong.append(f"{page}: two snapshots in one run")
        self.shown += found


@dataclass(frozen=True)
class Published:
    """What readers were shown: those that follow what is published, and those whose address holds the first."""

    following: list[Reader]
    held: list[Reader]

    def wrong(self) -> list[str]:
        """All that should not be: errors, mixtures, a reader who was left behind, led back, or not held."""
        said = [each for reader in [*self.following, *self.held] for each in reader.wrong]
        for reader in self.following:
            turned = reader.shown.index(SECOND) if SECOND in reader.shown else len(reader.shown)
            if turned == len(reader.shown):
                said.append("a reader was never shown the new snapshot")
            elif FIRST in reader.shown[turned:]:
                said.append("a reader was led back to the old snapshot")
        return said + ["a reader was led away from the snapshot of the address" for reader in self.held
                       if set(reader.shown) != {FIRST}]  # fmt: skip


async def under_readers(base: str, data: Path, following: int, held: int) -> Published:
    """Build a snapshot of `data` in the dashboard's own home while so many readers go from page to page."""
    async with AsyncExitStack() as tabs:
        first = Run()
        found = Published([], [])
        for number in range(following + held):
            session = await tabs.enter_async_context(joined(base))
            first = await session.open("", "lang=en")
            query = f"lang={'en' if number % 2 else 'pl'}"
            if number < following:
                found.following.append(Reader(session, query))
            else:
                found.held.append(Reader(session, f"{query}&snapshot={min(first.said(SNAPSHOT))}"))
        until = asyncio.Event()
        reading = [each.read(number, until) for number, each in enumerate([*found.following, *found.held])]
        await asyncio.gather(*reading, published(data, until))
    return found


async def published(data: Path, until: asyncio.Event) -> None:
    """Built as beside any running dashboard: by a process of its own."""
    await asyncio.sleep(1)
    command = [sys.executable, "-m", "lsk_metrics", "build"]
    building = await asyncio.create_subprocess_exec(
        *command, env={**os.environ, "LSK_DATA": str(data)}, stderr=asyncio.subprocess.DEVNULL
    )
    ended = await building.wait()
    until.set()
    if ended:
        raise RuntimeError(f"The second snapshot was not built: the command ended with {ended}.")
