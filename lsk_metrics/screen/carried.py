"""Rows of a page that are no answer, taken away as CSV or XLSX; a file is made once it is clicked."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from lsk_metrics import language
from lsk_metrics.exports.listed import Rows, csv_list, xlsx_list


def away(name: str, title: str, rows: Callable[[], Rows], about: Sequence[str], snapshot: str) -> None:
    """Two small buttons. rows is called in a thread of its own, in the language spoken now; headings are its keys."""
    spoken = language.spoken()

    def made(form: str) -> bytes:
        language.use(spoken)
        return csv_list(rows()) if form == "csv" else xlsx_list(title, rows(), about, snapshot)

    forms = {"csv": "text/csv", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
    with st.container(horizontal=True, gap="xsmall", key=f"take_{name}"):
        for form, mime in forms.items():
            st.download_button(
                form.upper(),
                partial(made, form),
                file_name=f"{name}_{spoken}_{snapshot}.{form}",
                mime=mime,
                key=f"{form}_{name}",
                on_click="ignore",
            )
