"""The Snapshots tab: which are kept, as of which one to read, and rolling readers back to one."""

import streamlit as st

from lsk_metrics.errors import CommandUnfinished
from lsk_metrics.indicators import kept
from lsk_metrics.indicators.kept import Kept
from lsk_metrics.language import gettext as _
from lsk_metrics.language import moment
from lsk_metrics.screen import as_of, command, editors, reader, states, tables
from lsk_metrics.screen.words import plain

ROLLBACK_S = 120.0


def listed() -> None:
    """Snapshots on this machine, newest first."""
    rows = [
        {
            _("Snapshot"): f"`{each.id}`",
            _("Built"): plain(moment(each.built_at)),
            _("Size"): _("{n} MB").format(n=each.size),
            _("Program"): plain(each.program) if each.readable else "–",
            _("State"): state(each),
            _("Marked as"): plain(each.mark) or "–",
        }
        for each in kept.history()
    ]
    tables.of_rows(rows, alt=_("Snapshots"))


def state(snapshot: Kept) -> str:
    if not snapshot.readable:
        return _("cannot be read")
    if snapshot.restored:
        return _("made again from a review pack")
    if snapshot.pinned:
        return _("current, held by a roll-back")
    if snapshot.current:
        return _("current")
    return _("published last, not shown") if snapshot.latest else _("kept")


def readable() -> dict[str, str]:
    """Snapshots that can be read, newest first, each with its words in a list."""
    return {
        each.id: f"{moment(each.built_at)} · {each.id}" + (f" ({_('current')})" if each.current else "")
        for each in kept.history()
        if each.readable
    }


def choose() -> None:
    """As of which snapshot all pages are shown to this reader; it goes into the address."""
    found = readable()
    st.subheader(_("Read an earlier snapshot"), anchor="as-of")
    st.markdown(plain(_("All pages can be shown as they were; the address keeps the choice and can be passed on.")))
    if reader.snapshot() in found:
        st.session_state["as_of_choice"] = reader.snapshot()
    st.selectbox(
        _("Pages as of"),
        list(found),
        format_func=lambda name: found.get(name, name),
        key="as_of_choice",
        on_change=lambda: as_of.go(st.session_state["as_of_choice"]),
    )


def roll_back() -> None:
    """Hold every reader at one snapshot, or let them come forward; only for an editor who is signed in."""
    found = kept.history()
    held = next((each for each in found if each.pinned), None)
    st.subheader(_("Roll back"), anchor="roll-back")
    if held:
        st.info(plain(held_at(held)))
    else:
        words = _("A roll-back shows an earlier snapshot to all readers, and holds them there until it is ended.")
        st.markdown(plain(words))
    if refused := st.session_state.pop("rollback_refused", None):  # also to who is no editor any more
        states.refused(refused)
    if editors.editor() is None:
        words = _(
            "It is done by an editor who is signed in, or on the machine that runs the dashboard: “lsk rollback ID”, "
            "“lsk rollback --forward”."
        )
        st.info(plain(words))
        return
    if held:
        confirm(_("End the roll-back"), _("All readers will see the snapshot published last."), "--forward")
    names = {name: words for name, words in readable().items() if not held or name != held.id}
    if names:
        box = _("Snapshot to go back to")
        chosen = st.selectbox(
            box, list(names), index=None, format_func=names.__getitem__, key="rollback_to", placeholder=_("Choose one")
        )
        if chosen:
            words = _("All readers will see snapshot {snapshot}, and none that is built later.")
            confirm(_("Roll back to it"), words.format(snapshot=chosen), chosen)


def held_at(held: Kept) -> str:
    """What a reader is told while a roll-back holds everybody."""
    words = _("All readers are held at snapshot {snapshot}, built {moment}. Later ones are kept, but not shown.")
    return words.format(snapshot=held.id, moment=moment(held.built_at))


def confirm(words: str, warning: str, argument: str) -> None:
    """A button that says what will happen, and only then another that does it."""
    with st.popover(words):
        st.markdown(plain(warning))
        st.button(
            _("Yes, for all readers"), type="primary", key=f"rollback_{argument}", on_click=moved, args=[argument]
        )


def moved(argument: str) -> None:
    """Through the command line's door: this wing never writes."""
    if editors.editor() is None:  # asked again: a message to the server can press a button that nobody sees
        st.session_state["rollback_refused"] = _("Nothing was changed: you are not signed in as an editor.")
        return
    try:
        done = command.run("rollback", argument, "--format", "json", seconds=ROLLBACK_S)
    except CommandUnfinished as reason:
        st.session_state["rollback_refused"] = str(reason)
        return
    if done.code:
        st.session_state["rollback_refused"] = done.said
    else:
        as_of.come_back()
