"""Who is in a place, by name: members and start-ups, and the institutions of higher education."""

from collections.abc import Mapping, Sequence

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number
from lsk_metrics.screen import tables
from lsk_metrics.screen.words import plain


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
