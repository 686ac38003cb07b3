"""Readers without a browser: sessions over Streamlit's own protocol, which run a page again and again."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboards.servers import PLAIN
from tools.session import connected

if TYPE_CHECKING:
    from dashboards.servers import Served
    from tools.session import Session as Connected


@dataclass
class Run:
    """One run of a page: seconds from asking to its end, and what was sent."""

    seconds: float
    elements: int
    errors: int


@dataclass
class Session:
    """One reader's connection, and the page that is asked for: by its name in ours, by a choice in the plain way."""

    line: Connected
    name: str
    address: str

    async def run(self) -> Run:
        """Ask for the page, and read to the end of its run; raises TimeoutError, or what a broken line raises."""
        found = await self.line.open(self.name, self.address)
        return Run(found.seconds, found.placed, len(found.errors))


async def joined(served: Served, page: str) -> Session:
    """A new reader, connected as the browser's program connects."""
    line = await connected(f"http://localhost:{served.port}")
    if served.way == PLAIN:
        return Session(line, "", f"page={page}")
    return Session(line, "" if page == "overview" else page, "")


async def together(sessions: list[Session], seconds: float) -> list[Run]:
    """All sessions at once, each asking again as soon as it has its page, until the time is over."""
    until = time.perf_counter() + seconds

    async def one(session: Session) -> list[Run]:
        found = [await session.run()]
        while time.perf_counter() < until:
            found.append(await session.run())
        return found

    return [run for each in await asyncio.gather(*map(one, sessions)) for run in each]


async def leave(sessions: list[Session]) -> None:
    await asyncio.gather(*(each.line.line.close() for each in sessions))
