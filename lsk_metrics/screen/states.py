"""What a reader sees instead of figures: nothing there, something wrong, something under way. One look everywhere."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lsk_metrics import journal
from lsk_metrics.errors import LskError
from lsk_metrics.language import gettext as _
from lsk_metrics.screen.words import plain, refusal

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

A_NAME = re.compile(r"[\w-]{1,60}")
SESSION = "journal_session"  # by which the events of one reader are told from those of another


def empty(why: str, do: str = "", command: str = "") -> None:
    """Nothing to show: why, and what can be done about it; the command is one for the terminal."""
    told = " ".join(filter(None, [plain(do), f"`{command}`" if command else ""]))
    st.info("  \n".join(filter(None, [plain(why), told])), icon=":material/data_array:")


def refused(what: str, do: str = "") -> None:
    """Something that was asked for cannot be had, or went wrong: what, and what to do."""
    st.error("  \n".join(filter(None, [plain(what), plain(do)])), icon=":material/error:")


def refused_by(reason: LskError) -> None:
    """The same for an error whose sentence says both."""
    st.error(refusal(reason), icon=":material/error:")


def failed(reason: Exception) -> bool:
    """What nobody foresaw, at the edge of the program: a number for the reader, and the same in the server's log.

    Streamlit calls this for whatever a page run or a part of it did not catch. True: Streamlit shows nothing itself.
    """
    if isinstance(reason, LskError):
        refused_by(reason)
        return True
    number = secrets.token_hex(3).upper()
    page, session = urlsplit(st.context.url or "").path, st.session_state.get(SESSION)
    journal.event("page.failed", logging.ERROR, failure=reason, incident=number, page=page, session=session)
    refused(
        _("Something went wrong here that should not have: incident {number}.").format(number=number),
        _("Load the page again. If it stays so, tell whoever runs this dashboard the number; its log says more."),
    )
    return True


def stand_by() -> None:
    """Have what this run does not catch come to `failed` where no one has said so: under `streamlit run app.py`."""
    st.session_state.setdefault(SESSION, secrets.token_hex(4))
    run = get_script_run_ctx()
    if run is not None and run.on_script_error is None:
        run.on_script_error = failed


def waiting(what: str) -> AbstractContextManager[None]:
    """Something that takes its time, said in a sentence where its outcome will stand."""
    return st.spinner(what)


def watched() -> None:
    """Two sentences on each page that the style sheet shows only when they are true.

    Under way: a page run takes longer than half a second. Lost: the server has not been heard for a while.
    """
    under_way, lost = _("The figures are being read …"), _("The connection to the dashboard is lost.")
    do = _("What you see stays. The page tries again by itself; if nothing changes, load it anew.")
    st.html(
        f'<p class="under-way" role="status">{escape(under_way)}</p>'
        f'<div class="lost" role="alert"><p>{escape(lost)}</p><p>{escape(do)}</p></div>'
    )


def nowhere(pages: Sequence[StreamlitPage]) -> list[StreamlitPage]:
    """A page for an address that has none, if the reader came by such; it is in no menu."""
    name = urlsplit(st.context.url or "").path.strip("/").rpartition("/")[2]
    if not A_NAME.fullmatch(name) or name in {page.url_path for page in pages}:
        return []

    def missing() -> None:
        st.title(_("There is no such page"))
        words = _("The dashboard has no page “{name}”. The link may be old or mistyped.")
        empty(words.format(name=name), _("These are its pages:"))
        for page in pages:
            st.page_link(page)

    title = _("There is no such page")
    return [st.Page(missing, title=title, url_path=name, visibility="hidden")]
