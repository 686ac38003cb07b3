"""An answer drawn in the form asked for: some of its places or groups, added up only where that says something."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from lsk_metrics.figures import Draw
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.course import MOST_LINES, largest, strongest
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.powiats import areas, tiles
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.standing import differences, ranking
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import Answer, Row, additivity, records
from lsk_metrics.indicators.answer import WEAKEST_FIRST

TRENDS: dict[str, Draw] = {"columns": columns, "growth": growth}


def draw(found: Answer, form: str) -> Draw:
    """The function that draws it."""
    of = found.indicator
    if form == "map":
        if of.places == "towns":
            return towns
        return areas if records.has_boundaries(found.snapshot) else tiles
    if form == "ranking" and of.places == "regions":
        return differences if found.parameters.measure == "change" else ranking
    if form == "trend":
        return lines if lined(found, form) else TRENDS[of.chart]
    return {"ranking": bars, "scatter": scatter}[form]


def lined(found: Answer, form: str) -> bool:
    """Whether it is drawn as lines: a course over years that its own chart does not draw."""
    return form == "trend" and (found.indicator.chart not in TRENDS or found.parameters.measure != "absolute")


def shown(found: Answer, form: str, places: Collection[str], groups: Collection[str]) -> Answer:
    """The rows of the picture: those of the places and groups chosen (none chosen is all), groups of a place added
    up where each place is one line or one bar. The answer itself, its sentence and its source stay whole."""
    rows = [
        row
        for row in found.rows
        if (not places or row.place in places) and (not groups or row.series in groups or row.series is None)
    ]
    narrowed = replace(found, rows=tuple(rows))
    one_each = (
        form in ("trend", "ranking")
        and found.indicator.places != "regions"
        and additivity.may_add(found.indicator, "group")
    )
    if one_each and len(narrowed.places) > 1 and len(narrowed.series) > 1:
        narrowed = replace(narrowed, rows=tuple(summed(narrowed)))
    if lined(found, form):
        narrowed = replace(narrowed, rows=tuple(strongest(narrowed)))
    if form == "trend" and found.indicator.places != "regions" and len(narrowed.places) > MOST_LINES:
        narrowed = replace(narrowed, rows=tuple(largest(narrowed)))
    return narrowed


def summed(found: Answer) -> list[Row]:
    """A row for each place and year, its groups added up; raises ValueRefused where they may not be."""
    apart: dict[tuple[str, int], list[Row]] = {}
    for row in found.rows:
        apart.setdefault((row.place, row.year), []).append(row)
    return [
        replace(
            rows[0],
            series=None,
            value=None if all(row.value is None for row in rows) else additivity.total(rows, found.indicator),
            kind=min((row.kind for row in rows), key=WEAKEST_FIRST.index),
            flag=rows[0].flag if len(rows) == 1 else "",
        )
        for rows in apart.values()
    ]
