"""How the program itself is: /health for whoever watches it, /metrics for Prometheus; nothing of who is reading."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from threading import Event
from typing import Any

from lsk_metrics import __version__
from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.counting import COUNTED
from lsk_metrics.api.data.pages import as_json
from lsk_metrics.errors import LskError
from lsk_metrics.indicators import kept, refusals, shown
from lsk_metrics.indicators.labels import Card
from lsk_metrics.indicators.records import source_cards

STARTED, STARTED_S = datetime.now(UTC), time.monotonic()
MEDIA = "application/json"
ENDING = Event()  # set once the server was told to end


def health(_asked: Asked) -> Made:
    """Since when the process is up, snapshot and sources with their age; status 503 without a snapshot.

    Where the current snapshot is damaged, the last good one is served, and status and reason say so. A server that was
    told to end says so with 503, and answers everything else as ever until it does.
    """
    now = datetime.now(UTC)
    process = {
        "version": __version__,
        "up_since": f"{STARTED:%Y-%m-%dT%H:%M:%SZ}",
        "up_seconds": round(time.monotonic() - STARTED_S),
    }
    try:
        seen, why = shown()
        found = kept.meant(seen)
        cards = source_cards(found.id)
    except LskError as reason:
        said = {"status": "no snapshot", "process": process, "reason": refusals.told(reason)}
        return Made(as_json(said), MEDIA, ((":status", "503"), ("Retry-After", "60")))
    if ENDING.is_set():
        return Made(
            as_json({"status": "ending", "process": process}), MEDIA, ((":status", "503"), ("Retry-After", "1"))
        )
    snapshot = {
        "id": found.id,
        "built_at": f"{found.built_at:%Y-%m-%dT%H:%M:%SZ}",
        "age_seconds": max(0, round((now - found.built_at.replace(tzinfo=UTC)).total_seconds())),
    }
    sources = [aged(card, now.date()) for card in cards]
    standing = {"status": "ok"} if why is None else {"status": "last good snapshot", "reason": refusals.told(why)}
    return Made(as_json({**standing, "process": process, "snapshot": snapshot, "sources": sources}), MEDIA)


def aged(card: Card, today: date) -> dict[str, Any]:
    """How old the copy of a source is, in days; a sample has no age."""
    taken = None if card.kind == "illustrative" else day(card.retrieved)
    return {
        "id": card.id,
        "kind": card.kind,
        "retrieved": card.retrieved,
        "age_days": max(0, (today - taken).days) if taken else None,
    }


def day(iso: str) -> date | None:
    """The first day that a date means, which may be as short as a year; none where it is no date."""
    try:
        return date.fromisoformat((iso + "-01-01")[:10])
    except ValueError:
        return None


def metrics(_asked: Asked) -> Made:
    """Counts, seconds, snapshot, sessions and memory in Prometheus's text format, version 0.0.4."""
    lines = [*COUNTED.lines(), *of_snapshot(), *COUNTED.of_process(), *started()]
    return Made(("\n".join(lines) + "\n").encode("utf-8"), "text/plain; version=0.0.4; charset=utf-8")


def of_snapshot() -> list[str]:
    try:
        found = kept.meant(shown().snapshot)
    except LskError:
        return ["# TYPE lsk_snapshot_here gauge", "lsk_snapshot_here 0"]
    built = found.built_at.replace(tzinfo=UTC).timestamp()
    return [
        "# TYPE lsk_snapshot_here gauge",
        "lsk_snapshot_here 1",
        "# TYPE lsk_snapshot_info gauge",
        f'lsk_snapshot_info{{snapshot="{found.id}",program="{found.program}"}} 1',
        "# TYPE lsk_snapshot_built_timestamp_seconds gauge",
        f"lsk_snapshot_built_timestamp_seconds {built:.0f}",
    ]


def started() -> list[str]:
    return [
        "# TYPE process_start_time_seconds gauge",
        f"process_start_time_seconds {STARTED.timestamp():.0f}",
        "# TYPE process_cpu_seconds_total counter",
        f"process_cpu_seconds_total {time.process_time():.2f}",
    ]
