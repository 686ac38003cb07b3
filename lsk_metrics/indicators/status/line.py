"""The figures a target is judged by: of one place and one origin, in the order of their years, with their breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lsk_metrics.indicators.rows import Row

# What is published and what is derived from it is one line; the sample never continues a figure.
ORIGINS = (("register",), ("published", "derived"), ("illustrative",))


@dataclass(frozen=True)
class Line:
    """Rows of which no two have the same year, those without a value included: one of them may carry the break."""

    rows: tuple[Row, ...]

    @property
    def points(self) -> list[tuple[int, float]]:
        """Years and values."""
        return [(row.year, row.value) for row in self.rows if row.value is not None]

    @property
    def latest(self) -> Row:
        """The last row that has a value; there is one in every line."""
        return [row for row in self.rows if row.value is not None][-1]

    def at(self, year: int) -> float | None:
        return dict(self.points).get(year)

    def broken(self, after: int) -> int | None:
        """The last year after this one, up to the latest figure, in which the series has a break."""
        years = [row.year for row in self.rows if "b" in row.flag and after < row.year <= self.latest.year]
        return max(years, default=None)


def lines(rows: Sequence[Row], sample: bool) -> list[Line]:
    """The lines among rows of one place, the strongest origin first; the sample takes part or not."""
    found = []
    for kinds in ORIGINS if sample else ORIGINS[:-1]:
        own = {row.year: row for row in reversed(rows) if row.kind in kinds}
        if any(row.value is not None for row in own.values()):
            found.append(Line(tuple(own[year] for year in sorted(own))))
    return found
