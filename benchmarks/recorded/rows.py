"""A row for each thing measured: its values for each way, in the order of the rounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Row:
    """One thing measured: of which page or subject, what, in which unit; `values` by way."""

    about: str
    what: str
    unit: str
    values: dict[str, list[float]] = field(default_factory=dict)

    def middle(self, way: str) -> float:
        return median(self.values[way])

    def times(self, way: str, other: str) -> float | None:
        """How many times the other's median this way's median is; None where one was not measured, or is nothing."""
        if not self.values.get(way) or not self.values.get(other) or not self.middle(other):
            return None
        return self.middle(way) / self.middle(other)


class Rows:
    """Rows in the order in which each was first met."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, str], Row] = {}

    def note(self, about: str, what: str, unit: str, way: str, value: float) -> None:
        row = self.found.setdefault((about, what), Row(about, what, unit))
        row.values.setdefault(way, []).append(value)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.found.values())
