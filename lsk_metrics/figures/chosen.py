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
COURSE = ("course", "course")


def draw_for(answer: Answer) -> Draw | None:
    """The function that draws an answer; None where it has no picture, or no value to draw."""
    if not any(row.value is not None for row in answer.rows):
        return None
    if answer.parameters.view:
        module, name = OF_VIEWS[answer.parameters.view]
    elif answer.indicator.chart in WITHOUT or (answer.measured and not single(answer)):
        return None
    else:
        module, name = COURSE if as_course(answer) else OF_CHARTS[answer.indicator.chart]
    draw: Draw = getattr(import_module(f"lsk_metrics.figures.{module}"), name)
    return draw


def single(answer: Answer) -> bool:
    """Whether its rows are of places or of groups: a measure adds nothing up, and no picture shows both."""
    return len(answer.places) < 2 or not answer.series


def as_course(answer: Answer) -> bool:
    """Whether a measure makes lines of it: an index has no column from zero, and no circle can show what falls."""
    chart, measure = answer.indicator.chart, answer.parameters.measure
    return bool(answer.measured) and (
        chart in ("columns", "growth") or (chart == "map" and (measure == "change" or bool(answer.series)))
    )


def figure_for(answer: Answer, look: Look = LIGHT) -> Figure | None:
    """The answer drawn; None where it has no picture."""
    draw = draw_for(answer)
    return draw(answer, look) if draw else None
