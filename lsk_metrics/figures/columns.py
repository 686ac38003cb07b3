"""Columns over years, stacked where there is more than one series and these may be added up, else side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.figures import axes, events, theme
from lsk_metrics.figures.description import bar_trace
from lsk_metrics.indicators import additivity

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer

HEIGHT = 340


def columns(answer: Answer, look: Look) -> Description:
    """A column a year from zero; series keep their order and colour, illustrative ones are hatched."""
    traces, stacked = [], additivity.may_add(answer.indicator, "group")
    heights = additivity.totals(answer.rows, answer.indicator, *(["year"] if stacked else ["year", "series"]))
    for at, code in enumerate(answer.series or [None]):
        rows = [row for row in answer.rows if row.series == code and row.value is not None]
        name = answer.series_name(code) if code else answer.title
        prefix = f"<b>{name}</b><br>" if code else ""
        kind = rows[0].kind if rows else "published"
        colour = (look.accent, look.six[1])[at] if at < 2 else look.six[at % len(look.six)]
        choosable = {"customdata": [code] * len(rows), **theme.untouched(look)} if code else {}
        traces.append(
            bar_trace(
                x=[row.year for row in rows],
                y=[row.value for row in rows],
                name=name,
                width=0.72 if stacked else None,
                textposition="none",
                **choosable,
                text=[f"{prefix}{answer.period(row)}: {answer.value(row)}" for row in rows],
                hovertemplate="%{text}<extra></extra>",
                marker={
                    "color": look.peer if look.passed_over(code or "") else colour,
                    "pattern": theme.hatch(kind, look),
                },
            )
        )
    years = sorted({row.year for row in answer.rows})
    least, most = axes.from_zero(heights.values())
    ticks = axes.ticks(years, look)
    many = len(traces) > 1
    figure = theme.figure(
        traces,
        look,
        look.height(HEIGHT) + 30 * many,
        barmode="stack" if stacked else "group",
        showlegend=many,
        legend={**theme.legend(look), "y": 1.1},
        annotations=[axes.unit(answer.unit, look)],
        margin={"l": 8, "r": 8, "t": 64 if many else 34, "b": 34},
        yaxis={
            "range": [least * 1.06, most * 1.06],
            "automargin": True,
            **axes.decimal(least, most, not answer.indicator.decimals),
        },
        xaxis={"range": axes.reach(years), "tickvals": ticks, "ticktext": [str(year) for year in ticks]},
    )
    return events.marked(figure, answer, look)
