"""What is to be reached, and whether it was: always computed from the rows, never written by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboards.content import PAGES
from dashboards.servers import FLOOR, OURS, PLAIN

if TYPE_CHECKING:
    from recorded.rows import Row


@dataclass(frozen=True)
class Target:
    """A bound on ours: on its median, or on how many times another way's median it is."""

    part: str
    what: str
    bound: float
    against: str = ""
    at_least: bool = False
    about: tuple[str, ...] = ()

    def holds_for(self, part: str, row: Row) -> bool:
        return (self.part, self.what) == (part, row.what) and (not self.about or row.about in self.about)

    def said(self, unit: str) -> str:
        sign = "≥" if self.at_least else "≤"
        return f"{sign} {self.bound:g} × {self.against}" if self.against else f"{sign} {self.bound:g} {unit}".strip()

    def found(self, row: Row) -> float | None:
        """What the target speaks of, as it was measured; None where it was not."""
        if self.against:
            return row.times(OURS, self.against)
        return row.middle(OURS) if row.values.get(OURS) else None

    def reached(self, row: Row) -> bool | None:
        found = self.found(row)
        if found is None:
            return None
        return found >= self.bound if self.at_least else found <= self.bound


INTERACTIONS = ("another indicator", "another period", "one area")
# By the reader on this page, by others alone, by nobody: with a server that has had time to work out what may be done
# next, and with one that has not.
SEEN, CACHED, FORESEEN = "seen before", "asked before by others", "never done before, foreseen"
ANEW = "never done before, not foreseen"
KNOWN = (SEEN, CACHED, FORESEEN)
TARGETS = [
    Target("loads", "first load, empty cache", 0.5, FLOOR, about=PAGES),
    Target("loads", "first load, 1.6 Mbit/s and 150 ms", 0.5, FLOOR, about=PAGES),
    Target("loads", "repeat load", 1.0, FLOOR, about=PAGES),
    *(Target("interactions", f"{what}, {how}", 2.0, FLOOR) for what in INTERACTIONS for how in (*KNOWN, ANEW)),
    *(Target("interactions", f"{what}, {how}: server", 15) for what in INTERACTIONS for how in KNOWN),
    *(Target("interactions", f"{what}, {ANEW}: server", 40) for what in INTERACTIONS),
    Target("sessions", "page runs a second, 50 sessions", 3, PLAIN, at_least=True),
    Target("sessions", "errors", 0),
    Target("sessions", "memory a session, of 50", 8),
    Target("cold_start", "start to first complete page", 1.5, FLOOR),
    Target("commands", "second `lsk run` until it answers", 4),
    Target("commands", "`lsk show members`", 0.6),
    Target("commands", "of plotly, pydeck, pandas loaded", 0, about=("import lsk_metrics",)),
    Target("map_page", "first load, empty cache", 0.6, PLAIN),
    Target("map_page", "year steps a second, by the keys", 10, at_least=True),
    Target("map_page", "year steps a second, played", 10, at_least=True),
]


def of(part: str, row: Row) -> Target | None:
    return next((each for each in TARGETS if each.holds_for(part, row)), None)
