"""Bars and columns: stacked, hatched, outlined, each with its value at its end."""

from __future__ import annotations

from hashlib import sha256
from math import ceil, floor, pi, sqrt
from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import FigureUnknown
from lsk_metrics.figures.drawing import pointed, words
from lsk_metrics.figures.drawing.ink import number
from lsk_metrics.figures.drawing.pointed import one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsk_metrics.figures.description import Trace
    from lsk_metrics.figures.drawing.plot import Plot, Scale

NEAR = 3  # from a bar's end to its value
CLEAR = "rgba(0,0,0,0)"
Stacks = dict[tuple[float, bool], float]


def bars(trace: Trace, plot: Plot, stacks: Stacks, patterns: dict[str, str], live: bool = False) -> Iterator[str]:
    """A trace of type bar; `stacks` holds how high each place is stacked, `patterns` what fills need defining."""
    lying = trace.get("orientation") == "h"
    places, values = (trace["y"], trace["x"]) if lying else (trace["x"], trace["y"])
    along, across = (plot.x, plot.y) if lying else (plot.y, plot.x)
    for at, (place, value) in enumerate(zip(places, values, strict=True)):
        if value is None:
            continue
        below = stacks.get((place, value >= 0), 0.0) if plot.layout.get("barmode") == "stack" else 0.0
        stacks[place, value >= 0] = below + value
        sides = sorted(across.at(place + side * trace["width"] / 2) for side in (-1, 1))
        start, end = along.at(below), along.at(below + value)
        told = pointed.pointed(trace, at) if live else ""
        yield bar(trace["marker"], at, start, end, sides, lying, plot, patterns, "" if lying else told)
        if trace.get("textposition") == "outside":
            yield said(trace, at, end, leftwards(start, end, along), sides)
        if lying and told:
            yield pointed.row([across.at(place + side / 2) for side in (-1, 1)], 0, plot.width, told)


def bar(
    marker: dict[str, Any], at: int, start: float, end: float, sides: list[float], lying: bool, plot: Plot,
    patterns: dict[str, str], told: str,
) -> str:  # fmt: skip
    colour, edge = one(marker["color"], at), marker.get("line", {"color": CLEAR, "width": 0})
    width = one(edge["width"], at)
    if not width:
        start = seen(start, end)
        end = seen(end, start)
    first, last = sorted((start, end))
    x, y, wide, high = (first, sides[0], last - first, sides[1] - sides[0])
    if not lying:
        x, y, wide, high = sides[0], first, sides[1] - sides[0], last - first
    fill = filled(marker, at, colour, patterns, (plot.left, plot.top))
    stroke = f' stroke="{one(edge["color"], at)}" stroke-width="{number(width)}"' if width else ""
    return (
        f'<rect class="bar" x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(high)}" '
        f'fill="{"none" if fill == CLEAR else fill}"{stroke}{told}/>'
    )


def seen(edge: float, other: float) -> float:
    """The edge of a thin bar, moved out to a whole pixel; that of nothing stays."""
    if abs(edge - other) >= 2 or edge == other:
        return edge
    return ceil(edge) if edge > other else floor(edge)


def filled(marker: dict[str, Any], at: int, colour: str, patterns: dict[str, str], origin: tuple[float, float]) -> str:
    """A colour, or the name of a pattern; equal patterns have one name, also on a page with many drawings."""
    pattern = marker.get("pattern", {})
    shape = one(pattern.get("shape", ""), at)
    if not shape:
        return str(colour)
    over = pattern.get("fillmode") == "overlay"
    tile, inner = tiled(shape, pattern, str(colour), over)
    moved = f'patternTransform="translate({number(origin[0])} {number(origin[1])})"'
    size = f'width="{number(tile)}" height="{number(tile)}" patternUnits="userSpaceOnUse" {moved}'
    under = f'<rect width="{number(tile)}" height="{number(tile)}" fill="{colour}"/>' if over else ""
    name = "p" + sha256(f"{size}{under}{inner}".encode()).hexdigest()[:8]
    patterns[name] = f'<pattern id="{name}" {size}>{under}{inner}</pattern>'
    return f"url(#{name})"


def tiled(shape: str, pattern: dict[str, Any], colour: str, over: bool) -> tuple[float, str]:
    """The side of a tile in pixels, and what is on it: the mark's own colour, or over it the pattern's at half."""
    size, solid = float(pattern["size"]), float(pattern["solidity"])
    paint, seen = (pattern["fgcolor"], ' opacity="0.5"') if over else (colour, "")
    if shape == "/":
        tile = size * sqrt(2)
        quarter, half, side, far = (number(tile * part) for part in (0.25, 0.5, 1, 1.25))
        lines = f"M-{quarter},{quarter}l{half},-{half}M0,{side}L{side},0M{number(tile * 0.75)},{far}l{half},-{half}"
        return tile, f'<path d="{lines}" stroke="{paint}" stroke-width="{number(solid * size)}"{seen}/>'
    if shape == ".":
        disc = f'cx="{number(size / 2)}" cy="{number(size / 2)}" r="{number(sqrt(solid * size * size / pi))}"'
        return size, f'<circle {disc} fill="{paint}"{seen}/>'
    raise FigureUnknown(f"bar.marker.pattern.shape={shape}")


def leftwards(start: float, end: float, scale: Scale) -> bool:
    """Whether a bar goes to the left; one of no length goes where the others do."""
    return end < start or (end == start and scale.high <= 0)


def said(trace: Trace, at: int, end: float, left: bool, sides: list[float]) -> str:
    """The value beyond the end of a lying bar, no higher than the bar."""
    font, text = trace["textfont"], one(trace["text"], at)
    thick = sides[1] - sides[0]
    part = min(1.0, thick / words.tall(text, font["size"]))
    size = font["size"] * part
    clear = NEAR if thick > 2 * NEAR else 0
    base = sum(sides) / 2 - words.tall(text, font["size"]) * part / 2 + words.ascent(font["size"]) * part
    anchor, x = ("end", end - clear) if left else ("start", end + clear)
    return words.written(text, x, base, size, font["color"], anchor, "value")
