"""Take it away: an answer as a file in the form a reader chooses, made once it is clicked."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics import language
from lsk_metrics.errors import LskError
from lsk_metrics.exports.formats import Format, offered
from lsk_metrics.exports.names import file_name
from lsk_metrics.language import gettext as _
from lsk_metrics.screen.words import plain, refusal

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer

NAMES = {"csv": "CSV", "xlsx": "XLSX", "parquet": "Parquet", "svg": "SVG", "png": "PNG", "zip": "ZIP"}


class Making:
    """One file, made by whoever asks first; the others wait for it.

    Streamlit asks for the bytes in a thread of its own, which speaks no language yet and whose errors a page never
    sees. So the click makes the file in the page's own run too, where what goes wrong can be said.
    """

    def __init__(self, answer: Answer, form: Format) -> None:
        self.answer, self.form, self.lang = answer, form, language.spoken()
        self.turn, self.result = Lock(), b""
        self.reason: LskError | None = None

    def __call__(self) -> bytes:
        """The bytes. Raises what making them raised, the second time as the first."""
        with self.turn:
            if not self.result and self.reason is None:
                language.use(self.lang)
                try:
                    self.result = self.form.made(self.answer)
                except LskError as reason:
                    self.reason = reason
        if self.reason is not None:
            raise self.reason
        return self.result


def choices(answer: Answer) -> None:
    """A row of small buttons, one for each form the answer has; under it what could not be made, and why."""
    words = [_("Rows as CSV or Parquet, a workbook with its own chart as XLSX;")]
    words += [_("the picture as SVG or PNG;")] if any(form.drawn for form in offered(answer)) else []
    st.caption(" ".join([*words, _("everything, with sources, citation and query, as ZIP.")]))
    with st.container(horizontal=True, gap="xsmall", key=f"take_{answer.key}"):
        for form in offered(answer):
            making = Making(answer, form)
            st.download_button(
                NAMES[form.ending],
                making,
                file_name=file_name(answer, form.ending),
                mime=form.mime,
                key=f"{form.ending}_{answer.key}",
                on_click=made(making, answer.key),
            )
    if said := st.session_state.pop(f"not_made_{answer.key}", ""):
        st.error(said)


def made(making: Making, key: str) -> Callable[[], None]:
    """What a click does: the file is made, or the sentence kept that says why not."""

    def click() -> None:
        language.use(making.lang)
        try:
            making()
        except LskError as reason:
            words = _("The file could not be made: {reason}")
            st.session_state[f"not_made_{key}"] = plain(words.format(reason="")) + refusal(reason)

    return click
