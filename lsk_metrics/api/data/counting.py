"""Requests as they are counted: by route and status, and how long they took; bounded, and nothing of who asked."""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lsk_metrics import journal

BOUNDS = (0.005, 0.025, 0.1, 0.5, 2.5)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
PARTS = ("static", "_stcore", "early", "embed", "present")
ROUTE = "lsk.route"  # where the data routes write which of them a request is for


class Requests:
    """Counts since the process began; labels are routes of the program, never what a client has written."""

    def __init__(self) -> None:
        self.requests: Counter[tuple[str, str, int]] = Counter()
        self.within: Counter[tuple[str, float]] = Counter()
        self.seconds: Counter[str] = Counter()
        self.sessions: Callable[[], int | None] = lambda: None
        self.lock = Lock()

    def count(self, route: str, method: str, status: int, seconds: float) -> None:
        with self.lock:
            self.requests[route, method if method in METHODS else "other", status] += 1
            self.seconds[route] += seconds  # type: ignore[assignment]
            for bound in (*BOUNDS, float("inf")):
                self.within[route, bound] += seconds <= bound

    def lines(self) -> list[str]:
        with self.lock:
            requests, within, seconds = sorted(self.requests.items()), dict(self.within), dict(self.seconds)
        said = ["# HELP lsk_http_requests_total Requests answered.", "# TYPE lsk_http_requests_total counter"]
        said += [
            f'lsk_http_requests_total{{route="{route}",method="{method}",status="{status}"}} {count}'
            for (route, method, status), count in requests
        ]
        said += ["# HELP lsk_http_request_seconds Time until an answer.", "# TYPE lsk_http_request_seconds histogram"]
        for route in sorted(seconds):
            for bound in (*BOUNDS, float("inf")):
                upto = "+Inf" if bound == float("inf") else f"{bound:g}"
                said.append(f'lsk_http_request_seconds_bucket{{route="{route}",le="{upto}"}} {within[route, bound]}')
            said.append(f'lsk_http_request_seconds_sum{{route="{route}"}} {seconds[route]:.6f}')
            said.append(f'lsk_http_request_seconds_count{{route="{route}"}} {within[route, float("inf")]}')
        return said

    def of_process(self) -> list[str]:
        """Open sessions of the dashboard and memory, where they can be told."""
        said, sessions, memory = [], self.sessions(), resident()
        if sessions is not None:
            said += ["# HELP lsk_sessions Open sessions of the dashboard.", "# TYPE lsk_sessions gauge"]
            said.append(f"lsk_sessions {sessions}")
        if memory is not None:
            said += ["# TYPE process_resident_memory_bytes gauge", f"process_resident_memory_bytes {memory}"]
        return said


COUNTED = Requests()


def resident() -> int | None:
    """Memory in use, in bytes; only Linux tells it in a file."""
    told = Path("/proc/self/statm")
    return int(told.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") if told.is_file() else None


class Counting:
    """Counts every request to the application; what is no route of the data is a page, a file or something else."""

    def __init__(self, app: ASGIApp, pages: frozenset[str]) -> None:
        self.app, self.pages = app, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, seen = perf_counter(), [500]

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen[0] = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, told)
        finally:
            COUNTED.count(self.route(scope), scope["method"], seen[0], perf_counter() - begun)
            if seen[0] == 429 or seen[0] >= 500:
                self.write_down(scope, seen[0])

    def write_down(self, scope: Scope, status: int) -> None:
        """An answer that whoever runs the server should know of, by its route: never what was asked."""
        method = scope["method"] if scope["method"] in METHODS else "other"
        who = journal.client((scope.get("client") or ("",))[0])
        level = logging.WARNING if status == 429 else logging.ERROR
        journal.event("request.failed", level, route=self.route(scope), method=method, status=status, client=who)

    def route(self, scope: Scope) -> str:
        path = scope["path"]
        if ROUTE in scope:
            return str(scope[ROUTE])
        if path in self.pages:
            return "page"
        part = path.split("/")[1] if "/" in path else ""
        return part if part in PARTS else "other"
