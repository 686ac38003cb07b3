"""An answer as a table with years or groups side by side, as narrow as it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.cells import Head, Table, caption, note, place, signed, span
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.particulars import sentence_case
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators import Answer, Row

# How far figures run in a table on paper, in points: a digit, another sign, what parts two columns, all columns.
DIGIT, SIGN, GAP, ROOM = 4.0, 2.2, 10.0, 385.0


def by_line(answer: Answer, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows of each line of a table, by its name: a place, a group, or where neither differs a kind of truth."""
    if len(answer.places) > 1:
        return {answer.place(code): [row for row in rows if row.place == code] for code in answer.places}
    if answer.series:
        return {answer.series_name(code): [row for row in rows if row.series == code] for code in answer.series}
    return {kind_name(kind): [row for row in rows if row.kind == kind] for kind in reversed(answer.kinds)}


def parted(answer: Answer, rows: Sequence[Row], years: dict[int, str]) -> list[dict[int, str]]:
    """Years in stretches that fit side by side, as even as can be."""
    wide = {year: run(name) for year, name in years.items()}
    for row in rows:
        wide[row.year] = max(wide[row.year], run(signed(answer, row, marked=True)))
    parts = min(len(years), -(-int(sum(wide.values()) + GAP * len(years)) // int(ROOM)))
    each = -(-len(years) // parts)
    listed = list(years.items())
    return [dict(listed[at : at + each]) for at in range(0, len(listed), each)]


def run(text: str) -> float:
    return sum(DIGIT if letter.isdigit() else SIGN for letter in text)


def crossed(answer: Answer, rows: Sequence[Row], lines: dict[str, list[Row]], years: dict[int, str]) -> Table:
    """Lines down, years across; letters and signs stay with their values."""
    of_kinds = not answer.series and len(answer.places) < 2
    marked = len({row.kind for row in rows}) > 1 and not of_kinds
    told = []
    for name, own in lines.items():
        by_year = {row.year: row for row in own}
        cells = [signed(answer, by_year[year], marked) if year in by_year else "–" for year in years]
        if any(year in by_year for year in years):
            told.append((name, *cells))
    corner = _("Kind") if of_kinds else answer.group if len(answer.places) < 2 else place(answer)
    heads = (Head(corner), *(Head(name, number=True) for name in years.values()))
    within = [row for row in rows if row.year in years]
    return Table(caption(answer, within), heads, tuple(told), note(within, marked))


def in_groups(answer: Answer, rows: Sequence[Row]) -> Table:
    """Places down, groups across, of one year; as many places as there are, in the order of the rows."""
    marked = len({row.kind for row in rows}) > 1
    found = {(row.place, row.series): row for row in rows}
    groups = [code for code in answer.series if any(row.series == code for row in rows)]
    lines = tuple(
        (
            answer.place(place),
            *(signed(answer, found[place, code], marked) if (place, code) in found else "–" for code in groups),
        )
        for place in dict.fromkeys(row.place for row in rows)
    )
    heads = (Head(place(answer)), *(Head(answer.series_name(code), number=True) for code in groups))
    return Table(caption(answer, rows), heads, lines, note(rows, marked))


def down(answer: Answer, rows: Sequence[Row]) -> Table:
    """Years down, and across the figures, the path to the target, and the projection with its range."""
    marked = len({row.kind for row in rows}) > 1
    found = {(row.year, row.series): row for row in rows}
    groups = [code for code in answer.series if any(row.series == code for row in rows)]

    def said(year: int, code: str) -> str:
        row = found.get((year, code))
        text = signed(answer, row, marked) if row else "–"
        return f"{text} ({span(answer, row)})" if row and row.low is not None else text

    years = {row.year: answer.period(row) for row in sorted(rows, key=lambda row: row.year)}
    lines = tuple((name, *(said(year, code) for code in groups)) for year, name in years.items())
    heads = (Head(_("Period")), *(Head(sentence_case(answer.series_name(code)), number=True) for code in groups))
    return Table(caption(answer, rows), heads, lines, note(rows, marked))
