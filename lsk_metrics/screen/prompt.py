"""What is written to a reader is sent at once, and not held back until what went before has been acknowledged."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any


@asynccontextmanager
async def prompt(_app: Any) -> AsyncIterator[None]:
    """For the life of a server: every socket it listens on sends without Nagle's algorithm.

    asyncio sees to that where a socket says that it speaks TCP, which the one that Streamlit opens does not. The head
    of a response and its body are two writes: each response on a connection that is used again would wait for the
    client's delayed acknowledgement, 40 ms on Linux. The server begins to listen after this.
    """
    loop = asyncio.get_running_loop()
    listen = loop.create_server

    async def listen_promptly(*given: Any, **named: Any) -> asyncio.Server:
        if isinstance(found := named.get("sock"), socket.socket):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return await listen(*given, **named)

    loop.create_server = listen_promptly  # type: ignore[method-assign]
    yield
