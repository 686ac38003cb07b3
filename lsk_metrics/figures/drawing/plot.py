"""Where things stand: the room inside the margins, and the way from values to pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.drawing import words

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description, Layout, Trace

LABEL_OFF = 1.0  # from the axis to its labels
KEY, AFTER_KEY, ABOVE_KEY = 40, 5, 5  # a legend's symbol with the blank beside it; what follows a name; above a row


@dataclass(frozen=True)
class Scale:
    """From a value to pixels: `start` stands for `low`, `end` for `high`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


@dataclass(frozen=True)
class Plot:
    """The room for marks in pixels from the upper left of the picture, and its two scales."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    x: Scale
    y: Scale
    layout: Layout

    @property
    def size(self) -> float:
        return float(self.layout["font"]["size"])


def plot(description: Description, width: float, height: float) -> Plot:
    """The room that margins and labels leave, as plotly.js would leave it."""
    layout = description["layout"]
    margin = {side: float(layout["margin"].get(side, 0)) for side in "lrtb"}
    pad = min(12.0, *margin.values())
    across, upwards = layout["xaxis"], layout["yaxis"]
    left = max(margin["l"], labelled(upwards, layout, pad))
    top = max(margin["t"], keyed(description, left, pad, width - margin["r"], height - margin["b"]))
    inside, bottom = width - left - margin["r"], height - margin["b"]
    start, end = across.get("domain", (0.0, 1.0))
    (low, high), (lowest, highest) = across["range"], upwards["range"]
    x = Scale(low, high, left + start * inside, left + end * inside)
    return Plot(width, height, left, top, left + inside, bottom, x, Scale(lowest, highest, bottom, top), layout)


def labelled(axis: dict[str, Any], layout: Layout, pad: float) -> float:
    """The margin that the labels of an upright axis ask for; 0 where they ask for none."""
    if not axis.get("automargin") or not spoken(axis):
        return 0.0
    size = axis["tickfont"]["size"]
    return float(round(max((words.widest(text, size) for text in axis["ticktext"]), default=0.0) + LABEL_OFF + pad))


def spoken(axis: dict[str, Any]) -> bool:
    """Whether there are labels at an axis."""
    return bool(axis.get("visible", True) and axis.get("showticklabels", True) and axis.get("tickvals"))


def keyed(description: Description, left: float, pad: float, right: float, bottom: float) -> float:
    """The margin above that a legend asks for, which stands a part of the room's height above the room."""
    layout = description["layout"]
    if not layout.get("showlegend"):
        return 0.0
    above = layout["legend"]["y"] - 1
    tall = key_height(rows_of(description, right - left), layout)
    return float(round((pad + tall + above * bottom) / (1 + above)))


def key_row(layout: Layout) -> float:
    return float(max(words.LEADING * layout["legend"]["font"]["size"], 16) + 3)


def key_height(rows: list[list[Trace]], layout: Layout) -> int:
    return ceil(len(rows) * key_row(layout) + 2 * ABOVE_KEY)


def rows_of(description: Description, room: float) -> list[list[Trace]]:
    """The legend's entries in rows: one where there is room, else columns as wide as the widest entry."""
    layout, traces = description["layout"], description["data"]
    each = [KEY + words.widest(trace["name"], layout["legend"]["font"]["size"]) + AFTER_KEY for trace in traces]
    if sum(each) <= room:
        return [list(traces)]
    columns = max(1, int(room // max(each)))
    return [traces[at : at + columns] for at in range(0, len(traces), columns)]
