"""Ranks with their ranges: a dot for the rank, and a whisker from the best to the worst under other weights."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from lsk_metrics.figures import theme
from lsk_metrics.figures.description import scatter_trace
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer

ROW = 40


def ranges(answer: Answer, look: Look) -> Description:
    """A line a region, rank 1 at the left; rows with a series (ranks by one indicator alone) are left to the table."""
    rows = [row for row in answer.rows if row.series is None and row.value is not None]
    order = list(range(len(rows)))[::-1]
    colours = [
        look.accent if answer.role(row.place) == "home" else look.marked if row.place in look.chosen else look.peer
        for row in rows
    ]
    tips = [
        f"<b>{answer.place(row.place)}</b><br>"
        + _("rank {rank}, under other weights {low} to {high}").format(
            rank=number(row.value or 0), low=number(row.low or 0), high=number(row.high or 0)
        )
        for row in rows
    ]
    whiskers = [
        scatter_trace(
            x=[row.low, row.high], y=[at, at], mode="lines", hoverinfo="skip",
            line={"color": colour, "width": 6 if answer.role(row.place) == "home" else 4}, opacity=0.45,
        )
        for row, at, colour in zip(rows, order, colours, strict=True)
    ]  # fmt: skip
    dots = scatter_trace(
        x=[row.value for row in rows],
        y=order,
        mode="markers",
        customdata=[row.place for row in rows],
        **theme.untouched(look),
        text=tips,
        hovertemplate="%{text}<extra></extra>",
        marker={"size": 15, "color": colours, "line": {"color": look.ground, "width": 2}},
        cliponaxis=False,
    )
    names = []
    for row in rows:
        text = "<br>".join(
            line + "  " for line in wrap(answer.place(row.place), 19 if look.narrow else 34, break_long_words=False)
        )
        names.append(theme.strong(text, answer.role(row.place) == "home" or row.place in look.chosen))
    ticks = list(range(1, len(rows) + 1))
    return theme.figure(
        [*whiskers, dots],
        look,
        60 + len(rows) * ROW,
        hovermode="closest",
        margin={"l": 8, "r": 16, "t": 34, "b": 8},
        xaxis={
            "range": [0.6, len(rows) + 0.4],
            "side": "top",
            "showgrid": True,
            "gridcolor": look.grid,
            "tickvals": ticks,
            "ticktext": [number(tick) for tick in ticks],
        },
        yaxis={
            "range": [-0.6, len(rows) - 0.4],
            "showgrid": False,
            "zeroline": False,
            "tickvals": order,
            "ticktext": names,
            "automargin": True,
            "tickfont": {"size": 13, "color": look.ink},
        },
    )
