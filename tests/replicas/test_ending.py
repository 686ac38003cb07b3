"""A replica that is told to end: its health says so, what is under way comes to its end, and then it is gone."""

import asyncio
import json
import signal
import socket
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from lsk_metrics import paths
from tools.replicas import Replica
from tools.server import listens
from tools.traffic import get

LARGEST = max(files("streamlit").joinpath("static/static/js").iterdir(), key=lambda each: len(each.read_bytes()))


@pytest.fixture
def replica(snapshot: str, tmp_path: Path) -> Iterator[Replica]:
    found = Replica(paths.home(), tmp_path / "log", settings={"LSK_STOP_S": "600"})
    found.begin()
    found.wait()
    yield found
    if found.running.poll() is None:
        found.running.kill()
    found.running.wait()


def test_it_says_so_and_serves_on_for_as_long_as_it_is_to_and_then_lets_answers_under_way_go_out(
    replica: Replica,
) -> None:
    place = urlsplit(replica.base)
    with socket.socket() as slow:
        # A reader on a slow line, who has only just begun to take a file of megabytes.
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        slow.settimeout(60)
        slow.connect(("localhost", place.port))
        slow.sendall(f"GET /static/js/{LARGEST.name} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
        taken = b""
        while b"\r\n\r\n" not in taken:
            taken += slow.recv(256)
        replica.running.send_signal(signal.SIGTERM)
        while (said := asyncio.run(get(replica.base, "/health"))).status == 200:
            pass
        assert (said.status, json.loads(said.body)["status"]) == (503, "ending")
        assert asyncio.run(get(replica.base, "/api/v1/sources")).status == 200
        replica.running.send_signal(signal.SIGTERM)  # whoever cannot wait
        while listens(replica.port):
            pass
        assert replica.running.poll() is None, "it ended before the file had gone out"
        head, _, body = taken.partition(b"\r\n\r\n")
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        while len(body) < length:
            more = slow.recv(1 << 16)
            assert more, "the line broke before the end of the file"
            body += more
    assert len(body) == length > 2_000_000
    replica.running.wait(60)
    assert '"event": "server.ending"' in replica.log.read_text(encoding="utf-8")
