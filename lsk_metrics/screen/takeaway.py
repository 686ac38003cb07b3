"""Take it away: an answer as a file in the form a reader chooses, made once it is clicked."""

from __future__ import annotations

from html import escape
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from lsk_metrics import language
from lsk_metrics.errors import LskError
from lsk_metrics.exports.formats import Format, offered
from lsk_metrics.exports.names import file_name
from lsk_metrics.indicators.command import given
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import server

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer

NAMES = {"csv": "CSV", "xlsx": "XLSX", "parquet": "Parquet", "svg": "SVG", "png": "PNG", "zip": "ZIP"}


class Making:
    """One file, made by whoever asks first; the others wait for it.

    Streamlit asks for the bytes in a thread of its own, which speaks no language yet. What goes wrong there it tells in
    words of its own, for which style.css puts a sentence in the page's language.
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
    """A row of small buttons, one for each form the answer has; the one that is at work shows it."""
    words = [_("Rows as CSV or Parquet, a workbook with its own chart as XLSX;")]
    words += [_("the picture as SVG or PNG;")] if any(form.drawn for form in offered(answer)) else []
    st.caption(" ".join([*words, _("everything, with sources, citation and query, as ZIP.")]))
    if server.routed():
        st.caption(_("Code by which another site shows this figure, with its sentence and its sources:"))
        st.code(frame(answer), language="html", wrap_lines=True)
    with st.container(horizontal=True, gap="xsmall", key=f"take_{answer.key}"):
        for form in offered(answer):
            making = Making(answer, form)
            st.download_button(
                NAMES[form.ending],
                making,
                file_name=file_name(answer, form.ending),
                mime=form.mime,
                key=f"{form.ending}_{answer.key}",
                on_click="ignore",  # a run would renew the other buttons under the reader's next click
            )


def frame(answer: Answer) -> str:
    """The figure in a frame, as of this snapshot and in this language, from the address under which it is read now."""
    here = urlsplit(st.context.url or "http://localhost:8501")
    said = dict(pair.partition("=")[::2] for pair in given(answer))
    asked = urlencode(said | {"lang": language.spoken(), "snapshot": answer.snapshot}, quote_via=quote)
    source = escape(f"{here.scheme}://{here.netloc}/embed/{answer.indicator.id}?{asked}")
    size = 'width="100%" height="640" style="border:0" loading="lazy"'
    return f'<iframe src="{source}" title="{escape(answer.question)}" {size}></iframe>'
