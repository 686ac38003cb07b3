"""Events on the time axis: a thin upright line or a pale band behind the data, named in lanes above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.theme import blend
from lsk_metrics.indicators.events import during

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.figures.description import Description, Layout
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.events import Event

LANE, ABOVE = 18, 4  # the height of a lane; between the data's room and the first
SIZE, LETTER = 12.0, 6.6  # of the labels, and how wide a letter of them is taken to be
ROOM = 280  # the narrowest a chart's room gets on a wide page: what stands apart there stands apart everywhere
APART = 10
DATA_LABEL = 40  # how far the number over a point reaches up from it
Placed = tuple["Event", float, float, float, bool]


def marked(drawn: Description, answer: Answer, look: Look) -> Description:
    """The figure with the events of its answer, where the reader wants them; higher by the lanes they take."""
    found = during(answer) if look.events else []
    if not found:
        return drawn
    layout = drawn["layout"]
    placed, lanes = numbered(found, layout) if look.narrow else lanes_of(found, layout)
    tall = room(layout)
    raise_by = ABOVE + LANE * (1 + max(lanes))
    layout["height"] += raise_by
    layout["margin"]["t"] += raise_by
    for note in layout["annotations"]:
        if note.get("yref") == "paper":
            note["yshift"] += raise_by
    if layout["showlegend"]:
        layout["legend"]["y"] += raise_by / tall
    layout["shapes"] = [
        shape
        for each, lane in zip(placed, lanes, strict=True)
        for shape in (band(each[0], layout, look), line(each, lane, placed, lanes, drawn, look))
        if shape
    ]
    layout["annotations"] += [
        named(each, at, lane, look) for at, (each, lane) in enumerate(zip(placed, lanes, strict=True), 1)
    ]
    return drawn


def room(layout: Layout) -> float:
    """The height of the room for data, in pixels."""
    return float(layout["height"] - layout["margin"]["t"] - layout["margin"]["b"])


def numbered(found: Sequence[Event], layout: Layout) -> tuple[list[Placed], list[int]]:
    """On a narrow page numbers, which the list below the chart explains; those of one year stand above each other."""
    low, high = layout["xaxis"]["range"]
    starts = [max(event.first, low) for event in found]
    placed = [
        (event, start, (start - low) / (high - low) * ROOM, 0.0, True)
        for event, start in zip(found, starts, strict=True)
    ]
    return placed, [starts[:at].count(start) for at, start in enumerate(starts)]


def lanes_of(found: Sequence[Event], layout: Layout) -> tuple[list[Placed], list[int]]:
    """Where each label begins and ends in the narrowest room there is, and the lowest lane it has to itself.

    Of labels that run to the right the last gets the lowest, of those that run to the left the first: so the line of
    none has to cross the words of another.
    """
    placed = [place(event, layout) for event in found]
    rightwards = [at for at, each in enumerate(placed) if each[4]]
    leftwards = [at for at, each in enumerate(placed) if not each[4]]
    lanes: dict[int, int] = {}
    for at in [*rightwards[::-1], *leftwards]:
        left, right = placed[at][2:4]
        taken = {
            lane
            for other, lane in lanes.items()
            if left < placed[other][3] + APART and placed[other][2] < right + APART
        }
        lanes[at] = next(lane for lane in range(len(found)) if lane not in taken)
    return placed, [lanes[at] for at in range(len(found))]


def place(event: Event, layout: Layout) -> Placed:
    """The event with its year on the axis, and its label beside it on the side where there is more room."""
    low, high = layout["xaxis"]["range"]
    start = max(event.first - 0.5 if event.ends else event.first, low)
    x = (start - low) / (high - low) * ROOM
    wide = LETTER * len(event.label())
    rightwards = x + wide <= ROOM + layout["margin"]["r"] or x + wide - ROOM < wide - x
    left, right = (x, x + wide) if rightwards else (x - wide, x)
    return event, start, left, right, rightwards


def band(event: Event, layout: Layout, look: Look) -> dict[str, Any] | None:
    """What lasted some years, as a pale ground behind them."""
    if not event.ends:
        return None
    low, high = layout["xaxis"]["range"]
    x0, x1 = max(event.first - 0.47, low), min(event.last + 0.47, high)
    fill = blend(look.ground, look.muted, 0.13)
    upright = {"y0": 0, "y1": 1, "yref": "y domain", "layer": "below"}
    return {"type": "rect", "x0": x0, "x1": x1, **upright, "fillcolor": fill, "line": {"width": 0}}


def line(
    each: Placed, lane: int, placed: Sequence[Placed], lanes: Sequence[int], drawn: Description, look: Look
) -> dict[str, Any]:
    """A thin line up to the label; it stops below labels in its way, and begins above a number at its foot."""
    event, start = each[0], each[1]
    layout = drawn["layout"]
    low, high = layout["xaxis"]["range"]
    x = (start - low) / (high - low) * ROOM
    free = not any(
        other is not each and under < lane and other[2] - APART < x < other[3] + APART
        for other, under in zip(placed, lanes, strict=True)
    )
    tall = room(layout)
    top = 1 + (ABOVE + LANE * (lane + (0.0 if look.narrow else 0.8))) / tall if free else 1 + ABOVE / tall
    foot = 1.0 if event.ends else max((over(trace, start, drawn) for trace in drawn["data"]), default=0.0)
    shade = blend(look.ground, look.muted, 0.75)
    edge = {"color": shade, "width": 1, "dash": "solid" if event.ends else "dot"}
    return {
        "type": "line", "x0": start, "x1": start, "y0": min(foot, 1.0), "y1": top, "yref": "y domain",
        "layer": "below", "line": edge,
    }  # fmt: skip


def over(trace: dict[str, Any], year: float, drawn: Description) -> float:
    """How far up its room a trace's number over this year reaches; 0 where it writes none."""
    if "text" not in trace.get("mode", ""):
        return 0.0
    low, high = drawn["layout"]["yaxis"]["range"]
    above = DATA_LABEL / room(drawn["layout"])
    return max(
        ((y - low) / (high - low) + above for x, y in zip(trace["x"], trace["y"], strict=True) if x == year),
        default=0.0,
    )


def named(each: Placed, number: int, lane: int, look: Look) -> dict[str, Any]:
    """The label in its lane: a few words beside the line, on a narrow page a number over it."""
    event, start, _left, _right, rightwards = each
    side = "center" if look.narrow else "left" if rightwards else "right"
    return {
        "x": start, "y": 1, "yref": "paper", "xanchor": side, "yanchor": "bottom",
        "xshift": 0 if look.narrow else 3 if rightwards else -3,
        "yshift": ABOVE + LANE * lane - 2,
        "text": f"<b>{number}</b>" if look.narrow else event.label(),
        "showarrow": False,
        "font": {"color": look.muted, "size": SIZE},
    }  # fmt: skip
