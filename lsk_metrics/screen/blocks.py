"""What pages are made of. This module alone decides how a figure gets onto a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.figures import Draw
from lsk_metrics.figures.maps import HEIGHT
from lsk_metrics.indicators import Answer, answer
from lsk_metrics.indicators.records import claim
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext
from lsk_metrics.screen import filters, reader, tables
from lsk_metrics.screen.words import badges, kind_name, plain

QUIET = {"displayModeBar": False, "scrollZoom": False, "locale": "en"}


@dataclass(frozen=True)
class Headline:
    """One large figure: value as written, what it is, what must be said with it, its kind and its source."""

    value: str
    name: str
    detail: str
    kind: str
    origin: str
    year: str = ""


def dress() -> None:
    """The style sheet, once on each page."""
    st.html(Path(__file__).with_name("style.css"))


def lead(text: str) -> None:
    """The one finding a page opens on."""
    st.html(f'<p class="lead">{escape(text)}</p>')


def claimed(name: str, label: str = "", detail: str = "") -> Headline:
    """A published claim as a headline; its date and source stand below it."""
    found = claim(name, reader.snapshot())
    origin = f"{found.dated()} · {found.source.brief()}"
    return Headline(found.figure(), label, detail or found.warning(), found.source.kind, origin, found.dated())


def headlines(figures: Sequence[Headline]) -> None:
    """Large figures in a row, the kind of truth said and shown by the line above each."""
    parts = "".join(
        f'<div class="{figure.kind}"><dt>{escape(figure.name)}</dt><dd class="value">{escape(figure.value)}</dd>'
        f'<dd class="detail">{escape(figure.detail)}</dd>'
        f'<dd class="origin">{escape(kind_name(figure.kind))} · {escape(figure.origin)}</dd></div>'
        for figure in figures
    )
    st.html(f'<dl class="headlines">{parts}</dl>')


def asked(name: str, given: Mapping[str, str] | None = None) -> Answer:
    """The answer for this page's snapshot and filters."""
    return answer(name, {**filters.kinds(), **(given or {})}, reader.snapshot())


def show(name: str, draw: Draw, given: Mapping[str, str] | None = None) -> None:
    """An indicator whole: question, sentence, badge, picture, source, caveats; table, download and query below."""
    try:
        found = asked(name, given)
    except LskError as reason:
        st.error(plain(str(reason)))
        return
    st.subheader(plain(found.question), anchor=name.replace("_", "-"))
    st.markdown(f"{plain(found.sentence)} {badges(found.kinds)}")
    if not found.rows:
        st.caption(_("The sample rows are hidden. They come back with the switch in the sidebar."))
        return
    picture(draw, found)
    sources = "; ".join(plain(card.citation()) for card in found.sources)
    label = ngettext("Source", "Sources", len(found.sources))
    st.caption("  \n".join([f"{_('Unit')}: {plain(found.unit)}. {label}: {sources}.", *map(plain, found.caveats)]))
    with st.expander(_("Table, download and query"), key=f"more_{name}"):
        details(found)


def picture(draw: Draw, found: Answer) -> None:
    """The figure itself, with the sentence for those who cannot see it."""
    figure: Any = draw(found, reader.look())
    if type(figure).__module__.startswith("pydeck"):
        st.pydeck_chart(figure, height=HEIGHT, alt=found.sentence, key=f"map_{found.indicator.id}")
    else:
        st.plotly_chart(figure, theme=None, config=QUIET, alt=found.sentence, key=f"figure_{found.indicator.id}")


def details(found: Answer) -> None:
    tables.of_answer(found)
    st.download_button(
        _("Download as CSV"),
        lambda: tables.comma_separated(found),
        on_click="ignore",
        file_name=f"{found.indicator.id}-{found.snapshot}.csv",
        mime="text/csv",
        key=f"csv_{found.indicator.id}",
    )
    st.caption(_("How it is computed, in snapshot {snapshot}:").format(snapshot=found.snapshot))
    st.code(found.sql, language="sql", wrap_lines=True)
