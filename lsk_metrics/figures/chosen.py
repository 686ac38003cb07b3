"""Which figure an answer gets: decided here, from its view or its passport, for pages, files and data routes alike."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from lsk_metrics.figures import Draw, Figure
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer

# Where each function lives: a module is read only when its figure is drawn.
OF_VIEWS = {
    "ranking": ("standing", "ranking"),
    "gap_leader": ("standing", "differences"),
    "gap_union": ("standing", "differences"),
    "change": ("standing", "differences"),
    "pace": ("pace", "pace"),
}
OF_CHARTS = {
    "bars": ("bars", "bars"),
    "ranking": ("bars", "bars"),
    "columns": ("columns", "columns"),
    "growth": ("growth", "growth"),
    "lines": ("lines", "lines"),
    "map": ("towns", "towns"),
    "network": ("network", "network"),
    "ranges": ("ranges", "ranges"),
    "scatter": ("scatter", "scatter"),
    "target": ("target", "target"),
}
# Told as a table: no picture says it better.
WITHOUT = ("distances",)


def draw_for(answer: Answer) -> Draw | None:
    """The function that draws an answer; None where it has no picture, or no value to draw."""
    if not any(row.value is not None for row in answer.rows):
        return None
    if answer.parameters.view:
        module, name = OF_VIEWS[answer.parameters.view]
    elif answer.indicator.chart in WITHOUT:
        return None
    else:
        module, name = OF_CHARTS[answer.indicator.chart]
    draw: Draw = getattr(import_module(f"lsk_metrics.figures.{module}"), name)
    return draw


def figure_for(answer: Answer, look: Look = LIGHT) -> Figure | None:
    """The answer drawn; None where it has no picture."""
    draw = draw_for(answer)
    return draw(answer, look) if draw else None
