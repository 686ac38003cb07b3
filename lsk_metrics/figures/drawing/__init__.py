"""A figure's description drawn as an SVG, without a browser: the same words that plotly.js takes, another reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.figures.drawing import axes, notes
from lsk_metrics.figures.drawing.bars import Stacks, bars
from lsk_metrics.figures.drawing.ink import number, safe
from lsk_metrics.figures.drawing.plot import plot
from lsk_metrics.figures.drawing.points import points
from lsk_metrics.figures.drawing.vocabulary import check

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description


def drawn(
    description: Description, width: float, sentence: str, height: float | None = None, live: bool = False
) -> str:
    """A whole SVG document, `width` pixels wide and as high as the description says; no ground of its own.

    The sentence is what it says to those who cannot see it. A live one says of each mark what plotly.js would where a
    reader points at it, and what a click on it chooses. Raises FigureUnknown for what it cannot draw.
    """
    tall = height or description["layout"]["height"]
    font = description["layout"]["font"]["family"].replace('"', "'")
    # A browser would show a title beside the pointer, over the words of the marks.
    named = "" if live else f"<title>{safe(sentence)}</title>"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(tall)}" '
        f'viewBox="0 0 {number(width)} {number(tall)}" role="img" aria-label="{safe(sentence)}" '
        f'font-family="{safe(font)}">{named}{inner(description, width, tall, live)}</svg>'
    )


def inner(description: Description, width: float, height: float, live: bool = False) -> str:
    """What stands between the tags, from the ground up."""
    check(description)
    room = plot(description, width, height)
    patterns: dict[str, str] = {}
    stacks: Stacks = {}
    traces = description["data"]
    parts = [*notes.shapes(room, "below"), *axes.ground(room)]
    for trace in traces:
        if trace["type"] == "bar":
            parts += bars(trace, room, stacks, patterns, live)
    for trace in traces:
        if trace["type"] == "scatter":
            parts += points(trace, room, live)
    parts += notes.shapes(room)
    parts += axes.labels(room)
    parts += notes.legend(description, room, patterns)
    parts += notes.notes(room)
    defined = f"<defs>{''.join(patterns.values())}</defs>" if patterns else ""
    return defined + "".join(parts)
