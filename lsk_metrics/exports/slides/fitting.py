"""How far text runs in the slides' typeface, and the largest size in which it fits: nothing is left to autofit."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from lsk_metrics.figures.drawing.words import length
from lsk_metrics.figures.pictures import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

# Arial runs up to this much wider than Source Sans, whose widths are known to the program; measured on every sentence.
WIDER, LEADING = 1.13, 1.2


def width(text: str, size: float, bold: bool = False) -> float:
    """Points that a text takes on one line."""
    return length(text, bold) * size / 1000 * WIDER


def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """How many lines it takes in a room so many points wide; a word longer than the room is broken, as an address."""
    parts = [line for part in text.split("\n") for line in wrapped(part, size, room / WIDER, bold)]
    return sum(max(1, ceil(width(line, size, bold) / room)) for line in parts)


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    return lines(text, size, room, bold) * size * LEADING


def largest(text: str, room: tuple[float, float], sizes: Sequence[float], bold: bool = False) -> float:
    """The first of the sizes, largest first, in which the text fits a room of so many points; else the last."""
    wide, tall = room
    return next((size for size in sizes if height(text, size, wide, bold) <= tall), sizes[-1])


def paged(texts: Sequence[str], size: float, room: tuple[float, float], between: float = 0.0) -> list[list[str]]:
    """Texts in order, as many on a page as fit it, and about as many on each."""
    heights = [height(text, size, room[0]) + between for text in texts]
    return [[texts[at] for at in page] for page in evened(heights, room[1])]


def evened(heights: Sequence[float], room: float) -> list[list[int]]:
    """Positions in order, page by page; no more pages than needed, and none nearly empty where that can be helped."""
    pages = filled(heights, room)
    share = 1.1 * sum(heights) / max(1, len(pages))
    fairer = filled(heights, min(room, share))
    return fairer if len(fairer) == len(pages) else pages


def filled(heights: Sequence[float], room: float) -> list[list[int]]:
    pages: list[list[int]] = []
    down = room
    for at, tall in enumerate(heights):
        if not pages or down + tall > room:
            pages.append([])
            down = 0.0
        pages[-1].append(at)
        down += tall
    return pages
