"""Events: what happened in the years that an answer shows, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import SnapshotLacks
from lsk_metrics.indicators.labels import Card, cards
from lsk_metrics.language import day, pick
from lsk_metrics.warehouse import read

if TYPE_CHECKING:
    from collections.abc import Collection

    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.passport import Indicator

OVER_YEARS = ("lines", "growth", "columns", "target")


@dataclass(frozen=True)
class Event:
    """Dates are ISO, as precise as the source is; `ends` is None for what happened at one time.

    tables and indicators say what it belongs to; places, where there are any, that one of them must be shown.
    """

    id: str
    kind: str
    begins: str
    ends: str | None
    title: str
    title_pl: str
    short: str
    short_pl: str
    note: str | None
    note_pl: str | None
    caveat: str | None
    caveat_pl: str | None
    source: Card
    claim: str | None
    tables: tuple[str, ...]
    indicators: tuple[str, ...]
    places: tuple[str, ...]

    @property
    def first(self) -> int:
        return int(self.begins[:4])

    @property
    def last(self) -> int:
        return int((self.ends or self.begins)[:4])

    def label(self) -> str:
        """The few words that stand in a chart: 2016 Key National Cluster."""
        return f"{self.years()} {pick(self.short, self.short_pl)}"

    def years(self) -> str:
        return f"{self.first}–{self.last}" if self.ends else str(self.first)

    def dated(self) -> str:
        """When it was, as precisely as is known."""
        return f"{day(self.begins)}–{day(self.ends)}" if self.ends else day(self.begins)

    def text(self) -> str:
        return pick(self.title, self.title_pl)

    def remarks(self) -> list[str]:
        """What must be known with it: its own note, and the caveat of the statement it rests on."""
        said = (pick(self.note or "", self.note_pl), pick(self.caveat or "", self.caveat_pl))
        return [words for words in said if words]

    def sentence(self) -> str:
        """All of it in words, for whoever cannot see the mark; the source in brief."""
        return " ".join([f"{self.dated()}: {self.text()}", *self.remarks(), f"[{self.source.brief()}]"])

    def document(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "id": self.id,
            "kind": self.kind,
            "begins": self.begins,
            "ends": self.ends,
            "text": self.text(),
            "remarks": self.remarks(),
            "source": self.source.id,
            "claim": self.claim,
        }

    def belongs(self, indicator: Indicator, places: Collection[str]) -> bool:
        """Whether it says something about an indicator that shows these places."""
        concerned = indicator.id in self.indicators or set(self.tables) & set(indicator.sources)
        return bool(concerned) and (not self.places or bool(set(self.places) & set(places)))


@lru_cache(maxsize=8)
def events(snapshot: str) -> tuple[Event, ...]:
    """All events of a snapshot in the order of time; a snapshot made before there were any has none."""
    try:
        rows = read.rows(
            "SELECT events.*, claims.caveat, claims.caveat_pl FROM events LEFT JOIN claims ON claims.id = claim "
            "ORDER BY begins, events.id",
            snapshot=snapshot,
        )
    except SnapshotLacks:
        return ()
    lists = ("tables", "indicators", "places")
    known = cards(snapshot)
    return tuple(
        Event(
            **{
                **row,
                "source": known[row["source"]],
                **{name: tuple((row[name] or "").split()) for name in lists},
            }
        )
        for row in rows
    )


def during(answer: Answer) -> list[Event]:
    """The events of the years an answer shows, in the order of time; none where it is not a course over years."""
    years = {row.year for row in answer.rows}
    if answer.view or answer.indicator.chart not in OVER_YEARS or len(years) < 2:
        return []
    return [
        event
        for event in events(answer.snapshot)
        if event.belongs(answer.indicator, answer.places) and event.first <= max(years) and event.last >= min(years)
    ]
