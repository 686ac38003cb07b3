"""What stands at the ends of lines: names moved apart where they would meet, and the last value."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

End = tuple["Row", str, str, str]
LOWEST = -24.0  # pixels from the foot of the axis: beside the years, and still whole within the picture
OUTSTANDING = ("home", "chosen")


def foremost(ends: list[End]) -> list[End]:
    """Where there is no room for all names: the home region, what is chosen, nation, union and leader."""
    leader = max(ends, key=lambda end: end[0].value or 0.0)
    return [end for end in ends if end is leader or end[3] in (*OUTSTANDING, "nation", "union")]


def wrapped(name: str, look: Look) -> str:
    """A name in lines short enough for the margin it stands in."""
    return "<br>".join(wrap(name, 13, break_long_words=False)) if look.narrow else name


def named(ends: list[End], low: float, high: float, height_px: float, look: Look) -> list[dict[str, Any]]:
    """A name at the end of each line, moved apart where two would meet."""
    scale = height_px / (high - low)
    wanted = [((last.value or 0.0) - low) * scale for last, _name, _colour, _role in ends]
    labels = []
    for (last, name, colour, role), at, height in zip(
        ends, wanted, spread(wanted, 30 if look.narrow else 15, LOWEST), strict=True
    ):
        said = wrapped(name, look)
        text = f"<b>{said}</b>" if role in OUTSTANDING else said
        shade = look.muted if role in ("peer", "domestic", "nation", "union") else colour
        labels.append(
            {
                "x": 1,
                "xref": "paper",
                "xanchor": "left",
                "xshift": 6,
                "align": "left",
                "y": last.value,
                "yshift": height - at,
                "text": text,
                "showarrow": False,
                "font": {"color": shade, "size": 12.5},
            }
        )
    return labels


def mark(answer: Answer, last: Row, look: Look) -> dict[str, Any]:
    """The last value, written at the end of a single line."""
    text = f"<b>{answer.sign(last.value, last.flag)}{number(last.value or 0.0, answer.indicator.decimals)}</b>"
    return {
        "x": last.year,
        "y": last.value,
        "xanchor": "left",
        "xshift": 8,
        "text": text,
        "showarrow": False,
        "font": {"color": look.accent, "size": 15},
    }


def spread(heights: Sequence[float], gap: float, lowest: float = -inf) -> list[float]:
    """Positions as near as can be to the wanted ones, at least `gap` apart and none below the lowest."""
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    blocks: list[list[float]] = []
    for at in order:
        blocks.append([heights[at], heights[at], 1.0])
        while len(blocks) > 1 and blocks[-2][0] + (blocks[-2][2] - 1) * gap + gap > blocks[-1][0]:
            last = blocks.pop()
            wanted = (blocks[-1][1] * blocks[-1][2] + (last[1] - 0) * last[2]) / (blocks[-1][2] + last[2])
            count = blocks[-1][2] + last[2]
            blocks[-1] = [wanted - (count - 1) * gap / 2, wanted, count]
    placed = [block[0] + step * gap for block in blocks for step in range(int(block[2]))]
    found = [0.0] * len(heights)
    for step, (at, position) in enumerate(zip(order, placed, strict=True)):
        found[at] = max(position, lowest + step * gap)
    return found
