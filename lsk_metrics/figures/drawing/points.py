"""Lines, filled outlines, and points with their shapes and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import FigureUnknown
from lsk_metrics.figures.drawing import pointed, words
from lsk_metrics.figures.drawing.ink import number, path
from lsk_metrics.figures.drawing.pointed import one

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsk_metrics.figures.description import Trace
    from lsk_metrics.figures.drawing.plot import Plot

Pixels = list[tuple[float, float]]


def points(trace: Trace, plot: Plot, live: bool = False) -> Iterator[str]:
    """A trace of type scatter: its fill, its strokes, its marks, and words above them."""
    mode = trace["mode"]
    if "lines" in mode:
        for stretch in stretches(trace, plot):
            yield line(trace, stretch, pointed.pointed(trace, 0) if live and mode == "lines" else "")
    places = [
        (at, plot.x.at(x), plot.y.at(y))
        for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True))
        if x is not None and y is not None
    ]
    if "markers" in mode:
        for at, x, y in places:
            told = pointed.pointed(trace, at) if live else ""
            if seen := float(one(trace["marker"].get("opacity", 1.0), at)):
                yield mark(trace["marker"], at, x, y, seen)
            if told:
                yield pointed.spot(x, y, told)
    if "text" in mode:
        for at, x, y in places:
            yield above(trace, at, x, y, plot)


def stretches(trace: Trace, plot: Plot) -> Iterator[Pixels]:
    """Points in a row without a gap."""
    found: Pixels = []
    for x, y in zip(trace["x"], trace["y"], strict=True):
        if x is None or y is None:
            if found:
                yield found
            found = []
        else:
            found.append((plot.x.at(x), plot.y.at(y)))
    if found:
        yield found


def line(trace: Trace, stretch: Pixels, told: str) -> str:
    """A stroke, or with a fill the outline of a surface."""
    if len(stretch) == 1:
        return ""
    shape = trace["line"]
    surface = trace.get("fill") == "toself"
    seen = f' opacity="{trace["opacity"]}"' if trace.get("opacity", 1) != 1 else ""
    filled = f'class="fill" fill="{trace["fillcolor"]}"' if surface else 'class="line" fill="none"'
    return (
        f'<path {filled} d="{path(stretch)}{"Z" if surface else ""}" stroke="{shape["color"]}" '
        f'stroke-width="{number(shape["width"])}"{dashed(shape)}{seen}{told}/>'
    )


def dashed(shape: dict[str, Any]) -> str:
    """The dashes of a stroke, longer where it is wider."""
    step = max(float(shape["width"]), 3.0)
    dashes = {"solid": 0.0, "dot": step, "dash": 3 * step}[shape.get("dash", "solid")]
    return f' stroke-dasharray="{number(dashes)},{number(dashes)}"' if dashes else ""


def mark(marker: dict[str, Any], at: int, x: float, y: float, seen: float) -> str:
    radius = float(one(marker["size"], at)) / 2
    symbol = one(marker.get("symbol", "circle"), at)
    edge = marker["line"]
    stroke = f'stroke="{one(edge["color"], at)}" stroke-width="{number(one(edge["width"], at))}"'
    faint = f' opacity="{number(seen)}"' if seen != 1 else ""
    if symbol == "circle":
        disc = f'cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"'
        return f'<circle class="point" {disc} fill="{one(marker["color"], at)}" {stroke}{faint}/>'
    if symbol == "diamond":
        far = radius * 1.3
        shape = f"M{number(x + far)},{number(y)}L{number(x)},{number(y + far)}"
        shape += f"L{number(x - far)},{number(y)}L{number(x)},{number(y - far)}Z"
        return f'<path class="point" d="{shape}" fill="{one(marker["color"], at)}" {stroke}{faint}/>'
    if symbol == "x-thin":
        left, right, top, bottom = (number(each) for each in (x - radius, x + radius, y - radius, y + radius))
        shape = f"M{right},{bottom}L{left},{top}M{right},{top}L{left},{bottom}"
        return f'<path class="point" d="{shape}" fill="none" {stroke}{faint}/>'
    raise FigureUnknown(f"scatter.marker.symbol={symbol}")


def above(trace: Trace, at: int, x: float, y: float, plot: Plot) -> str:
    """Words over a mark, clear of it."""
    font, text = trace["textfont"], one(trace["text"], at)
    clear = float(one(trace["marker"]["size"], at)) / 2 / 0.8 + 1
    lines = (len(words.lines(text)) - 1) * words.LEADING + 1
    base = y + 0.75 * font["size"] - clear - lines * font["size"]
    return words.written(text, x, base, font["size"], font["color"], "middle", "value")
