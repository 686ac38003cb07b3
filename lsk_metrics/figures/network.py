"""A network of one with many: the home region on the left, its partners on the right, a band as wide as its value."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import theme
from lsk_metrics.figures.description import scatter_trace
from lsk_metrics.indicators import ground
from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

# A row is ROW pixels high and one unit of the axis; the widest band takes WIDEST of it.
ROW, WIDEST, STEPS = 46, 0.62, 40


def network(answer: Answer, look: Look) -> Description:
    """The last year of each place, the largest on top; bands in proportion, and for zero no more than dots."""
    year = max((row.year for row in answer.rows), default=0)
    rows = [row for row in answer.rows if row.year == year and row.value is not None]
    rows.sort(key=lambda row: (-(row.value or 0.0), answer.places.index(row.place)))
    most = max((row.value or 0.0 for row in rows), default=1.0) or 1.0
    widths = [WIDEST * (row.value or 0.0) / most for row in rows]
    middle = (len(rows) - 1) / 2
    top = middle + sum(widths) / 2
    traces, said, start = [], [], top
    for at, (row, width) in enumerate(zip(rows, widths, strict=True)):
        end = len(rows) - 1 - at
        traces.append(band(answer, row, start - width / 2, end, width, look))
        said.append(label(answer, row, end, look))
        start -= width
    node = scatter_trace(
        x=[0, 0], y=[top, start], mode="lines", hoverinfo="skip", line={"width": 9, "color": look.accent}
    )  # fmt: skip
    return theme.figure(
        [*traces, node],
        look,
        30 + ROW * len(rows),
        annotations=[*said, named(answer, middle, look)],
        xaxis={"range": [-0.01, 1], "visible": False, "domain": [0.08, 0.55] if look.narrow else [0.16, 0.68]},
        yaxis={"range": [-0.6, len(rows) - 0.4], "visible": False, "showgrid": False, "zeroline": False},
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
    )


def band(answer: Answer, row: Row, start: float, end: float, width: float, look: Look) -> Any:
    """From its part of the home region's node to a partner: as wide at both ends; a dotted hair where there is none."""
    along = [step / STEPS for step in range(STEPS + 1)]
    heights = [start + (end - start) * t * t * (3 - 2 * t) for t in along]
    tip = f"<b>{escape(answer.place(row.place))}</b><br>{answer.period(row)}: {answer.value(row)}"
    if not width:
        return scatter_trace(x=along, y=heights, mode="lines", line={"width": 1, "color": look.peer, "dash": "dot"},
                          hoverinfo="text", hovertext=tip)  # fmt: skip
    return scatter_trace(
        x=[*along, *reversed(along)],
        y=[height + width / 2 for height in heights] + [height - width / 2 for height in reversed(heights)],
        mode="lines",
        fill="toself",
        fillcolor=look.accent if width == WIDEST else look.accent_soft,
        line={"width": 1, "color": look.ground, "simplify": False},
        hoveron="fills",
        hoverinfo="text",
        text=tip,
    )


def label(answer: Answer, row: Row, height: float, look: Look) -> dict[str, Any]:
    """The number and the partner's name, where its band ends."""
    name = answer.place(row.place)
    lines = wrap(name, 15 if look.narrow else 24, break_long_words=False)
    return {
        "x": 1,
        "xanchor": "left",
        "xshift": 10,
        "align": "left",
        "y": height,
        "text": f"<b>{number(row.value or 0.0)}</b>  " + "<br>".join(map(escape, lines)),
        "showarrow": False,
        "font": {"size": 14 if look.narrow else 16, "color": look.ink if row.value else look.muted},
    }


def named(answer: Answer, height: float, look: Look) -> dict[str, Any]:
    """The home region's name beside its node; upright where there is no room."""
    place = {"textangle": -90, "xshift": -16} if look.narrow else {"xanchor": "right", "xshift": -12}
    return {
        "x": 0,
        "y": height,
        "text": f"<b>{escape(ground.home(answer.snapshot))}</b>",
        "showarrow": False,
        "font": {"size": 14 if look.narrow else 16, "color": look.accent},
        **place,
    }
