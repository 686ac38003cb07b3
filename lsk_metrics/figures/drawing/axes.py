"""Grid, zero line, the labels of both axes and the name of the one below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.drawing import words
from lsk_metrics.figures.drawing.ink import number
from lsk_metrics.figures.drawing.plot import LABEL_OFF, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsk_metrics.figures.drawing.plot import Plot, Scale

# Parts of a font's size: from the middle of a letter, or from its top, to the baseline; what hangs below it.
MIDDLE, CAPITAL, BELOW = 0.35, 0.7, 0.2


def ground(plot: Plot) -> Iterator[str]:
    """What lies under the marks."""
    for axis, scale, upright in ((plot.layout["xaxis"], plot.x, True), (plot.layout["yaxis"], plot.y, False)):
        if not axis.get("visible", True):
            continue
        zero = axis.get("zeroline") and min(axis["range"]) <= 0 <= max(axis["range"])
        if axis.get("showgrid"):
            for value in axis.get("tickvals", []):
                if inside(scale, value) and not (zero and value == 0):
                    yield rule("grid", plot, scale.at(value), upright, axis["gridcolor"])
        if zero:
            yield rule("zero", plot, scale.at(0), upright, axis["zerolinecolor"])


def inside(scale: Scale, value: float) -> bool:
    """A grid line at the very edge would be half a line."""
    return min(scale.start, scale.end) + 1 < scale.at(value) < max(scale.start, scale.end) - 1


def rule(kind: str, plot: Plot, at: float, upright: bool, colour: str) -> str:
    line = (
        f"M{number(at)},{number(plot.top)}V{number(plot.bottom)}"
        if upright
        else f"M{number(plot.left)},{number(at)}H{number(plot.right)}"
    )
    return f'<path class="{kind}" d="{line}" stroke="{colour}"/>'


def labels(plot: Plot) -> Iterator[str]:
    across, upwards = plot.layout["xaxis"], plot.layout["yaxis"]
    if spoken(across):
        size, above = across["tickfont"]["size"], across.get("side") == "top"
        for value, text in ticks(across):
            base = plot.top - LABEL_OFF - BELOW * size if above else plot.bottom + LABEL_OFF + size
            yield words.written(text, plot.x.at(value), base, size, across["tickfont"]["color"], "middle", "xtick")
    if spoken(upwards):
        size = upwards["tickfont"]["size"]
        for value, text in ticks(upwards):
            raised = (len(words.lines(text)) - 1) * words.LEADING * size / 2
            base = plot.y.at(value) + MIDDLE * size - raised
            yield words.written(text, plot.left - LABEL_OFF, base, size, upwards["tickfont"]["color"], "end", "ytick")
    if "title" in across:
        yield title(plot, across)


def ticks(axis: dict[str, Any]) -> Iterator[tuple[float, str]]:
    """Values within the axis, with their words."""
    for value, text in zip(axis["tickvals"], axis["ticktext"], strict=True):
        if min(axis["range"]) <= value <= max(axis["range"]):
            yield value, text


def title(plot: Plot, axis: dict[str, Any]) -> str:
    """The axis's name, below its labels."""
    said, size = axis["title"], axis["title"]["font"]["size"]
    under = max((words.tall(text, axis["tickfont"]["size"]) for text in axis["ticktext"]), default=0.0) + LABEL_OFF / 2
    base = plot.bottom + under + said["standoff"] + CAPITAL * size
    middle = (plot.x.start + plot.x.end) / 2
    return words.written(said["text"], middle, base, size, said["font"]["color"], "middle", "title")
