"""A server that is told to end says so first, to whoever asks for its health, and serves on for as long as it is to."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

from lsk_metrics import journal


def seconds() -> float:
    """From LSK_STOP_S: how long a balancer has to hear of it before connections are refused; none unless it says so."""
    said = os.environ.get("LSK_STOP_S", "")
    return float(said) if said.isdecimal() else 0.0


def ending(say: Callable[[], None]) -> Callable[[Any], AbstractAsyncContextManager[None]]:
    """For the life of a server: at SIGTERM `say` is called, and the server's own way to end begins when it is time.

    That way takes no new connection, lets answers under way go out to their end, and closes the readers' lines, whose
    browsers look for another server. A second SIGTERM does not wait.
    """

    @asynccontextmanager
    async def looked_after(_app: Any) -> AsyncIterator[None]:
        loop, before = asyncio.get_running_loop(), signal.getsignal(signal.SIGTERM)
        told: list[int] = []

        def end(number: int, frame: Any) -> None:
            told.append(number)
            wait = seconds() if len(told) == 1 else 0.0
            say()
            loop.call_soon_threadsafe(leave, number, wait)

        def leave(number: int, wait: float) -> None:
            journal.event("server.ending", seconds=round(wait))
            if callable(before):
                loop.call_later(wait, before, number, None)

        # Elsewhere than in its own process, as in a test, nobody sends this server a signal.
        if threading.current_thread() is threading.main_thread() and callable(before):
            signal.signal(signal.SIGTERM, end)
        yield

    return looked_after
