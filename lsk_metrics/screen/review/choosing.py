"""What a review is made of: a story or figures of one's own, name, day and filters; all of it in the address."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import groups
from lsk_metrics.indicators.offers import names
from lsk_metrics.indicators.parameters import FILTERS, SETS
from lsk_metrics.indicators.reviews import OWN, Review, reopened, stories
from lsk_metrics.indicators.reviews import review as reviewed
from lsk_metrics.indicators.reviews.review import LONGEST
from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken
from lsk_metrics.screen import address, as_of, filters, narrowing, reader, states
from lsk_metrics.screen.explore.wishes import typed
from lsk_metrics.screen.peering import pick
from lsk_metrics.screen.review import own

if TYPE_CHECKING:
    from lsk_metrics.indicators.reviews import Story

USUAL = "usual"  # of peers: each figure has those it has elsewhere
EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)


def reopen() -> None:
    """Where the address names a pack by its number: the address of the very review it was made of, snapshot and all."""
    number = address.said("pack")
    if not number:
        return
    try:
        found = reopened(number)
    except LskError as reason:
        states.refused_by(reason)
        address.keep("pack", number)
        st.stop()
    as_of.go(found.snapshot)
    st.query_params.from_dict(found.asked())
    st.rerun()


def review() -> Review:
    """The controls in a box, and the review they ask for; where there is none the page stops with the reason."""
    known = {each.id: each for each in stories(reader.snapshot())}
    with st.container(border=True, key="review_choice"):
        left, middle, right = st.columns([3, 4, 2])
        with left:
            story = pick("story", _("Story"), named(known), "s3")
        with middle:
            name = called()
        with right:
            on = dated()
        figures = own.figures() if story == OWN else ""
        left, right = st.columns([3, 6])
        with left:
            peers = pick("peers", _("Regions compared"), sets(), USUAL)
        narrowed = [each for each in FILTERS if groups.codes(reader.snapshot(), each)]
        narrowing.choose(*narrowed, by_click=False)
        if story != OWN:
            own.begin([each.written() for each in known[story].steps])
    shared = {**({} if peers == USUAL else {"peers": peers}), **narrowing.given(narrowed), **filters.kinds()}
    try:
        found = reviewed(story, name, on, figures, shared, reader.snapshot())
        found.ask()
    except LskError as reason:
        states.refused_by(reason)
        st.stop()
    return found


def named(known: dict[str, Story]) -> dict[str, str]:
    return {**{name: each.title for name, each in known.items()}, OWN: _("Figures of your own choice")}


def sets() -> dict[str, str]:
    """Sets of peers, the first of them that each figure keeps its own."""
    return {USUAL: _("As each figure has them"), **{name: names()[name] for name in SETS}}


def called() -> str:
    """What the reader calls the review; empty for the story's own title."""
    st.session_state["choose_name"] = typed("name", LONGEST)
    words = _("such as Supervisory board, May 2026")
    st.text_input(_("Name"), key="choose_name", max_chars=LONGEST, placeholder=words, on_change=take, args=("name",))
    return str(st.session_state["choose_name"]).strip()


def dated() -> str:
    """The day of the review as ISO text; empty for that of the snapshot."""
    words, snapshot = typed("date", 10), reader.snapshot()
    try:
        held = date.fromisoformat(words)
    except ValueError:
        held = date(int(snapshot[:4]), int(snapshot[4:6]), int(snapshot[6:8]))
        st.session_state["date"] = ""
    st.session_state["choose_date"] = min(LATEST, max(EARLIEST, held))
    form = "DD.MM.YYYY" if spoken() == "pl" else "DD/MM/YYYY"
    st.date_input(
        _("Day"), key="choose_date", format=form, min_value=EARLIEST, max_value=LATEST, on_change=take, args=("date",)
    )
    return str(st.session_state["date"])


def take(name: str) -> None:
    """What stands in the widget is what is wished."""
    held = st.session_state[f"choose_{name}"]
    st.session_state[name] = held.isoformat() if isinstance(held, date) else str(held or "").strip()
