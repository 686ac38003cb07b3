"""Readers without a browser: sessions over Streamlit's own protocol, which run a page again and again."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from dashboards.servers import PLAIN

if TYPE_CHECKING:
    from websockets.asyncio.client import ClientConnection

    from dashboards.servers import Served

LONGEST_S = 180
# What a browser says of its window before the program starts, so that pictures are as wide as for a browser.
COOKIE = {"Cookie": "lsk_window=1440xlight"}


@dataclass
class Run:
    """One run of a page: seconds from asking to its end, and what was sent."""

    seconds: float
    elements: int
    errors: int


@dataclass
class Session:
    """One reader's connection, with what its browser would have kept of earlier runs."""

    served: Served
    page: str
    line: ClientConnection
    kept: set[str] = field(default_factory=set)

    async def run(self) -> Run:
        """Ask for the page, and read to the end of its run; raises TimeoutError, or what a broken line raises."""
        begun = time.perf_counter()
        await self.line.send(self.asking())
        found = Run(0.0, 0, 0)
        async with asyncio.timeout(LONGEST_S):
            while True:
                message = ForwardMsg.FromString(await self.line.recv())  # type: ignore[arg-type]
                kind = message.WhichOneof("type")
                if message.metadata.cacheable:
                    self.kept.add(message.hash)
                if kind in ("delta", "ref_hash"):
                    found.elements += 1
                    found.errors += message.delta.new_element.HasField("exception")
                if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    found.errors += message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR
                    found.seconds = time.perf_counter() - begun
                    return found

    def asking(self) -> bytes:
        asked = BackMsg()
        state = asked.rerun_script
        state.query_string = f"page={self.page}" if self.served.way == PLAIN else ""
        state.page_name = "" if self.served.way == PLAIN or self.page == "overview" else self.page
        state.cached_message_hashes.extend(sorted(self.kept))
        state.context_info.timezone = "Europe/Warsaw"
        state.context_info.locale = "en-GB"
        state.context_info.url = self.served.address(self.page)
        state.context_info.color_scheme = "light"
        packed: bytes = asked.SerializeToString()
        return packed


async def joined(served: Served, page: str) -> Session:
    """A new reader, connected as the browser's program connects."""
    line = await connect(
        f"ws://localhost:{served.port}/_stcore/stream",
        subprotocols=["streamlit"],  # type: ignore[list-item]
        additional_headers=COOKIE,
        max_size=None,
        ping_interval=None,
        open_timeout=LONGEST_S,
    )
    return Session(served, page, line)


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
    await asyncio.gather(*(each.line.close() for each in sessions))
