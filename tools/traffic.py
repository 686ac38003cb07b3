"""Programs beside the readers: requests over plain HTTP to the data routes, counted as the server counts them."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

ANSWER = "/api/v1/indicators/{id}/answer.{format}"
# A route as the server counts it, and a request for it.
ASKED = (
    ("/api/v1/indicators", "/api/v1/indicators?lang=pl"),
    ("/api/v1/indicators/{id}", "/api/v1/indicators/members"),
    ("/api/v1/indicators/{id}/answer.json", "/api/v1/indicators/gerd_share_of_gdp/answer.json"),
    ("/api/v1/indicators/{id}/answer.json", "/api/v1/indicators/members_by_type/answer.json?lang=pl"),
    (ANSWER, "/api/v1/indicators/gdp_per_head_pps/answer.csv"),
    (ANSWER, "/api/v1/indicators/investment_by_kind/answer.svg"),
    (ANSWER, "/api/v1/indicators/members_by_area/answer.xlsx"),
    ("/api/v1/sources", "/api/v1/sources"),
    ("/api/v1/claims", "/api/v1/claims"),
    ("/api/v1/snapshots", "/api/v1/snapshots"),
    ("/health", "/health"),
)
COUNTED = re.compile(r'^lsk_http_requests_total\{route="([^"]*)",method="GET",status="(\d+)"\} (\d+)$', re.MULTILINE)
GAUGE = re.compile(r"^(\w+) ([0-9.e+]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Answered:
    """What came of one request: its status, its body, and the seconds to the end of it."""

    status: int
    body: str
    seconds: float


async def get(base: str, path: str) -> Answered:
    """One request on a connection of its own; raises OSError where it breaks, TimeoutError after a minute."""
    begun, place = time.perf_counter(), urlsplit(base)
    async with asyncio.timeout(60):
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        head, _, body = (await reader.read(-1)).partition(b"\r\n\r\n")
        writer.close()
        await writer.wait_closed()
    return Answered(int(head.split()[1]), body.decode(errors="replace"), time.perf_counter() - begun)


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


async def metrics(base: str) -> Metrics:
    said = (await get(base, "/metrics")).body
    counted = Counter({(route, int(status)): int(count) for route, status, count in COUNTED.findall(said)})
    return Metrics(counted, {name: float(value) for name, value in GAUGE.findall(said)})
