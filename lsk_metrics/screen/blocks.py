"""What pages are made of. This module alone decides how a figure gets onto a page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.figures import Draw
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.svg import svg
from lsk_metrics.indicators import Answer, answer, units
from lsk_metrics.indicators.labels import as_of
from lsk_metrics.indicators.records import claim
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.screen import filters, reader, tables
from lsk_metrics.screen.words import badges, kind_name, plain, refusal

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage

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


def turn_to(page: StreamlitPage) -> None:
    """A page whole; what it cannot have, such as a table that an old snapshot lacks, is said in its place."""
    try:
        page.run()
    except LskError as reason:
        st.error(refusal(reason))


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
    origin = f"{found.period(rows[0])} · {'; '.join(dict.fromkeys(card.brief() for card in found.sources))}"
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


def institutions(rows: Sequence[Mapping[str, str]]) -> None:
    """Institutions of higher education in a place, each with its students, their year and the source."""
    titles = {"name": _("Institution"), "students": _("Students"), "year": _("Academic year"), "source": _("Source")}
    with st.expander(
        ngettext("{n} institution listed by name", "{n} institutions listed by name", len(rows)).format(
            n=number(len(rows))
        ),
        key="institutions",
    ):
        tables.of_rows(
            [{titles[key]: plain(value) for key, value in row.items()} for row in rows], alt=_("Institutions")
        )


def asked(name: str, given: Mapping[str, str] | None = None) -> Answer:
    """The answer for this page's snapshot and filters."""
    return answer(name, {**filters.kinds(), **(given or {})}, reader.snapshot())


def show(name: str, draw: Draw, given: Mapping[str, str] | None = None) -> None:
    """An indicator whole: question, sentence, badge, picture, source, caveats; table, download and query below."""
    try:
        found = asked(name, given)
    except LskError as reason:
        st.error(refusal(reason))
        return
    heading(found)
    if found.rows:
        picture(draw, found)
        footing(found)


def heading(found: Answer) -> None:
    """The question, and the sentence that answers it with the kinds of truth it rests on."""
    st.subheader(plain(found.question), anchor=found.indicator.id.replace("_", "-"))
    st.markdown(f"{plain(found.sentence)} {badges(found.kinds)}")
    if not found.rows:
        st.caption(why_empty(found))


def why_empty(found: Answer) -> str:
    """What a reader can do about an answer without rows."""
    whole = answer(found.indicator.id, {}, found.snapshot).rows
    if whole and filters.kinds() and all(row.kind == "illustrative" for row in whole):
        return _("The sample rows are hidden. They come back with the switch in the sidebar.")
    if whole:
        return _("There are figures for other years, places or groups.")
    if found.indicator.fetch:
        return how_to_fetch(found.indicator.fetch)
    return _("The data folder holds no rows for it.")


def how_to_fetch(service: str) -> str:
    """How figures that are not shipped come in, as Markdown."""
    said = _("These figures are not shipped with the dashboard. This command gets them over the network, once:")
    return f"{plain(said)} `lsk fetch {service}`"


def picture(draw: Draw, found: Answer) -> None:
    """The figure itself, with the sentence for those who cannot see it; a map as it is in a slide, to look at."""
    figure: Any = draw(found, reader.look())
    if isinstance(figure, Scene):
        reader.place_drawing(svg(figure, reader.look(), found.sentence), key=f"drawing_{found.indicator.id}")
        legend(figure)
    else:
        st.plotly_chart(figure, theme=None, config=QUIET, alt=found.sentence, key=f"figure_{found.indicator.id}")


def legend(drawn: Scene) -> None:
    """What the colours and sizes of a map stand for, in words."""
    keys = "".join(
        f'<li><span class="swatch" style="background:{key.fill}"></span>{escape(key.words)}'
        f"{f' <b>{escape(key.figure)}</b>' if key.figure else ''}</li>"
        for key in drawn.keys
    )
    note = f'<p class="scale">{escape(drawn.note)}</p>' if drawn.note else ""
    st.html(f'<ul class="legend">{keys}</ul>{note}')


def footing(found: Answer) -> None:
    """Unit, age, sources and caveats in small type, then what lies behind the picture."""
    sources = "; ".join(plain(card.citation()) for card in found.sources)
    label = ngettext("Source", "Sources", len(found.sources))
    told = " ".join(part for part in (f"{_('Unit')}: {plain(found.unit)}.", plain(as_of(found.sources))) if part)
    st.caption("  \n".join([f"{told} {label}: {sources}.", *map(plain, found.caveats)]))
    with st.expander(_("Table, download and query"), key=f"more_{found.indicator.id}"):
        details(found)


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
