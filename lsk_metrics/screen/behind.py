"""What lies behind a picture: its passport, its table and files, computed once a reader opens them."""

from collections.abc import Sequence

import streamlit as st

from lsk_metrics.indicators import Answer
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import moving, passport, reader, tables, takeaway
from lsk_metrics.screen.words import plain


def is_open(found: Answer) -> bool:
    """Whether the reader has opened the box below this figure."""
    return bool(st.session_state.get(box(found)))


def box(found: Answer) -> str:
    """Where it is remembered that the box is open."""
    return f"open_{found.key}"


def enter(found: Answer, door: str) -> None:
    """A door was clicked: the box opens or closes, the drawing gives way to the interactive chart or comes back."""
    if door == "more":
        st.session_state[box(found)] = not is_open(found)
    if door == "turn":
        moving.turn(found)


@reader.alone
def opened(found: Answer, caveats: Sequence[str] = ()) -> None:
    """The open box. What is done in it runs this part again and nothing else of the page.

    Caveats are those that stand above on the page already, said again beside the table.
    """
    names = [_("Table"), _("Passport"), _("Take it away")]
    with st.container(key=f"more_{found.key}"):
        table, behind_it, files = st.tabs(names, key=f"tab_{found.key}", on_change="rerun")
    if table.open:
        with table:
            tables.of_answer(found)
            if caveats:
                st.caption("  \n".join(map(plain, caveats)))
    if behind_it.open:
        with behind_it:
            passport.show(found)
    if files.open:
        with files:
            takeaway.choices(found)
