"""Rows of a page that are no answer, taken away as CSV or XLSX; a file is made once it is clicked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics import language

if TYPE_CHECKING:
    from lsk_metrics.exports.listed import Rows

FORMS = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def away(
    name: str,
    title: str,
    rows: Callable[[], Rows],
    about: Sequence[str],
    snapshot: str,
    sample: bool = False,
    subjects: Collection[str] = (),
) -> None:
    """Two small buttons. rows is called in a thread of its own, in the language spoken now; headings are its keys.

    sample: figures of the made-up sample are among the rows, which name and workbook then say. subjects: indicators or
    criteria whose comments the workbook brings along.
    """
    spoken = language.spoken()

    def made(form: str) -> bytes:
        from lsk_metrics.exports import listed  # what writes workbooks is read once somebody wants one

        language.use(spoken)
        if form == "csv":
            return listed.csv_list(rows())
        return listed.xlsx_list(title, rows(), about, snapshot, sample, subjects)

    made_up = "_illustrative" if sample else ""
    with st.container(horizontal=True, gap="xsmall", key=f"take_{name}"):
        for form, mime in FORMS.items():
            st.download_button(
                form.upper(),
                partial(made, form),
                file_name=f"{name}{made_up}_{spoken}_{snapshot}.{form}",
                mime=mime,
                key=f"{form}_{name}",
                on_click="ignore",
            )
