"""Many readers and programs at once: what each of them does, and all that came of it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from random import Random
from time import monotonic

from streamlit.proto.Common_pb2 import StringArray
from websockets.exceptions import WebSocketException

from tools import traffic
from tools.heard import Run
from tools.session import Session, joined

LISTS = {"ecosystem": "indicator", "peers": "indicator", "explore": "choose_indicator"}


@dataclass
class Tally:
    """Seconds of page runs and of answers, what went wrong, and how much was asked."""

    runs: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: Counter[tuple[str, int]] = field(default_factory=Counter)
    sessions: int = 0
    begun: int = 0


@dataclass
class Crowd:
    """Readers who come and go, `together` at a time, who turn to so many pages; `judge` says what is wrong in a run."""

    base: str
    together: int
    tally: Tally = field(default_factory=Tally)
    judge: Callable[[Run], list[str]] = lambda run: []
    turns: int = 4

    async def come(self, sessions: int, until: float = 0) -> None:
        """So many readers, and more of them until that moment of the monotonic clock."""
        coming = count()

        async def chair() -> None:
            while (number := next(coming)) < sessions or monotonic() < until:
                await self.visit(number)

        await asyncio.gather(*(chair() for _each in range(self.together)))

    async def visit(self, number: int) -> None:
        """One reader: opens a page, turns to others, moves what stands there, and closes the tab."""
        random = Random(number)
        where, lang = "nowhere", random.choice(["en", "pl"])
        self.tally.begun += 1
        try:
            async with joined(self.base) as session:
                query = f"lang={lang}"
                self.note(where := "first", await session.open(random.choice(["", "members", "peers"]), query))
                for _turn in range(self.turns):
                    where = random.choice(sorted(session.pages))
                    self.note(where, await session.turn(where, query))
                    async for run in moves(session, where, random):
                        self.note(where, run)
            self.tally.sessions += 1
        except (OSError, TimeoutError, WebSocketException) as reason:
            self.tally.errors.append(f"session {number}, {where}: {type(reason).__name__} {reason}")

    def note(self, where: str, run: Run) -> None:
        self.tally.runs.append(run.seconds)
        self.tally.errors += [f"{where}: {wrong}" for wrong in [*run.errors, *self.judge(run)]]

    @asynccontextmanager
    async def asking(self, pause: float = 0.1) -> AsyncIterator[None]:
        """Programs ask the data routes in turn for as long as the block lasts, each of them once at least, and hear the
        last answer to its end."""
        over = asyncio.Event()

        async def ask() -> None:
            for number, asked in enumerate(cycle(traffic.ASKED)):
                if over.is_set() and number >= len(traffic.ASKED):
                    return
                await self.answered(*asked)
                await asyncio.sleep(pause)

        asking = asyncio.create_task(ask())
        yield
        over.set()
        await asking

    async def answered(self, route: str, path: str, status: int) -> None:
        try:
            found = await traffic.get(self.base, path)
        except (OSError, TimeoutError) as reason:
            self.tally.errors.append(f"{path}: {type(reason).__name__} {reason}")
            return
        self.tally.answers.append(found.seconds)
        self.tally.requests[route, found.status] += 1
        if found.status != status:
            self.tally.errors.append(f"{path}: status {found.status}")


async def moves(session: Session, page: str, random: Random) -> AsyncIterator[Run]:
    """What a reader does on a page: another indicator, a box opened, a switch, the other language."""
    if (listed := LISTS.get(page)) and listed in session.controls:
        yield await session.act(listed, string_value=random.choice(session.controls[listed].options()))
    if figures := sorted(key for key in session.controls if key.startswith("drawing_")):
        yield await session.tell(random.choice(figures), "door", "more")
    key = random.choice(["real", "events"])
    yield await session.act(key, bool_value=random.random() < 0.5)
    spoken = random.choice(session.controls["lang_choice"].options())
    yield await session.act("lang_choice", string_array_value=StringArray(data=[spoken]))


async def walk(base: str) -> list[str]:
    """One reader sees every page and every choice of the lists, in both languages, with and without the sample, opens
    each box, and asks each data route; what went wrong."""
    wrong, opened = Crowd(base, 1), set[str]()
    async with joined(base) as session:
        wrong.note("first", await session.open())
        for page in sorted(session.pages):
            for query in ("lang=en", "lang=pl", "lang=en&real=true", "lang=pl&events=false"):
                wrong.note(page, await session.turn(page, query))
                for figure in [key for key in session.controls if key.startswith("drawing_") and key not in opened]:
                    wrong.note(page, await session.tell(figure, "door", "more"))
                    opened.add(figure)
                if (listed := LISTS.get(page)) and listed in session.controls:
                    for choice in session.controls[listed].options():
                        wrong.note(page, await session.act(listed, string_value=choice))
    for asked in traffic.ASKED:
        await wrong.answered(*asked)
    return wrong.tally.errors
