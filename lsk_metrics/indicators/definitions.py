"""What an indicator meant when a snapshot was built: its passport and query as that snapshot keeps them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import passport
from lsk_metrics.indicators.parameters import FILTERS
from lsk_metrics.indicators.passport import Indicator, PassportError
from lsk_metrics.indicators.query import NAMED
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read

# What of a passport says what is counted; the other keys say why, where it is shown and in which words.
DEFINING = (
    "title", "definition", "unit", "decimals", "years", "direction", "role", "additive", "places", "series", "names",
    "sources",
)  # fmt: skip


@lru_cache(maxsize=8)
def kept(snapshot: str) -> dict[str, Indicator | None]:
    """Indicators by id as they were; None for one this program can no longer read; empty where none were kept."""
    try:
        rows = read.rows("SELECT indicator, passport, sql FROM definitions ORDER BY indicator", snapshot=snapshot)
    except SnapshotError:
        return {}
    return {row["indicator"]: understood(row["indicator"], row["passport"], row["sql"]) for row in rows}


def understood(name: str, text: str, sql: str) -> Indicator | None:
    """The indicator, where this program still has every key, filter and parameter that it names."""
    try:
        found = passport.described(name, passport.head_of(name, text), sql)
    except PassportError:
        return None
    known = {each for today in passport.indicators() for each in NAMED.findall(today.sql)}
    return found if set(NAMED.findall(sql)) <= known and set(found.filters) <= set(FILTERS) else None


@lru_cache(maxsize=8)
def shared(snapshot: str) -> str:
    """The checksum of the views that all indicators rested on; empty where it was not kept."""
    try:
        rows = read.rows("SELECT any_value(shared_sha256) AS shared FROM definitions", snapshot=snapshot)
    except SnapshotError:
        return ""
    return rows[0]["shared"] or ""


def reworded(then: Indicator, now: Indicator) -> list[tuple[str, str, str]]:
    """What the passport says otherwise about what is counted: key, text before, text after, in the language spoken."""
    sides = [(name, getattr(then, name), getattr(now, name)) for name in DEFINING]
    return [(name, written(before), written(after)) for name, before, after in sides if before != after]


def rewritten(then: Indicator, now: Indicator) -> bool:
    """Whether the query is another one, apart from how its lines are laid."""
    return then.sql.split() != now.sql.split()


def written(value: Any) -> str:
    """What stands in a passport as text; a text that is translated, in the language spoken."""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_(text)}" for name, text in value.items())
    return _(value) if isinstance(value, str) else "" if value is None else str(value)
