"""What a reader points at in a drawing on a page: the words a mark says, and the code that a click on it chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.figures.drawing import words
from lsk_metrics.figures.drawing.ink import number, safe

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Trace

SPOT = 7.0  # pixels around a point that is not drawn and can be pointed at all the same


def one(property_: Any, at: int) -> Any:
    """A property of one mark: its own, or that of all."""
    return property_[at] if isinstance(property_, list) else property_


def pointed(trace: Trace, at: int) -> str:
    """Attributes of a mark, a blank before each; nothing where plotly.js would say nothing of it."""
    said, code = tip(trace, at), chosen_by(trace, at)
    marked = f' data-code="{safe(code)}"' if code else ""
    return (f' data-tip="{safe(said)}"' if said else "") + marked


def tip(trace: Trace, at: int) -> str:
    """What plotly.js says of a mark, as plain lines."""
    if trace.get("hoverinfo") == "skip":
        return ""
    source = {"%{text}<extra></extra>": "text", "%{customdata}<extra></extra>": "customdata"}
    held = trace.get(source[trace["hovertemplate"]] if "hovertemplate" in trace else "hovertext", trace.get("text", ""))
    return "\n".join("".join(run.text for run in line) for line in words.lines(str(one(held, at))))


def chosen_by(trace: Trace, at: int) -> str:
    """The code a click on a mark chooses; none where the trace keeps words in that place."""
    if "customdata" not in trace or "customdata" in trace.get("hovertemplate", ""):
        return ""
    return str(one(trace["customdata"], at))


def spot(x: float, y: float, said: str) -> str:
    """A point that nobody sees and that can be pointed at."""
    return f'<circle class="spot" cx="{number(x)}" cy="{number(y)}" r="{number(SPOT)}" fill="transparent"{said}/>'


def row(sides: list[float], left: float, right: float, said: str) -> str:
    """The whole line of a lying bar, so that a short one is as easily met as a long one."""
    first, last = sorted(sides)
    box = f'x="{number(left)}" y="{number(first)}" width="{number(right - left)}" height="{number(last - first)}"'
    return f'<rect class="row" {box} fill="transparent"{said}/>'
