"""An answer as tables to be read on paper or in a page: localised numbers, every sign beside a value explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.cells import Head, Table, caption, cell, place, span
from lsk_metrics.exports.crossed import by_line, crossed, down, in_groups, parted
from lsk_metrics.figures.bars import newest
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.particulars import sentence_case
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lsk_metrics.indicators import Answer, Row

# As many groups as stand side by side on a page.
GROUPS_ACROSS = 6
# Pictures of the latest year; all others show every year there is.
OF_ONE_YEAR = ("bars", "ranking", "map", "network", "distances")


def whole(answer: Answer) -> Table:
    """Every row as a line."""
    return listed(answer, answer.rows)


def shown(answer: Answer) -> list[Table]:
    """What the picture shows, laid out as narrow as it can be: years or groups across, else a line a row."""
    rows = drawn(answer)
    if not rows:
        return []
    places, groups = {row.place for row in rows}, {row.series for row in rows}
    years = {row.year for row in rows}
    plain = not answer.view and not answer.indicator.variables and not answer.parameters.target
    if plain and len(years) > 1 and (len(places) == 1 or len(groups) == 1):
        lines = by_line(answer, rows)
        named = {row.year: answer.period(row) for row in sorted(rows, key=lambda row: row.year)}
        if all(len({row.year for row in own}) == len(own) for own in lines.values()):
            return [crossed(answer, rows, lines, part) for part in parted(answer, rows, named)]
    if plain and len(years) == 1 and 1 < len(groups) <= GROUPS_ACROSS and len(places) > 1:
        return [in_groups(answer, rows)]
    if answer.parameters.target and len({(row.year, row.series) for row in rows}) == len(rows):
        return [down(answer, rows)]
    return [listed(answer, rows)]


def drawn(answer: Answer) -> Sequence[Row]:
    """The rows that the picture is of."""
    if answer.view or answer.parameters.target or answer.indicator.chart not in OF_ONE_YEAR:
        return answer.rows
    if answer.indicator.chart in ("map", "network"):
        last = max((row.year for row in answer.rows), default=0)
        return [row for row in answer.rows if row.year == last]
    return newest(answer) if answer.series else sorted(newest(answer), key=lambda row: -(row.value or 0.0))


def listed(answer: Answer, rows: Sequence[Row]) -> Table:
    """A line a row; what all rows have in common stands in the caption."""
    bounded = answer.indicator.variables or answer.parameters.target
    columns: list[tuple[Head, Callable[[Row], str]]] = []
    if len({row.place for row in rows}) > 1:
        columns.append((Head(place(answer)), lambda row: answer.place(row.place)))
    if any(row.series for row in rows):
        columns.append((Head(answer.group), lambda row: answer.series_name(row.series) if row.series else "–"))
    if len({row.year for row in rows}) > 1 or not columns:
        columns.append((Head(_("Period")), answer.period))
    columns.append((Head(sentence_case(answer.unit), number=True), lambda row: cell(answer, row)))
    if bounded and any(row.low is not None for row in rows):
        columns.append((Head(_("Range"), number=True), lambda row: span(answer, row)))
    if any(answer.flag_words(row) for row in rows):
        columns.append((Head(_("Remark")), answer.flag_words))
    if len({row.kind for row in rows}) > 1:
        columns.append((Head(_("Kind")), lambda row: kind_name(row.kind)))
    lines = tuple(tuple(said(row) for _head, said in columns) for row in rows)
    return Table(caption(answer, rows), tuple(head for head, _said in columns), lines)
