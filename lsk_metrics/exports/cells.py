"""What a table that is read is made of: its heads and cells, with localised numbers and every sign explained."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.units import figure
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators import Answer, Row

# A value of a weaker kind than the others carries its sign.
SIGNS = {"derived": "†", "register": "‡", "illustrative": "*"}


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
    if answer.indicator.unit == "own":
        return answer.value(row)
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
