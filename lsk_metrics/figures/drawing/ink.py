"""The last step: numbers and words as they stand in an SVG."""

from __future__ import annotations

import re
from html import escape

# Letters that XML 1.0 has no place for.
NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def number(value: float) -> str:
    """To the hundredth of a pixel, in the fewest signs."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def safe(text: str) -> str:
    """Text for an element or an attribute in double quotation marks."""
    return escape(NEVER.sub("", text))


def path(points: list[tuple[float, float]]) -> str:
    """An open line through points."""
    return "M" + "L".join(f"{number(x)},{number(y)}" for x, y in points)
