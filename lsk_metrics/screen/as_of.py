"""As of which snapshot a reader sees the pages: the current one, or an older one that the address names."""

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import kept, version
from lsk_metrics.language import gettext as _
from lsk_metrics.language import moment
from lsk_metrics.screen import address, one_run
from lsk_metrics.screen.words import plain

NAME = "snapshot"  # in the address and, while the reader goes from page to page, in the session


def settle(current: str) -> str:
    """The snapshot of this run; of one that the address asks for and that is not there, the note tells."""
    asked = address.said(NAME) or st.session_state.get(NAME)
    if not asked:
        address.keep(NAME, "")
        return current
    try:
        found = kept.meant(asked).id
    except LskError:
        st.session_state.pop(NAME, None)
        address.keep(NAME, "")
        address.refuse(NAME, asked, [each.id for each in kept.history() if each.readable], kind="snapshot")
        return current
    st.session_state[NAME] = found
    address.keep(NAME, found)
    return found


def banner(shown: str) -> None:
    """On every page, where it is not the current snapshot that is shown: which it is, and the way back."""
    current = version()
    with st.container(key="as_of"):
        if shown != current:
            built = moment(kept.meant(shown).built_at)
            words = _("These pages show snapshot {snapshot}, built {moment}. It is not the current one.")
            st.warning(plain(words.format(snapshot=shown, moment=built)))
            st.button(_("Show the current snapshot"), key="as_of_back", on_click=come_back)


def come_back() -> None:
    """Leave the snapshot that was chosen; the address forgets it as well."""
    st.session_state.pop(NAME, None)
    one_run.turn(NAME, None)


def go(snapshot: str | None) -> None:
    """Show all pages as of this snapshot from the next run on."""
    if snapshot is None or snapshot == version():
        come_back()
    else:
        st.session_state[NAME] = snapshot
        one_run.turn(NAME, snapshot)
