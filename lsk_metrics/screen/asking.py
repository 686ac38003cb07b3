"""A reader's own query on a page: written, run, cancelled, and kept in the address."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.errors import QueryRefused
from lsk_metrics.indicators import queries
from lsk_metrics.indicators.queries import LENGTH, ROWS, SECONDS, Asking, Found
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number, spoken
from lsk_metrics.screen import address, answered, filters, reader, states
from lsk_metrics.screen.words import plain

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

LINK = 2000  # characters of a query an address takes; longer ones are cut by mail programs and browsers
PATIENCE = 0.5  # seconds before a reader is told that something is under way


@dataclass(frozen=True)
class Done:
    """A query that came to its end, and how: with rows, or with a refusal in one language."""

    sql: str
    snapshot: str
    real: bool
    lang: str
    result: Found | QueryRefused

    def holds(self) -> bool:
        """Whether it still answers what the page is about."""
        same = (self.snapshot, self.real) == (reader.snapshot(), bool(filters.kinds()))
        return same and (isinstance(self.result, Found) or self.lang == spoken())


def introduce() -> None:
    """What this page is for, what it cannot do, and whether the sample takes part."""
    words = _(
        "Write a query in SQL and read the tables of the snapshot directly. Nothing can be changed, loaded or sent. "
        "A query may take {seconds} seconds and give {rows} rows."
    )
    st.markdown(plain(words.format(seconds=number(SECONDS), rows=number(ROWS))))
    if filters.kinds():
        st.caption(_("The sample is hidden: queries find published and register rows only."))


def choose_example() -> None:
    """Queries to begin with; each is written into the editor and run."""
    with st.container(horizontal=True, key="ask_examples"):
        for at, (title, sql) in enumerate(queries.examples().items()):
            st.button(title, key=f"ask_example_{at}", on_click=take, args=(sql,))


def take(sql: str) -> None:
    """Put a query of our own into the editor and have it run."""
    st.session_state["ask_sql"] = sql
    st.session_state["ask_run"] = True


def editor() -> None:
    """The query, and the button that runs it. What came with a link waits: a link alone runs nothing."""
    recall()
    with st.form("ask", border=False):
        st.text_area(_("Query, run also by Ctrl+Enter"), key="ask_sql", height=220, max_chars=LENGTH)
        if st.form_submit_button(_("Run"), icon=":material/play_arrow:", key="ask_submit"):
            st.session_state["ask_run"] = True
    told = st.empty()  # also without words: what stands below keeps its place
    if st.session_state.get("ask_linked") == st.session_state["ask_sql"] and not st.session_state.get("ask_run"):
        told.caption(_("This query came with the link. It runs when you press “Run”."))


def recall() -> None:
    """Before the editor: what a link brings, else what was written last, else the first example."""
    said = address.said("q")
    address.keep("q", said[:LENGTH])  # until the query that was run takes its place
    if len(said) > LENGTH:
        address.refuse("q", said, kind="long")
    if said and said != st.session_state.get("ask_address"):
        st.session_state["ask_address"] = said
        if said != st.session_state.get("ask_sql"):
            st.session_state["ask_sql"] = st.session_state["ask_linked"] = said[:LENGTH]
            st.session_state.pop("ask_done", None)
    elif "ask_sql" not in st.session_state:
        done: Done | None = st.session_state.get("ask_done")
        st.session_state["ask_sql"] = done.sql if done else next(iter(queries.examples().values()))


def write(sql: str) -> None:
    """The query that was run goes into the address, so that a link opens it; a long one does not fit."""
    if len(sql) <= LINK:
        st.session_state["ask_address"] = sql
        address.keep("q", sql)
        return
    address.keep("q", "")
    words = _("The query is too long for a link ({n} characters, {most} at most): copy its text to pass it on.")
    st.caption(plain(words.format(n=number(len(sql)), most=number(LINK))))


def answer() -> None:
    """The answer to what was asked, now or before; where nothing was asked yet, what to do.

    All of it has one place, so that a question under way never stands beside what was there before.
    """
    snapshot = reader.snapshot()  # a page that has none yet begins anew: what was asked must still be there then
    place = st.empty()
    done: Done | None = st.session_state.get("ask_done")
    if st.session_state.pop("ask_run", False):
        done = run(st.session_state["ask_sql"], snapshot, place)
    elif done and not done.holds():
        done = run(done.sql, snapshot, place)
    with place.container():
        if done:
            write(done.sql)
            answered.show(done.result, done.snapshot)
        elif st.session_state.get("ask_under_way"):
            states.empty(_("The query was stopped before its answer came."), _("Press “Run” to ask it again."))
        else:
            states.empty(_("Nothing is asked yet."), _("Press “Run”, or take one of the examples."))


def run(sql: str, snapshot: str, place: DeltaGenerator) -> Done:
    """Run a query, with progress and a way to stop it; whatever else the reader does stops it as well."""
    st.session_state.pop("ask_done", None)
    st.session_state.pop("ask_linked", None)
    st.session_state["ask_under_way"] = True
    real = bool(filters.kinds())
    with Asking(sql, snapshot, real) as question:
        under_way(question, place)
        try:
            result: Found | QueryRefused = queries.found(question)
        except QueryRefused as reason:
            result = reason
    done = Done(sql, snapshot, real, spoken(), result)
    st.session_state["ask_done"] = done
    del st.session_state["ask_under_way"]
    return done


def under_way(question: Asking, place: DeltaGenerator) -> None:
    """A bar that fills towards the time limit, once half a second has passed."""
    begun = monotonic()
    if question.wait(PATIENCE):
        return
    with place.container():
        bar = st.empty()
        st.button(_("Cancel"), key="ask_cancel")
    while not question.wait(PATIENCE / 2):
        passed = monotonic() - begun
        words = _("The query has been running for {n} s; it is stopped after {most} s.")
        bar.progress(min(passed / SECONDS, 1.0), words.format(n=number(passed), most=number(SECONDS)))
    place.empty()
