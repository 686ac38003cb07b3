"""Targets as the snapshot holds them: what is to be reached, from where, by when, and who set it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import NameUnknown
from lsk_metrics.warehouse import read

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True)
class Target:
    """One target, values in its indicator's unit; an empty place is the home region, an empty rule the usual one.

    knots are baseline, milestones and target, each as (year, value), in the order of their years. adopted is empty for
    an illustrative one, which nobody has adopted.
    """

    id: str
    indicator: str
    place: str
    direction: str
    rule: str
    knots: tuple[tuple[int, float], ...]
    owner: str
    document: str
    adopted: date | None
    kind: str
    source: str

    @property
    def baseline(self) -> tuple[int, float]:
        return self.knots[0]

    @property
    def milestones(self) -> tuple[tuple[int, float], ...]:
        return self.knots[1:-1]

    @property
    def year(self) -> int:
        """The year by which it is to be reached."""
        return self.knots[-1][0]

    @property
    def value(self) -> float:
        """The value to be reached."""
        return self.knots[-1][1]

    @property
    def sign(self) -> int:
        """1 where more is better, -1 where less is."""
        return -1 if self.direction == "less" else 1

    def met(self, value: float) -> bool:
        """Whether a value is as good as the target, or better."""
        return round((value - self.value) * self.sign, 9) >= 0

    def due(self, year: int) -> float:
        """What the straight lines from baseline over the milestones to the target ask for in a year between them."""
        for (start, low), (end, high) in pairwise(self.knots):
            if start <= year <= end:
                return low + (high - low) * (year - start) / (end - start)
        raise ValueError(f"{year} is not on the path from {self.baseline[0]} to {self.year}.")


@lru_cache(maxsize=16)
def targets(snapshot: str) -> tuple[Target, ...]:
    """All targets of a snapshot by their ids; a snapshot from before there were rules has targets without one."""
    return tuple(told(row) for row in read.rows("SELECT * FROM targets ORDER BY id", snapshot=snapshot))


def target(name: str, snapshot: str) -> Target:
    """One target by its id; raises NameUnknown with the nearest one."""
    known = {each.id: each for each in targets(snapshot)}
    if name not in known:
        raise NameUnknown("target", name, known)
    return known[name]


def told(row: dict[str, Any]) -> Target:
    parts = ("baseline", "milestone_1", "milestone_2", "target")
    pairs = ((row[f"{part}_year"], row[f"{part}_value"]) for part in parts)
    return Target(
        row["id"],
        row["indicator"],
        row["place"] or "",
        row["direction"],
        row.get("rule") or "",
        tuple((int(year), float(value)) for year, value in pairs if year is not None),
        row["owner"] or "",
        row["document"],
        row["adopted"],
        row["kind"],
        row["source"],
    )


@lru_cache(maxsize=16)
def year_of(snapshot: str) -> int:
    """The year in which a snapshot was built: what lies before it is past."""
    [row] = read.rows("SELECT year(built_at) AS year FROM snapshot", snapshot=snapshot)
    return int(row["year"])
