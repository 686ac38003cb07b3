"""What a request asks, once it is understood, and what is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlencode

from lsk_metrics.api.data.accept import preferred
from lsk_metrics.api.data.problems import Refusal
from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import kept, shown
from lsk_metrics.indicators.kept import Kept
from lsk_metrics.language import LANGUAGES


@dataclass(frozen=True)
class Asked:
    """lang; snapshot: its id, empty where the route reads none; named: what the address names; query: its parameters;
    accept: of the media types that the route can send the one that the client would rather have, empty for none."""

    path: str
    lang: str
    snapshot: str
    built_at: datetime | None
    named: Mapping[str, str] = field(hash=False)
    query: Mapping[str, str] = field(hash=False)
    accept: str = ""

    def number(self, name: str, usual: int) -> int:
        return int(self.query.get(name, usual))

    def same(self) -> str:
        """The same parameters, as the end of another address."""
        return f"?{urlencode(self.query)}" if self.query else ""


@dataclass(frozen=True)
class Made:
    """What is sent: bytes, their media type, and headers of this answer alone."""

    body: bytes
    media: str
    headers: tuple[tuple[str, str], ...] = ()


def language(query: Mapping[str, str], header: str) -> str:
    """What the address says, else what the client would rather have, else English."""
    asked = query.get("lang", "")
    return asked if asked in LANGUAGES else preferred(header, list(LANGUAGES), alike=False) or "en"


def snapshot(query: Mapping[str, str]) -> Kept:
    """The snapshot that is asked for, or the one that readers see; without any the refusal is `no-snapshot`."""
    if "snapshot" in query:
        return kept.meant(query["snapshot"])
    try:
        return kept.meant(shown().snapshot)
    except SnapshotError as reason:
        raise Refusal("no-snapshot", reason, {"Retry-After": "60"}) from reason


def http_date(moment: datetime) -> str:
    """A moment in UTC as HTTP writes it."""
    from email.utils import format_datetime

    return format_datetime(moment.replace(tzinfo=UTC, microsecond=0), usegmt=True)
