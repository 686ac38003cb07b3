"""Requests to the application's own routes, as a server would pass them on."""

import asyncio
import gzip
import json
from collections.abc import Callable, Iterator, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from lsk_metrics import api
from tools.server import serving


@dataclass(frozen=True)
class Answered:
    """What came back: status, headers by their names in small letters, bytes."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def plain(self) -> bytes:
        """The body as it is read, unpacked where it came packed."""
        return gzip.decompress(self.body) if self.headers.get("content-encoding") == "gzip" else self.body

    def json(self) -> Any:
        return json.loads(self.plain)


def ask(path: str, query: str = "", method: str = "GET", client: str = "127.0.0.1", **headers: str) -> Answered:
    return of(Starlette(routes=api.routes(), middleware=api.middleware()), path, query, method, client, **headers)


def of(
    app: Starlette, path: str, query: str = "", method: str = "GET", client: str = "127.0.0.1", **headers: str
) -> Answered:
    heard: list[MutableMapping[str, Any]] = []
    sent = {"host": "localhost:8501", **{name.replace("_", "-"): value for name, value in headers.items()}}
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
        "server": ("localhost", 8501),
        "client": (client, 50000),
    }

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: MutableMapping[str, Any]) -> None:
        heard.append(message)

    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app(scope, receive, send)).result()
    found = {name.decode().lower(): value.decode() for name, value in heard[0]["headers"]}
    return Answered(int(heard[0]["status"]), found, b"".join(part.get("body", b"") for part in heard[1:]))


@pytest.fixture(scope="session")
def get() -> Callable[..., Answered]:
    return ask


@pytest.fixture
def app(snapshot: str) -> Callable[..., Answered]:
    """Requests to one application, which keeps what it made and counts who asked."""
    one = Starlette(routes=api.routes(), middleware=api.middleware())
    return lambda *asked, **more: of(one, *asked, **more)


@pytest.fixture(scope="module")
def server(home: Path, snapshot: str) -> Iterator[str]:
    """The address of the application, run as a reader would run it."""
    with serving(home) as base:
        yield base
