"""The server's own clock goes once a second, and it hears at once that it is to end."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from types import FrameType

import uvicorn

TICK_S = 1.0  # the Date of its answers is as old as that at most


class Calm(uvicorn.Server):
    """uvicorn looks ten times a second whether it is to end, which is most of what a server does that nobody asks."""

    loop: asyncio.AbstractEventLoop | None = None
    told: asyncio.Event

    async def main_loop(self) -> None:
        self.told, self.loop = asyncio.Event(), asyncio.get_running_loop()
        while not await self.on_tick(0):
            with suppress(TimeoutError):
                await asyncio.wait_for(self.told.wait(), TICK_S)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        if self.loop:
            self.loop.call_soon_threadsafe(self.told.set)


def slow_down() -> None:
    """For the server that Streamlit makes in this process."""
    vars(uvicorn)["Server"] = Calm
