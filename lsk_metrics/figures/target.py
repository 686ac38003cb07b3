"""The way to a target: the figures so far, the path with its milestones, and a projection within its interval."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lsk_metrics.figures import axes, ends, events, lines, theme
from lsk_metrics.figures.description import scatter_trace
from lsk_metrics.indicators.status.course import FIGURE, PATH, PROJECTION, names
from lsk_metrics.indicators.units import figure, period
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.figures.description import Description, Trace
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

HEIGHT, TOP, BOTTOM, RIGHT = 400, 34, 34, 150


def target(answer: Answer, look: Look) -> Description:
    """Figures as lines are; the path dotted in the colour of targets; the projection dashed over its pale band."""
    figures, path, coming = (
        [row for row in answer.rows if row.series == series] for series in (FIGURE, PATH, PROJECTION)
    )
    bounds = [each for row in answer.rows for each in (row.value, row.low, row.high) if each is not None]
    low, high = axes.bounds(bounds, answer.indicator.unit)
    traces = [*band(figures, coming, look), *onwards(answer, figures, coming, look)]
    if figures:
        traces += reversed(lines.drawn(answer, figures, answer.title, look.accent, look, True))
        traces += lines.absent(answer, figures, answer.title, look.accent, low)
    traces += way(answer, path, look)
    years = sorted({row.year for row in answer.rows})
    ticks = axes.ticks(years, look, wide=answer.indicator.years == "academic")
    drawn = theme.figure(
        traces,
        look,
        look.height(HEIGHT),
        annotations=[
            *ends.named(tips(answer, path, coming, look), low, high, look.height(HEIGHT) - TOP - BOTTOM, look),
            *said(answer, figures, look),
            axes.unit(answer.unit, look),
        ],
        hovermode="closest",
        margin={"l": 8, "r": RIGHT if not look.narrow else 96, "t": TOP, "b": BOTTOM},
        yaxis={"range": [low, high], "automargin": True, **axes.decimal(low, high)},
        xaxis={
            "range": axes.reach(years, 0.03),
            "tickvals": ticks,
            "ticktext": [period(year, answer.indicator.years) for year in ticks],
        },
    )
    return events.marked(drawn, answer, look)


def tips(answer: Answer, path: Sequence[Row], coming: Sequence[Row], look: Look) -> list[ends.End]:
    """What stands at the right edge: the target, and where the projection ends."""
    unit, digits = answer.indicator.unit, answer.indicator.decimals
    goal = _("target {value}").format(value=figure(path[-1].value or 0.0, unit, digits))
    found: list[ends.End] = [(path[-1], goal, look.warning, "chosen")]
    if coming:
        said = _("projection {value}").format(value=figure(coming[-1].value or 0.0, unit, digits))
        found.append((coming[-1], said, look.accent, ""))
    return found


def said(answer: Answer, figures: Sequence[Row], look: Look) -> list[dict[str, Any]]:
    """The latest value, on the side of its point where the way to the target does not run."""
    last = [row for row in figures if row.value is not None][-1:]
    below = {"xanchor": "center", "xshift": 0, "yshift": 17 if answer.indicator.direction == "less" else -17}
    return [{**ends.mark(answer, row, look), **below} for row in last]


def band(figures: Sequence[Row], coming: Sequence[Row], look: Look) -> list[Trace]:
    """The interval, as a surface without an edge that opens at the latest figure."""
    if not coming:
        return []
    last = next(row for row in reversed(figures) if row.value is not None)
    opened = [replace(last, low=last.value, high=last.value), *coming]
    years = [row.year for row in opened]
    return [
        scatter_trace(
            x=[*years, *reversed(years), years[0]],
            y=[*(row.low for row in opened), *(row.high for row in reversed(opened)), last.value],
            mode="lines",
            fill="toself",
            fillcolor=theme.blend(look.ground, look.accent, 0.14),
            line={"color": theme.blend(look.ground, look.accent, 0.14), "width": 0},
            hoverinfo="skip",
        )
    ]


def onwards(answer: Answer, figures: Sequence[Row], coming: Sequence[Row], look: Look) -> list[Trace]:
    """From the latest figure on, dashed and thin: it has not happened."""
    if not coming:
        return []
    row = next(row for row in reversed(figures) if row.value is not None)
    said = [
        f"<b>{names()[PROJECTION]}</b><br>{answer.period(each)}: {answer.value(each)}<br>"
        + _("80% interval: {low} to {high}").format(low=answer.amount(each.low), high=answer.amount(each.high))
        for each in coming
    ]
    stroke = {"color": look.accent, "width": 1.6, "dash": "dash"}
    points = {"size": 5, "color": look.ground, "line": {"color": look.accent, "width": 1.2}}
    return [
        scatter_trace(
            x=[row.year, *(each.year for each in coming)],
            y=[row.value, *(each.value for each in coming)],
            mode="lines",
            line=stroke,
            hoverinfo="skip",
        ),
        marks(coming, said, points),
    ]


def way(answer: Answer, path: Sequence[Row], look: Look) -> list[Trace]:
    """Baseline and milestones as rings, the target as a diamond."""
    names = [_("Baseline"), *[_("Milestone")] * (len(path) - 2), _("Target")]
    said = [
        f"<b>{name}</b><br>{answer.period(row)}: {answer.value(row)}" for name, row in zip(names, path, strict=True)
    ]
    size = [8, *[9] * (len(path) - 2), 13]
    fill = [look.ground] * (len(path) - 1) + [look.warning]
    shape = ["circle"] * (len(path) - 1) + ["diamond"]
    ring = {"size": size, "color": fill, "symbol": shape, "opacity": 1.0, "line": {"color": look.warning, "width": 2}}
    stroke = {"color": look.warning, "width": 1.6, "dash": "dot"}
    return [
        scatter_trace(
            x=[row.year for row in path], y=[row.value for row in path], mode="lines", line=stroke, hoverinfo="skip"
        ),
        marks(path, said, ring),
    ]


def marks(rows: Sequence[Row], said: Sequence[str], marker: Trace) -> Trace:
    """Points that say what they stand for."""
    return scatter_trace(
        x=[row.year for row in rows],
        y=[row.value for row in rows],
        mode="markers",
        text=list(said),
        hovertemplate="%{text}<extra></extra>",
        marker=marker,
        cliponaxis=False,
    )
