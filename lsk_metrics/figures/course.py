"""The course of a measure, whatever chart its indicator has as it is: lines, of which each shows one kind of truth."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lsk_metrics.figures.lines import lines
from lsk_metrics.indicators.answer import WEAKEST_FIRST

if TYPE_CHECKING:
    from lsk_metrics.figures.description import Description
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer, Row

MOST_LINES = 6  # as many as there are colours that stay apart


def course(answer: Answer, look: Look) -> Description:
    """Lines over years of the rows that are fit for it."""
    return lines(fit(answer), look)


def fit(answer: Answer) -> Answer:
    """The answer with the rows that can be drawn as lines: one kind for each, and of places that are no regions six."""
    told = replace(answer, rows=tuple(strongest(answer)))
    if told.indicator.places != "regions" and len(told.places) > MOST_LINES:
        told = replace(told, rows=tuple(largest(told)))
    return told


def strongest(found: Answer) -> list[Row]:
    """One line for one thing: where values of other kinds are there, the sample is no part of it, else nothing else."""
    kinds: dict[tuple[str, str | None], set[str]] = {}
    for row in found.rows:
        if row.value is not None:
            kinds.setdefault((row.place, row.series), set()).add(row.kind)
    sample = WEAKEST_FIRST[0]
    alone = {key for key, of in kinds.items() if of == {sample}}
    return [
        row
        for row in found.rows
        if (row.kind == sample) == ((row.place, row.series) in alone) or not kinds.get((row.place, row.series))
    ]


def largest(found: Answer) -> list[Row]:
    """The rows of the places with the largest last values: as many lines as can be told apart."""
    last = {row.place: row.value for row in sorted(found.rows, key=lambda row: row.year) if row.value is not None}
    first = sorted(last, key=lambda place: -(last[place] or 0.0))[:MOST_LINES]
    return [row for row in found.rows if row.place in first]
