"""The columns in which every indicator, view and method answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One value: missing is None; low and high bound it where known; flag holds the producer's letters or > < ~."""

    place: str
    year: int
    value: float | None
    kind: str
    source: str
    series: str | None = None
    flag: str = ""
    low: float | None = None
    high: float | None = None
