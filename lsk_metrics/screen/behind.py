"""What lies behind a picture: its passport, its table and files, computed once a reader opens them."""

from collections.abc import Sequence

import streamlit as st

from lsk_metrics.indicators import Answer
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import passport, reader, tables, takeaway
from lsk_metrics.screen.words import plain


@reader.alone
def behind(found: Answer, caveats: Sequence[str] = (), movable: bool = False) -> None:
    """The doors under the picture: the passport, over the page, and a closed box with all there is. Opening one runs
    this part again and nothing else of the page.

    Caveats are those that stand above on the page already, said again beside the table.
    """
    with st.container(horizontal=True, gap="small", key=f"behind_{found.key}"):
        passport.door(found)
        if movable:
            turn_interactive(found)
        box = st.expander(_("Table, passport and files"), key=f"more_{found.key}", on_change="rerun", type="compact")
    if box.open:
        with box:
            details(found, caveats)


def turn_interactive(found: Answer) -> None:
    """From the drawing to the interactive chart and back; for that the whole page runs again."""
    key = f"interactive_{found.key}"

    def turn() -> None:
        st.session_state[key] = not st.session_state.get(key, False)
        st.session_state["figure_turned"] = True

    label = _("Simple chart") if st.session_state.get(key) else _("Interactive chart")
    st.button(label, key=f"turn_{found.key}", type="tertiary", on_click=turn)
    if st.session_state.pop("figure_turned", False):
        st.rerun()


def details(found: Answer, caveats: Sequence[str] = ()) -> None:
    """Behind three tabs, of which only the one in front is computed."""
    names = [_("Table"), _("Passport"), _("Take it away")]
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
