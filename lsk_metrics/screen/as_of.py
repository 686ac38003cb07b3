"""As of which snapshot a reader sees the pages: the current one, or an older one that the address names."""

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import kept, refusals, shown
from lsk_metrics.language import gettext as _
from lsk_metrics.language import moment
from lsk_metrics.screen import address, one_run
from lsk_metrics.screen.words import plain

NAME = "snapshot"  # in the address and, while the reader goes from page to page, in the session


def settle(current: str) -> str:
    """The snapshot of this run; of one that the address asks for and that is not there, the note tells."""
    if not (asked := reader_asks()):
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


def reader_asks() -> str:
    """The snapshot that the address or an act on a page asks for; empty for the current one."""
    return str(address.said(NAME) or st.session_state.get(NAME) or "")


def banner(seen: str) -> None:
    """On every page, where the current snapshot is not shown: why, or which it is and the way back."""
    current, why = shown()
    with st.container(key="as_of"):
        if why is not None:
            words = _("These pages show the last good snapshot, built {moment}.")
            st.warning(plain(f"{words.format(moment=moment(kept.meant(current).built_at))} {refusals.told(why)}"))
        if seen != current:
            built = moment(kept.meant(seen).built_at)
            words = _("These pages show snapshot {snapshot}, built {moment}. It is not the current one.")
            st.warning(plain(words.format(snapshot=seen, moment=built)))
            st.button(_("Show the current snapshot"), key="as_of_back", on_click=come_back)


def lost(seen: str) -> bool:
    """Whether the snapshot of this run turned out to be damaged in it, and the next run shows another."""
    return not st.session_state.get(NAME) and shown().snapshot != seen and shown().why is not None


def come_back() -> None:
    """Leave the snapshot that was chosen; the address forgets it as well."""
    st.session_state.pop(NAME, None)
    one_run.turn(NAME, None)


def go(snapshot: str | None) -> None:
    """Show all pages as of this snapshot from the next run on."""
    if snapshot is None or snapshot == shown().snapshot:
        come_back()
    else:
        st.session_state[NAME] = snapshot
        one_run.turn(NAME, snapshot)
