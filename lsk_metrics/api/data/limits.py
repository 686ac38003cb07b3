"""How many requests a client may make: a bucket of tokens for each, filled again as time goes by; no address is kept
longer than its bucket, and none is ever written down."""

from __future__ import annotations

import math
import os
from collections import OrderedDict
from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

MOST_CLIENTS = 4096
FULL_S = 60.0
HERE = "127.0.0.1,::1"


class Left(NamedTuple):
    """Whether a request is answered, how many more are at once, and the seconds until one more is."""

    allowed: bool
    requests: int
    seconds: int


class Buckets:
    """`minute` requests a minute for each client, as many at once; 0 is no limit at all.

    Clients in `free` are not counted: this machine, unless the setting says otherwise.
    """

    def __init__(self, minute: int, free: frozenset[str], most: int = MOST_CLIENTS) -> None:
        self.minute, self.free, self.most = minute, free, most
        self.clients: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def taken(self, address: str, now: float) -> Left | None:
        """Take a token from a client's bucket at a moment in seconds; None for whom no limit holds."""
        if not self.minute or address in self.free:
            return None
        client, a_second = network(address), self.minute / 60
        tokens, at = self.clients.pop(client, (float(self.minute), now))
        tokens = min(float(self.minute), tokens + max(now - at, 0.0) * a_second)
        allowed = tokens >= 1
        tokens -= allowed
        self.clients[client] = (tokens, now)
        # The longest unheard stand first; after a minute a bucket is full again and need not be known.
        while len(self.clients) > self.most or now - next(iter(self.clients.values()))[1] > FULL_S:
            self.clients.popitem(last=False)
        return Left(allowed, int(tokens), max(1, math.ceil((1 - tokens % 1) / a_second)))

    def headers(self, left: Left) -> dict[str, str]:
        """As the IETF's draft on rate limit headers writes them."""
        said = {
            "RateLimit-Policy": f'"client";q={self.minute};w=60',
            "RateLimit": f'"client";r={left.requests};t={left.seconds}',
        }
        return said if left.allowed else said | {"Retry-After": str(left.seconds)}


def network(address: str) -> str:
    """Whose address it is: of IPv6 the first 64 digits, which one household has."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(int(found) >> 64) if isinstance(found, IPv6Address) and not found.ipv4_mapped else str(found)


def settings() -> Buckets:
    """From LSK_API_RATE (requests a minute, 120 unless said) and LSK_API_FREE (addresses without a limit)."""
    said = os.environ.get("LSK_API_RATE", "")
    free = os.environ.get("LSK_API_FREE", HERE)
    return Buckets(int(said) if said.isdecimal() else 120, frozenset(each.strip() for each in free.split(",")))
