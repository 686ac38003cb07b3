"""What a reader's own query found: how much, of which kind of truth, the rows, and the same as a file."""

import re
from collections.abc import Hashable
from math import ceil
from typing import Any

import pandas as pd
import streamlit as st

from lsk_metrics.errors import QueryRefused
from lsk_metrics.indicators.queries import Found, records
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.screen import states
from lsk_metrics.screen.words import badges, plain

# What a spreadsheet takes for a formula. A plain number is none, whatever sign it begins with.
FORMULA = re.compile(r"\s*[=+\-@\t\r]")
MOST_STYLED = 200_000  # cells; pandas writes each of them anew
NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def show(result: Found | QueryRefused, snapshot: str) -> None:
    """Rows with their count and their kinds of truth, or the sentence that says why there are none."""
    if isinstance(result, QueryRefused):
        states.refused(result.sentence)
        if result.message:
            st.caption(_("What the database engine says of it:"))
            st.code(result.message, language=None, wrap_lines=True)
        return
    st.markdown(f"{plain(summary(result))} {badges(result.kinds)}")
    for words in remarks(result):
        st.caption(plain(words))
    if not result.rows:
        return
    table = frame(result)
    with st.container(key="ask_rows"):
        st.dataframe(spoken_numbers(table), hide_index=True, alt=summary(result))
    made_up = "-illustrative" if "illustrative" in result.kinds else ""
    st.download_button(
        _("Download as CSV"),
        lambda: comma_separated(table),
        on_click="ignore",
        file_name=f"query{made_up}-{snapshot}.csv",
        mime="text/csv",
        key="ask_csv",
    )


def summary(found: Found) -> str:
    count = len(found.rows)
    if not count:
        return _("The query finds no rows.")
    words = ngettext("{n} row, found within {seconds} s.", "{n} rows, found within {seconds} s.", count)
    return words.format(n=number(count), seconds=number(ceil(found.seconds * 100) / 100, 2))


def remarks(found: Found) -> list[str]:
    """What a reader must know of these rows."""
    said = []
    if found.cut == "rows":
        said.append(_("These are the first rows; there are more. Narrow the query with WHERE, or add up."))
    if found.cut == "size":
        said.append(_("These are the first rows; the others would be too much text. Ask for fewer columns."))
    if "illustrative" in found.kinds:
        said.append(
            _(
                "The query reads tables that hold the made-up sample register: "
                "what it finds may describe no real organisation."
            )
        )
    return said


def frame(found: Found) -> pd.DataFrame:
    """Rows as they came: whole numbers stay whole where some are missing."""
    table = pd.DataFrame(records(found))
    for name, column in zip(table.columns, zip(*found.rows, strict=True), strict=True):
        present = [cell for cell in column if cell is not None]
        if present and all(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in present):
            table[name] = table[name].astype("Int64" if all(isinstance(cell, int) for cell in present) else "Float64")
    return table


def spoken_numbers(table: pd.DataFrame) -> Any:
    """The same numbers, every digit of them, with the decimal comma where the language has one; they sort as before."""
    broken: list[Hashable] = [name for name in table.columns if table[name].dtype == "Float64"]
    if number(0.5, 1) == "0.5" or not broken or table.size > MOST_STYLED:
        return table
    return table.style.format(comma, subset=broken, na_rep="")


def comma(value: Any) -> str:
    return repr(float(value)).removesuffix(".0").replace(".", number(0.5, 1)[1])


def comma_separated(table: pd.DataFrame) -> bytes:
    """A file of the rows that a spreadsheet reads and does not run, with a mark for the Polish letters."""
    safe = table.map(unarmed).rename(columns=unarmed)
    return safe.to_csv(index=False).encode("utf-8-sig")


def unarmed(cell: Any) -> Any:
    """Text that would be taken for a formula, behind an apostrophe; numbers as they are."""
    if isinstance(cell, str) and FORMULA.match(cell) and not NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell
