"""Tables of answers and records: the same numbers as the picture, for eyes, keyboards and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from importlib import import_module
from typing import TYPE_CHECKING, Any

import streamlit as st

from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.units import figure
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import reader
from lsk_metrics.screen.words import plain

if TYPE_CHECKING:
    import pandas as pd

    from lsk_metrics.indicators import Answer

LONG = 40


def pandas() -> Any:
    """Loaded whole, and only where something needs it: half a second of processor time.

    Plotly asks whether it is there, and trips over one that another thread is still loading: so whoever lets Plotly
    draw has it loaded first.
    """
    return import_module("pandas")


def frame(answer: Answer) -> pd.DataFrame:
    """One line a row, as written: period, place, series, value with its sign, what its flag means, kind."""
    lines = []
    for row in answer.rows:
        value = _("no figure") if row.value is None else figure(row.value, "", answer.measure(row)[1], row.flag)
        if row.low is not None and row.high is not None and (answer.indicator.variables or answer.parameters.target):
            digits = answer.indicator.decimals
            value += f" ({figure(row.low, '', digits)}–{figure(row.high, '', digits)})"
        line = {_("Period"): answer.period(row)}
        if len(answer.places) > 1:
            line[_("Place")] = answer.place(row.place)
        if row.series is not None:
            line[answer.group] = answer.series_name(row.series)
        line[answer.unit[:1].upper() + answer.unit[1:]] = value
        if any(answer.flag_words(each) for each in answer.rows):
            line[_("Remark")] = answer.flag_words(row)
        lines.append({**line, _("Kind"): kind_name(row.kind)})
    table: pd.DataFrame = pandas().DataFrame(lines)
    return table


def across(answer: Answer) -> pd.DataFrame:
    """Years down, places or series across, for answers too long to list; flags stay with their values."""
    many = len(answer.places) > 1
    cells: dict[str, dict[str, str]] = {}
    for row in sorted(answer.rows, key=lambda row: -row.year):
        name = answer.place(row.place) if many else answer.series_name(row.series or "")
        value = "–" if row.value is None else figure(row.value, "", answer.indicator.decimals, row.flag)
        cells.setdefault(answer.period(row), {})[name] = value + (f" {row.flag}" if row.flag.isalpha() else "")
    names = [answer.place(code) for code in answer.places] if many else [answer.series_name(c) for c in answer.series]
    table: pd.DataFrame = pandas().DataFrame.from_dict(cells, orient="index").reindex(columns=names)
    return table.where(table.notna(), "–").rename_axis(_("Period")).reset_index()


def of_answer(answer: Answer) -> None:
    """The table under a figure; where it is long or the page narrow, one that scrolls in its own frame."""
    if len(answer.rows) <= LONG and not reader.look().narrow:
        st.table(escaped(frame(answer)), hide_index=True, border="horizontal", alt=answer.sentence)
        return
    # Across has room for places or for groups, not for both.
    listed = len({row.year for row in answer.rows}) == 1 or (len(answer.places) > 1 and answer.series)
    whole = len(answer.rows) <= LONG or listed
    st.dataframe(frame(answer) if whole else across(answer), hide_index=True, alt=answer.sentence)


def of_rows(rows: Sequence[Mapping[str, str]], alt: str) -> None:
    """Cells that are safe Markdown already, under the headings that are their keys; on a narrow page a list."""
    if reader.look().narrow:
        st.markdown("\n".join(map(item, rows)))
    else:
        st.table(columns(tuple(tuple(row.items()) for row in rows)), hide_index=True, border="horizontal", alt=alt)


def of_words(rows: Sequence[Mapping[str, str]], alt: str) -> None:
    """Cells that are words, on pages that are opened often: Streamlit's own table loads pandas, a hundred megabytes."""
    if reader.look().narrow:
        st.markdown("\n".join(item({name: plain(cell) for name, cell in row.items()}) for row in rows))
    else:
        st.html(html(tuple(tuple(row.items()) for row in rows), alt))


@lru_cache(maxsize=64)
def html(rows: Sequence[Sequence[tuple[str, str]]], alt: str) -> str:
    """The same rows as a table; all have the headings of the first."""
    cells = ("".join(f"<td>{escape(cell)}</td>" for _name, cell in row) for row in rows)
    start = f'<table class="words" aria-label="{escape(alt)}">'
    return laid_out([name for name, _cell in rows[0]], (f"<tr>{line}</tr>" for line in cells), start)


def laid_out(heads: Iterable[str], lines: Iterable[str], start: str) -> str:
    """A table from its start on: headings are words, lines are rows that are HTML already."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    return f"{start}<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


@lru_cache(maxsize=64)
def columns(rows: Sequence[Sequence[tuple[str, str]]]) -> Any:
    """The same rows as Streamlit sends them, put together once; an empty cell where a row lacks a heading."""
    import pyarrow as pa

    names = dict.fromkeys(name for row in rows for name, _cell in row)
    return pa.table({name: pa.array([dict(row).get(name) for row in rows], pa.string()) for name in names})


def item(row: Mapping[str, str]) -> str:
    """A row as an entry of a list: its first cell, then each other cell after its heading."""
    first, *others = row.items()
    lines = [f":small[{plain(name)}: {cell}]" for name, cell in others if cell not in ("", "–")]
    return "- " + "  \n  ".join([first[1], *lines])


def escaped(table: pd.DataFrame) -> pd.DataFrame:
    """Cells as text: a page's tables read Markdown, names and notes must not be taken for it."""
    return table.map(lambda cell: plain(str(cell)))
