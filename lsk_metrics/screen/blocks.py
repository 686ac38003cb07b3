"""What pages are made of. This module alone decides how a figure gets onto a page."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.figures import Draw
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.svg import svg
from lsk_metrics.indicators import Answer, answer, units
from lsk_metrics.indicators.records import claim
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
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


def claimed(name: str, label: str = "", detail: str = "") -> Headline:
    """A published claim as a headline; its date and source stand below it."""
    found = claim(name, reader.snapshot())
    origin = f"{found.dated()} · {found.source.brief()}"
    return Headline(found.figure(), label, detail or found.warning(), found.source.kind, origin, found.dated())


def headlines(figures: Sequence[Headline]) -> None:
    """Large figures in a row, the kind of truth said and shown by the line above each."""
    parts = "".join(
        f'<div class="{figure.kind}"><dt>{escape(figure.name)}</dt><dd class="value">{large(figure.value)}</dd>'
        f'<dd class="detail">{escape(figure.detail)}</dd>'
        f'<dd class="origin">{escape(kind_name(figure.kind))} · {escape(figure.origin)}</dd></div>'
        for figure in figures
    )
    st.html(f'<dl class="headlines">{parts}</dl>')


def large(value: str) -> str:
    """A value as HTML, a unit in words after the number smaller than it: 207 mln euro."""
    unit = re.search(r"\s[^\d\s][\w\s]*$", value)
    if not unit:
        return escape(value)
    return f'{escape(value[: unit.start()])}<span class="unit">{escape(unit.group())}</span>'


def latest(found: Answer) -> Headline:
    """The last figure of an answer about one place, its groups added up where they may be."""
    year = max(row.year for row in found.rows)
    rows = [row for row in found.rows if row.year == year]
    total = sum(row.value or 0.0 for row in rows)
    value = units.figure(total, found.indicator.unit, found.indicator.decimals, rows[0].flag)
    origin = f"{found.period(rows[0])} · {'; '.join(card.brief() for card in found.sources)}"
    return Headline(value, found.title, "", found.kind or "published", origin)


def people(count: int, rows: Sequence[Mapping[str, str]]) -> None:
    """Who is in a place: members and start-ups, group by group; of very many the first."""
    with st.expander(ngettext("{n} organisation", "{n} organisations", count).format(n=number(count)), key="people"):
        if count > len(rows):
            st.caption(_("The first {n} are listed.").format(n=number(len(rows))))
        names = {"name": _("Name"), "what": _("What"), "area": _("Area of interest"), "since": _("Since")}
        tables.of_rows(
            [{names[key]: plain(value) for key, value in row.items()} for row in rows], alt=_("Organisations")
        )


def asked(name: str, given: Mapping[str, str] | None = None) -> Answer:
    """The answer for this page's snapshot and filters."""
    return answer(name, {**filters.kinds(), **(given or {})}, reader.snapshot())


def show(name: str, draw: Draw, given: Mapping[str, str] | None = None, above: Collection[str] = ()) -> None:
    """An indicator whole: question, sentence, badge, picture, source, caveats; table, download and query below.

    Caveats that stand above already are pointed to, and said again beside the table.
    """
    try:
        found = asked(name, given)
    except LskError as reason:
        st.error(plain(str(reason)))
        return
    heading(found)
    if any(row.value is not None for row in found.rows):
        picture(draw, found)
    if found.rows:
        footing(found, above)


def heading(found: Answer) -> None:
    """The question, and the sentence that answers it with the kinds of truth it rests on."""
    st.subheader(plain(found.question), anchor=found.key.replace("_", "-"))
    st.markdown(f"{plain(found.sentence)} {badges(found.kinds)}")
    if not found.rows and filters.kinds():
        st.caption(_("The sample rows are hidden. They come back with the switch in the sidebar."))


def picture(draw: Draw, found: Answer) -> None:
    """The figure itself, with the sentence for those who cannot see it; a map as it is in a slide, to look at."""
    figure: Any = draw(found, reader.look())
    if isinstance(figure, Scene):
        reader.place_drawing(svg(figure, reader.look(), found.sentence), key=f"drawing_{found.key}")
        legend(figure)
    else:
        st.plotly_chart(figure, theme=None, config=QUIET, alt=found.sentence, key=f"figure_{found.key}")


def legend(drawn: Scene) -> None:
    """What the colours and sizes of a map stand for, in words."""
    keys = "".join(
        f'<li><span class="swatch" style="background:{key.fill}"></span>{escape(key.words)}'
        f"{f' <b>{escape(key.figure)}</b>' if key.figure else ''}</li>"
        for key in drawn.keys
    )
    note = f'<p class="scale">{escape(drawn.note)}</p>' if drawn.note else ""
    st.html(f'<ul class="legend">{keys}</ul>{note}')


def footing(found: Answer, above: Collection[str] = ()) -> None:
    """Unit, sources and caveats in small type, then what lies behind the picture."""
    said = [words for words in found.caveats if words not in above]
    if len(said) < len(found.caveats):
        said.append(_("What stands under the first figure of this page holds here too."))
    sources = "; ".join(plain(card.citation()) for card in found.sources)
    label = ngettext("Source", "Sources", len(found.sources))
    st.caption("  \n".join([f"{_('Unit')}: {plain(found.unit)}. {label}: {sources}.", *map(plain, said)]))
    with st.expander(_("Table, download and query"), key=f"more_{found.key}"):
        details(found, [words for words in found.caveats if words in above])


def details(found: Answer, caveats: Sequence[str] = ()) -> None:
    tables.of_answer(found)
    if caveats:
        st.caption("  \n".join(map(plain, caveats)))
    st.download_button(
        _("Download as CSV"),
        lambda: tables.comma_separated(found),
        on_click="ignore",
        file_name=f"{found.key}-{found.snapshot}.csv",
        mime="text/csv",
        key=f"csv_{found.key}",
    )
    st.caption(_("How it is computed, in snapshot {snapshot}:").format(snapshot=found.snapshot))
    st.code(found.sql, language="sql", wrap_lines=True)
