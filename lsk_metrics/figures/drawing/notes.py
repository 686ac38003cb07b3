"""What is written and ruled over a figure: annotations, shapes and the legend."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.drawing import words
from lsk_metrics.figures.drawing.bars import filled
from lsk_metrics.figures.drawing.ink import number
from lsk_metrics.figures.drawing.plot import ABOVE_KEY, AFTER_KEY, KEY, key_height, key_row, rows_of
from lsk_metrics.figures.drawing.points import dashed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.drawing.plot import Plot

EDGE = 2  # between a note's text and its box, which is not drawn
SQUARE = 6  # half the side of a legend's symbol
PARTS = {"left": 0.0, "center": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}


def notes(plot: Plot) -> Iterator[str]:
    for each in plot.layout.get("annotations", []):
        yield note(each, plot)


def note(each: dict[str, Any], plot: Plot) -> str:
    """A text in its box: the box stands by its anchor at a place of the axes or of the room, and is moved by shifts."""
    size = each["font"].get("size", plot.size)
    colour = each["font"]["color"]
    by_room = (each.get("xref") == "paper", each.get("yref") == "paper")
    x = plot.left + each["x"] * (plot.right - plot.left) if by_room[0] else plot.x.at(each["x"])
    y = plot.bottom - each["y"] * (plot.bottom - plot.top) if by_room[1] else plot.y.at(each["y"])
    x += each.get("xshift", 0)
    y -= each.get("yshift", 0)
    wide, high = words.widest(each["text"], size), words.tall(each["text"], size)
    if each.get("textangle"):
        return words.written(each["text"], x + middle(size), y, size, colour, "middle", "note", each["textangle"])
    box = whole(wide + 2 * EDGE), whole(high + 2 * EDGE)
    left = whole(x - PARTS[each.get("xanchor", "center")] * box[0]) + EDGE
    top = whole(y - PARTS[each.get("yanchor", "middle")] * box[1]) + EDGE
    base = top + words.ascent(size)
    if each.get("align") == "left" or len(words.lines(each["text"])) == 1:
        return words.written(each["text"], left, base, size, colour, "start", "note")
    return words.written(each["text"], left + wide / 2, base, size, colour, "middle", "note")


def whole(value: float) -> int:
    """Rounded as browsers round, halves always up."""
    return floor(value + 0.5)


def middle(size: float) -> float:
    """From the middle of a line's box to its baseline."""
    return words.ascent(size) - words.tall("", size) / 2


def shapes(plot: Plot, layer: str = "above") -> Iterator[str]:
    """Upright lines and bands; their heights are parts of the room's, and may reach beyond it."""
    for each in plot.layout.get("shapes", []):
        if each.get("layer", "above") != layer:
            continue
        x = number(plot.x.at(each["x0"])), number(plot.x.at(each["x1"]))
        y = tuple(number(plot.bottom - each[end] * (plot.bottom - plot.top)) for end in ("y0", "y1"))
        if each["type"] == "rect":
            yield f'<path class="shape" d="M{x[0]},{y[0]}H{x[1]}V{y[1]}H{x[0]}Z" fill="{each["fillcolor"]}"/>'
            continue
        line = each["line"]
        yield (
            f'<path class="shape" d="M{x[0]},{y[0]}L{x[1]},{y[1]}" '
            f'stroke="{line["color"]}" stroke-width="{number(line["width"])}"{dashed(line)}/>'
        )


def legend(description: Description, plot: Plot, patterns: dict[str, str]) -> Iterator[str]:
    """A square and a name for each trace, in rows above the room."""
    layout = plot.layout
    if not layout.get("showlegend"):
        return
    font = layout["legend"]["font"]
    rows = rows_of(description, plot.right - plot.left)
    top = plot.top - (layout["legend"]["y"] - 1) * (plot.bottom - plot.top) - key_height(rows, layout)
    entries = [KEY + words.widest(trace["name"], font["size"]) + AFTER_KEY for row in rows for trace in row]
    for at, row in enumerate(rows):
        x, y = plot.left, top + ABOVE_KEY + (at + 0.5) * key_row(layout)
        for trace in row:
            fill = filled(trace["marker"], 0, trace["marker"]["color"], patterns, (x, y))
            yield (
                f'<rect class="key" x="{number(x + KEY / 2 - SQUARE)}" y="{number(y - SQUARE)}" '
                f'width="{2 * SQUARE}" height="{2 * SQUARE}" fill="{fill}"/>'
            )
            yield words.written(
                trace["name"], x + KEY, y + 0.39 * font["size"], font["size"], font["color"], "start", "legend"
            )
            x += max(entries) if len(rows) > 1 else KEY + words.widest(trace["name"], font["size"]) + AFTER_KEY
