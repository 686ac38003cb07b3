"""Responses are not held back by the system: what the server listens on sends at once."""

import asyncio
import socket

from lsk_metrics.screen.prompt import prompt


async def listening(first: bool) -> int:
    """Whether a server's socket, made as Streamlit makes it, sends without waiting; `first` goes the prompt way."""
    with socket.socket(socket.AF_INET) as sock:
        sock.bind(("127.0.0.1", 0))
        if first:
            async with prompt(None):
                server = await asyncio.get_running_loop().create_server(asyncio.Protocol, sock=sock)
        else:
            server = await asyncio.get_running_loop().create_server(asyncio.Protocol, sock=sock)
        found = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        server.close()
        return int(bool(found))


def test_a_socket_sends_at_once_and_would_not_by_itself() -> None:
    with asyncio.Runner() as one:
        assert one.run(listening(first=False)) == 0
    with asyncio.Runner() as other:
        assert other.run(listening(first=True)) == 1
