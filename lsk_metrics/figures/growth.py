"""Growth between published end points: solid points, a dashed line between, and the yearly register as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.figures import axes, events, theme
from lsk_metrics.figures.description import bar_trace, scatter_trace
from lsk_metrics.language import number

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer

HEIGHT = 380


def growth(answer: Answer, look: Look) -> Description:
    """Published values are points with their number; years in between come from the register or its sample."""
    rows = [row for row in answer.rows if row.value is not None]
    points = [row for row in rows if row.kind in ("published", "derived")]
    yearly = [row for row in rows if row.kind in ("register", "illustrative")]
    traces = []
    if yearly:
        kind = yearly[0].kind
        traces.append(
            bar_trace(
                x=[row.year for row in yearly],
                y=[row.value for row in yearly],
                width=0.72,
                hovertemplate="%{text}<extra></extra>",
                text=[f"{answer.period(row)}: {answer.value(row)}" for row in yearly],
                textposition="none",
                marker={
                    "color": look.accent if kind == "register" else look.accent_soft,
                    "pattern": theme.hatch(kind, look),
                },
            )
        )
    if points:
        traces.append(
            scatter_trace(
                x=[row.year for row in points],
                y=[row.value for row in points],
                mode="lines+markers+text",
                text=[f"<b>{number(row.value or 0, answer.indicator.decimals)}</b>" for row in points],
                textposition="top center",
                cliponaxis=False,
                textfont={"size": 20, "color": look.accent},
                line={"color": look.accent, "width": 2, "dash": "dash"},
                marker={"size": 12, "color": look.accent, "line": {"color": look.ground, "width": 2}},
                customdata=[f"{answer.period(row)}: {answer.value(row)}" for row in points],
                hovertemplate="%{customdata}<extra></extra>",
            )
        )
    years = sorted({row.year for row in rows})
    least, most = axes.from_zero(row.value or 0.0 for row in rows)
    ticks = axes.ticks(years, look)
    figure = theme.figure(
        traces,
        look,
        look.height(HEIGHT),
        annotations=[axes.unit(answer.unit, look)],
        margin={"l": 8, "r": 24, "t": 34, "b": 34},
        bargap=0.25,
        yaxis={
            "range": [least * 1.16, most * 1.16],
            "automargin": True,
            **axes.decimal(least, most, not answer.indicator.decimals),
        },
        xaxis={
            "tickvals": ticks,
            "ticktext": [str(year) for year in ticks],
            "range": [years[0] - 0.8, years[-1] + 0.8] if years else [0, 1],
        },
    )
    return events.marked(figure, answer, look)
