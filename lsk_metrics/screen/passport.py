"""The passport of a figure: what is counted, why, from where and how, with the command that gives it again."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from lsk_metrics.indicators import Answer, particulars
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.labels import Card
from lsk_metrics.indicators.particulars import Particular
from lsk_metrics.language import gettext as _
from lsk_metrics.screen.words import plain


def over(found: Answer) -> None:
    """The passport over the page; Esc or a click beside it leads back to where one was."""
    st.dialog(_("Passport: {title}").format(title=plain(found.title)), width="large")(show)(found)


def show(found: Answer) -> None:
    """All of it, the same in the dialog and in the box under a figure."""
    st.html(f'<div class="passport">{listed(particulars.particulars(found))}</div>')
    heading(_("The same number in a terminal"))
    st.code(command(found), language=None, wrap_lines=True)
    heading(_("Where it comes from"))
    if found.sources:
        st.html(f'<div class="passport">{"".join(map(source, found.sources))}</div>')
        st.caption(_("Checksums of these files (SHA-256), as sha256sum writes and checks them:"))
        st.code(particulars.checksums(found), language=None, wrap_lines=True)
    heading(_("How it is computed"))
    st.caption(
        _("The query as it ran, in snapshot {snapshot}; the values of its parameters stand above it.").format(
            snapshot=plain(found.snapshot)
        )
    )
    st.code(particulars.asked(found), language="sql", wrap_lines=True)


def heading(words: str) -> None:
    st.html(f'<h4 class="passport-part">{escape(words)}</h4>')


def listed(told: Iterable[Particular]) -> str:
    """A definition list: on a wide place two columns, on a narrow one a single one."""
    return f"<dl>{''.join(map(entry, told))}</dl>"


def entry(one: Particular) -> str:
    words = "".join(f"<dd>{address(text)}</dd>" for text in one.words)
    return f"<div><dt>{escape(one.heading)}</dt>{words}</div>"


def address(text: str) -> str:
    """Text as it stands; one that is nothing but an address leads there."""
    safe = escape(text)
    if text.startswith(("https://", "http://")) and " " not in text:
        return f'<a href="{safe}" target="_blank" rel="noreferrer">{safe}</a>'
    return safe


def source(card: Card) -> str:
    return f"<h5>{escape(card.name())}</h5>{listed(particulars.source(card))}"
