"""Programs beside the readers: requests over plain HTTP to the data routes, counted as the server counts them."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

ANSWER = "/api/v1/indicators/{id}/answer.{format}"
# A route as the server counts it, a request for it, and its status; a few ask for what there is not.
ASKED = (
    ("/api/v1/indicators", "/api/v1/indicators?lang=pl", 200),
    ("/api/v1/indicators/{id}", "/api/v1/indicators/members", 200),
    ("/api/v1/indicators/{id}/answer.json", "/api/v1/indicators/gerd_share_of_gdp/answer.json", 200),
    ("/api/v1/indicators/{id}/answer.json", "/api/v1/indicators/members_by_type/answer.json?lang=pl", 200),
    (ANSWER, "/api/v1/indicators/gdp_per_head_pps/answer.csv", 200),
    (ANSWER, "/api/v1/indicators/investment_by_kind/answer.svg", 200),
    (ANSWER, "/api/v1/indicators/members_by_area/answer.xlsx", 200),
    ("/api/v1/sources", "/api/v1/sources", 200),
    ("/api/v1/claims", "/api/v1/claims", 200),
    ("/api/v1/snapshots", "/api/v1/snapshots", 200),
    ("/health", "/health", 200),
    ("/api/v1/indicators/{id}", "/api/v1/indicators/no_such_indicator", 404),
    ("/api/v1/claims", "/api/v1/claims?limit=none", 400),
)
COUNTED = re.compile(r'^lsk_http_requests_total\{route="([^"]*)",method="GET",status="(\d+)"\} (\d+)$', re.MULTILINE)
GAUGE = re.compile(r"^(\w+) ([0-9.e+]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Answered:
    """What came of one request: its status, its body, the seconds to the end of it, and its head as it came."""

    status: int
    body: str
    seconds: float
    head: str = ""


async def get(base: str, path: str, cookie: str = "") -> Answered:
    """One request on a connection of its own; raises OSError where it breaks, TimeoutError after a minute."""
    begun, place = time.perf_counter(), urlsplit(base)
    async with asyncio.timeout(60):
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        sent = f"Cookie: {cookie}\r\n" if cookie else ""
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\n{sent}Connection: close\r\n\r\n".encode())
        await writer.drain()
        head, _, body = (await reader.read(-1)).partition(b"\r\n\r\n")
        writer.close()
        await writer.wait_closed()
    if not head:
        raise ConnectionResetError("The server hung up without an answer.")
    status, taken = int(head.split()[1]), time.perf_counter() - begun
    return Answered(status, body.decode(errors="replace"), taken, head.decode("latin-1"))


@dataclass(frozen=True)
class Metrics:
    """What /metrics says at a moment: requests by route and status, and the figures without labels."""

    requests: Counter[tuple[str, int]]
    figures: dict[str, float]

    @property
    def memory_mb(self) -> float:
        return self.figures["process_resident_memory_bytes"] / 1e6

    @property
    def sessions(self) -> int:
        return int(self.figures["lsk_sessions"])


def missing(before: Metrics, after: Metrics, sent: Counter[tuple[str, int]]) -> list[str]:
    """Where the server's own counts between two moments differ from what was sent to the data routes."""
    counted = after.requests - before.requests
    routes = {route for route, _path, _status in ASKED}
    keys = {key for key in counted if key[0] in routes} | set(sent)
    return [
        f"{route} with status {status}: {sent[route, status]} sent, {counted[route, status]} counted"
        for route, status in sorted(keys)
        if sent[route, status] != counted[route, status]
    ]


async def metrics(base: str) -> Metrics:
    said = (await get(base, "/metrics")).body
    counted = Counter({(route, int(status)): int(count) for route, status, count in COUNTED.findall(said)})
    return Metrics(counted, {name: float(value) for name, value in GAUGE.findall(said)})
