"""A network of one with many: the home region on the left, its partners on the right, a band as wide as its value."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import theme
from lsk_metrics.indicators import ground
from lsk_metrics.language import number

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

ROW, WIDEST, STEPS = 46, 26.0, 32


def network(answer: Answer, look: Look) -> go.Figure:
    """The last year of each place, the largest on top; width in proportion, nothing for zero but a dotted hair."""
    import plotly.graph_objects as go

    year = max((row.year for row in answer.rows), default=0)
    rows = [row for row in answer.rows if row.year == year and row.value is not None]
    rows.sort(key=lambda row: (-(row.value or 0.0), answer.places.index(row.place)))
    most = max((row.value or 0.0 for row in rows), default=1.0) or 1.0
    middle = (len(rows) - 1) / 2
    bands = [band(answer, row, middle, len(rows) - 1 - at, most, look) for at, row in enumerate(rows)]
    home = go.Scatter(
        x=[0], y=[middle], mode="markers", hoverinfo="skip", marker={"size": 22, "color": look.accent}
    )  # fmt: skip
    said = [label(answer, row, len(rows) - 1 - at, look) for at, row in enumerate(rows)]
    return theme.figure(
        [*bands, home],
        look,
        40 + ROW * len(rows),
        annotations=[*said, named(answer, middle, look)],
        xaxis={"range": [-0.02, 1], "visible": False, "domain": [0.12 if look.narrow else 0.17, 0.56]},
        yaxis={"range": [-0.6, len(rows) - 0.4], "visible": False, "showgrid": False, "zeroline": False},
        margin={"l": 4, "r": 4, "t": 8, "b": 8},
    )


def band(answer: Answer, row: Row, start: float, end: float, most: float, look: Look) -> Any:
    """A soft curve from the home region to a partner."""
    import plotly.graph_objects as go

    along = [step / STEPS for step in range(STEPS + 1)]
    value = row.value or 0.0
    return go.Scatter(
        x=along,
        y=[start + (end - start) * (3 * t * t - 2 * t * t * t) for t in along],
        mode="lines",
        line={
            "width": max(1.5, WIDEST * value / most) if value else 1,
            "color": look.accent if value == most else look.accent_soft if value else look.peer,
            "dash": "solid" if value else "dot",
        },
        hoverinfo="text",
        hovertext=f"<b>{escape(answer.place(row.place))}</b><br>{answer.period(row)}: {answer.value(row)}",
    )


def label(answer: Answer, row: Row, height: float, look: Look) -> dict[str, Any]:
    """The number and the partner's name, where its band ends."""
    name = answer.place(row.place)
    lines = wrap(name, 15, break_long_words=False) if look.narrow else [name]
    shade = look.ink if row.value else look.muted
    return {
        "x": 1,
        "xanchor": "left",
        "xshift": 10,
        "align": "left",
        "y": height,
        "text": f"<b>{number(row.value or 0.0)}</b>  " + "<br>".join(map(escape, lines)),
        "showarrow": False,
        "font": {"size": 14 if look.narrow else 16, "color": shade},
    }


def named(answer: Answer, height: float, look: Look) -> dict[str, Any]:
    """The home region's name over its node."""
    return {
        "x": 0,
        "xanchor": "center",
        "y": height,
        "yshift": 26,
        "text": f"<b>{escape(ground.home(answer.snapshot))}</b>",
        "showarrow": False,
        "font": {"size": 14 if look.narrow else 16, "color": look.accent},
    }
