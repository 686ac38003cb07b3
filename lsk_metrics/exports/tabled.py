"""An answer as tables to be read on paper or in a page: localised numbers, every sign beside a value explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.figures.bars import newest
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.units import figure
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lsk_metrics.indicators import Answer, Row

# As many years as stand side by side on a page; as many groups.
ACROSS, GROUPS_ACROSS = 13, 6
# A value of a weaker kind than the others carries its sign.
SIGNS = {"derived": "†", "register": "‡", "illustrative": "*"}
# Pictures of the latest year; all others show every year there is.
OF_ONE_YEAR = ("bars", "ranking", "map", "network", "distances")


class Head(NamedTuple):
    """Of a column; number: whether it stands above values."""

    name: str
    number: bool = False


class Table(NamedTuple):
    """The first cell of each row names it. note explains the signs beside values, if there are any."""

    caption: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def whole(answer: Answer) -> Table:
    """Every row as a line."""
    return listed(answer, answer.rows)


def shown(answer: Answer) -> list[Table]:
    """What the picture shows, laid out as narrow as it can be: years or groups across, else a line a row."""
    rows = drawn(answer)
    places, groups = {row.place for row in rows}, {row.series for row in rows}
    years = {row.year for row in rows}
    plain = not answer.view and not answer.indicator.variables and not answer.parameters.target
    if plain and len(years) > 1 and (len(places) == 1 or len(groups) == 1):
        lines = by_line(answer, rows)
        named = {row.year: answer.period(row) for row in sorted(rows, key=lambda row: row.year)}
        if all(len({row.year for row in own}) == len(own) for own in lines.values()):
            return [crossed(answer, rows, lines, part) for part in parted(named)]
    if plain and len(years) == 1 and 1 < len(groups) <= GROUPS_ACROSS and len(places) > 1:
        return [in_groups(answer, rows)]
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
    columns.append((Head(answer.unit[:1].upper() + answer.unit[1:], number=True), lambda row: cell(answer, row)))
    if bounded and any(row.low is not None for row in rows):
        columns.append((Head(_("Range"), number=True), lambda row: span(answer, row)))
    if any(answer.flag_words(row) for row in rows):
        columns.append((Head(_("Remark")), answer.flag_words))
    if len({row.kind for row in rows}) > 1:
        columns.append((Head(_("Kind")), lambda row: kind_name(row.kind)))
    lines = tuple(tuple(said(row) for _head, said in columns) for row in rows)
    return Table(caption(answer, rows), tuple(head for head, _said in columns), lines)


def by_line(answer: Answer, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Rows of each line of a table, by its name: a place, a group, or where neither differs a kind of truth."""
    if len(answer.places) > 1:
        return {answer.place(code): [row for row in rows if row.place == code] for code in answer.places}
    if answer.series:
        return {answer.series_name(code): [row for row in rows if row.series == code] for code in answer.series}
    return {kind_name(kind): [row for row in rows if row.kind == kind] for kind in reversed(answer.kinds)}


def parted(years: dict[int, str]) -> list[dict[int, str]]:
    """Years in stretches that fit side by side, as even as can be."""
    parts = -(-len(years) // ACROSS)
    each = -(-len(years) // parts)
    listed = list(years.items())
    return [dict(listed[at : at + each]) for at in range(0, len(listed), each)]


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


def place(answer: Answer) -> str:
    """What the places of its rows are called."""
    return _("Region") if answer.indicator.places == "regions" else _("Place")


def caption(answer: Answer, rows: Sequence[Row]) -> str:
    """Title, unit and years of these rows."""
    return ", ".join(filter(None, [answer.title, answer.unit, period(answer, rows)]))


def period(answer: Answer, rows: Sequence[Row]) -> str:
    """2018, or 2011–2022; academic years as 2019/20–2023/24."""
    ordered = sorted(rows, key=lambda row: row.year)
    return "–".join(dict.fromkeys([answer.period(ordered[0]), answer.period(ordered[-1])])) if ordered else ""


def cell(answer: Answer, row: Row) -> str:
    """A value as it is written; missing is said, never zero."""
    if row.value is None:
        return _("no figure")
    return figure(row.value, "", answer.measure(row)[1], row.flag)


def signed(answer: Answer, row: Row, marked: bool) -> str:
    """The same with the producer's letters, and the sign of a weaker kind."""
    if row.value is None:
        return "–"
    letters = row.flag if row.flag.isalpha() else ""
    sign = SIGNS.get(row.kind, "") if marked else ""
    return cell(answer, row) + (f"\N{NO-BREAK SPACE}{letters}" if letters else "") + sign


def span(answer: Answer, row: Row) -> str:
    """From the lowest to the highest; none where the row has none."""
    if row.low is None or row.high is None:
        return "–"
    digits = answer.measure(row)[1]
    return f"{figure(row.low, '', digits)}–{figure(row.high, '', digits)}"


def note(rows: Sequence[Row], marked: bool) -> str:
    """What the signs of kinds mean; letters are told with the caveats."""
    there = {row.kind for row in rows} if marked else set()
    return "; ".join(f"{sign} {kind_name(kind)}" for kind, sign in SIGNS.items() if kind in there)
