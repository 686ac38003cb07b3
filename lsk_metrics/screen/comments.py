"""Comments of the board on a page: what was said about an indicator or a status, by whom and when."""

import streamlit as st

from lsk_metrics.indicators import comments
from lsk_metrics.indicators.comments import Comment
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.screen import reader
from lsk_metrics.screen.words import plain

SHOWN = 50


def on(*names: str) -> None:
    """What was said about these indicators or criteria, the newest first; nothing where nobody has."""
    for each in comments.on(snapshot=reader.snapshot()):
        if each.indicator in names:
            st.markdown(told(each))


def everywhere() -> None:
    """All comments, the newest first, and how one is written."""
    st.header(_("Comments"), anchor="comments")
    found = comments.on(snapshot=reader.snapshot())
    if not found:
        st.markdown(plain(_("Nobody has commented yet.")))
    for each in found[:SHOWN]:
        st.markdown(told(each))
    if (more := len(found) - SHOWN) > 0:
        words = ngettext("{n} older comment: {command}", "{n} older comments: {command}", more)
        st.caption(plain(words.format(n=number(more), command="lsk comment list")))
    if broken := comments.damaged():
        words = ngettext(
            "{n} line of the file of comments cannot be read.",
            "{n} lines of the file of comments cannot be read.",
            broken,
        )
        st.caption(plain(words.format(n=number(broken))))
    st.caption(plain(_("A comment is written on the machine that runs the dashboard:")))
    st.code('lsk comment add members "…" --author "…"', language=None, wrap_lines=True)


def told(each: Comment) -> str:
    return f"**{plain(each.title)}**  \n{plain(each.text)}  \n:small[{plain(each.signed())}]"
