"""The server looks at its clock once a second and not ten times, and ends as soon as it is told to."""

from __future__ import annotations

import asyncio
import signal
from typing import Any

import pytest
import uvicorn

from lsk_metrics.screen import clock


async def nothing(_scope: Any, _receive: Any, _send: Any) -> None:
    """An application that nobody asks anything."""


class Counted(clock.Calm):
    """A server that counts how often it looks."""

    looks = 0

    async def on_tick(self, counter: int) -> bool:
        self.looks += 1
        return await super().on_tick(counter)


async def told(server: Counted, number: signal.Signals) -> None:
    """The server waits, and is then sent a signal."""
    running = asyncio.create_task(server.main_loop())
    while not server.looks:
        await asyncio.sleep(0)
    assert not running.done()
    server.handle_exit(number, None)
    await asyncio.wait_for(running, 60)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_told_and_not_when_it_looks_next(
    monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    monkeypatch.setattr(clock, "TICK_S", 3600)
    server = Counted(uvicorn.Config(nothing))
    asyncio.run(told(server, number))
    assert server.looks == 2
    assert server.should_exit


def test_it_ends_that_was_told_before_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "TICK_S", 3600)
    server = Counted(uvicorn.Config(nothing))
    server.handle_exit(signal.SIGTERM, None)
    asyncio.run(server.main_loop())
    assert server.looks == 1


def test_answers_still_say_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    server = clock.Calm(uvicorn.Config(nothing))
    server.should_exit = True
    asyncio.run(server.main_loop())
    assert [name for name, _said in server.server_state.default_headers] == [b"date"]


def test_the_server_that_streamlit_makes_is_such_a_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uvicorn, "Server", uvicorn.Server)
    clock.slow_down()
    assert uvicorn.Server is clock.Calm
