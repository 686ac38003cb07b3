"""The pace that would reach the leader, beside the paces that were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.figures import standing
from lsk_metrics.indicators import units
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer


def pace(answer: Answer, look: Look) -> Description:
    """The pace so far and the fastest of each region over as many years, and a line at the pace that is needed."""
    needed = [row for row in answer.rows if (row.series or "").startswith("needed")]
    bars = []
    for row in answer.rows:
        if row in needed or row.value is None:
            continue
        kind, _space, years = (row.series or "").partition(" ")
        name = answer.place(row.place)
        if kind == "past":
            name = _("{region}, so far").format(region=name)
        bars.append(standing.bar(answer, row, name, years, units.signed))
    if not bars:
        bars = [standing.bar(answer, row, answer.series_name(row.series or ""), "", units.signed) for row in needed]
    figure = standing.drawn(answer, look, bars, [row.value for row in needed if row.value is not None])
    [marks], layout = figure["data"], figure["layout"]
    marks["textposition"] = "none"
    for at, each in enumerate(reversed(bars)):  # in a column of their own, where the line cannot cross them
        layout["annotations"].append({
            "x": 1, "xref": "paper", "xanchor": "right", "y": at, "showarrow": False, "text": each.text,
            "font": {"color": look.ink, "size": 13},
        })  # fmt: skip
    middle = sum(layout["xaxis"]["range"]) / 2
    layout["shapes"] = []
    for row in needed:
        if row.value is not None:
            text = units.signed(row.value, "", answer.indicator.decimals)
            layout["shapes"].append({
                "type": "line", "x0": row.value, "x1": row.value, "y0": 0, "y1": 1, "yref": "y domain",
                "line": {"color": look.warning, "width": 2, "dash": "dash"},
            })  # fmt: skip
            layout["annotations"].append({
                "x": row.value, "y": 1, "yref": "paper", "yanchor": "bottom", "showarrow": False, "yshift": 2,
                "xanchor": "right" if row.value > middle else "left",
                "text": _("needed: {pace}").format(pace=text), "font": {"color": look.warning, "size": 13},
            })  # fmt: skip
    layout["margin"]["t"] = 34
    return figure
