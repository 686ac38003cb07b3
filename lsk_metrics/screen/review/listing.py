"""A review on its page: what it is, its figures in their order with their sentences, and the way to the same again."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.reviews import OWN, story
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext
from lsk_metrics.screen import comments
from lsk_metrics.screen.words import plain

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.reviews import Review


def head(found: Review) -> None:
    """What this review is, in one line, and what must be known of it as a whole."""
    st.title(plain(found.title))
    count = ngettext("{n} figure", "{n} figures", len(found.answers)).format(n=len(found.answers))
    if found.story != OWN:
        st.html(f'<p class="lead">{escape(story(found.story, found.snapshot).purpose)}</p>')
    st.caption(plain(" · ".join([count, found.date, f"{_('Snapshot')} {found.snapshot}"])))


def figures(found: Review) -> None:
    """Every figure as it will be shown: its question, its sentence and the kinds of truth it rests on."""
    st.header(_("What it says"))
    st.html(f'<ol class="story">{"".join(map(line, found.answers))}</ol>')
    comments.on(*dict.fromkeys(each.indicator for each in found.steps))


def line(found: Answer) -> str:
    badges = "".join(f' <span class="kind {kind}">{escape(kind_name(kind))}</span>' for kind in found.kinds)
    return f"<li><small>{escape(found.question)}</small><p>{escape(found.sentence)}{badges}</p></li>"


def again(found: Review) -> None:
    """The link and the command that give exactly this: figures, filters, day, language and snapshot."""
    st.markdown(
        plain(_("This address opens exactly this review, as long as the snapshot is kept; mark it so that it stays:"))
    )
    mark = f'lsk snapshots mark {found.snapshot} "{found.id}"'
    st.code("\n".join([found.link, found.command, mark]), language=None, wrap_lines=True)
    words = _("Number of this review: {id}. Once its files are made, /review?pack={id} opens it.")
    st.caption(plain(words.format(id=found.id)))
