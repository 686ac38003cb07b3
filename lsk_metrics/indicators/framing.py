"""Frames: what every query, measure, view and method begins with, each an SQL file."""

from functools import cache

from lsk_metrics.paths import PACKAGE


@cache
def frame(name: str) -> str:
    """The text of a frame, its opening comment included."""
    return (PACKAGE / "indicators" / "frames" / f"{name}.sql").read_text(encoding="utf-8").strip()
