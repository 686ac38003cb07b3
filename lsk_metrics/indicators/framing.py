"""Frames: what every query, measure, view and method begins with, each an SQL file."""

import re
from functools import cache

from lsk_metrics.paths import PACKAGE


@cache
def frame(name: str) -> str:
    """The text of a frame, its opening comment included."""
    return (PACKAGE / "indicators" / "frames" / f"{name}.sql").read_text(encoding="utf-8").strip()


@cache
def steps(name: str) -> tuple[tuple[str, str], ...]:
    """The parts of a frame that is a list of them: names, and what stands in the brackets after each."""
    return tuple(re.findall(r"^(\w+) AS \(\n(.*?)\n\),?$", frame(name), re.MULTILINE | re.DOTALL))
