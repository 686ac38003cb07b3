"""Ecosystem: the quadruple helix, what the cluster works on, who teaches and studies, and the partners abroad."""

import streamlit as st

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.lines import lines
from lsk_metrics.indicators import indicator
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import atlas, filters, narrowing, registers, room
from lsk_metrics.screen.blocks import asked, show
from lsk_metrics.screen.headlines import claimed, headlines

st.title(_("Ecosystem"))
narrowing.choose("areas", "value_chains", "member_types")
public, private, share = claimed("institutions_public"), claimed("institutions_private"), claimed("students_share")
kinds_of_institution = _("{public} public and {private} private").format(public=public.value, private=private.value)
headlines(
    [
        claimed("institutions", _("institutions of higher education"), kinds_of_institution),
        claimed("staff", _("people employed there")),
        claimed("students", _("students, {share} of the country's").format(share=share.value)),
        claimed("partner_regions", _("partner regions in Europe")),
    ]
)
left, right = room.halves()
with left:
    show("members_by_helix", bars, narrows="areas")
with right:
    st.subheader(_("What are the areas of interest?"))
    registers.areas()
st.subheader(_("Which value chains does the cluster work in?"))
registers.value_chains()
left, right = room.halves()
with left:
    show("students", lines)
with right:
    show("students_by_institution", bars)
st.subheader(_("Who are the partners?"))
registers.partners()
registers.statements(
    ["partner_countries", "key_national_cluster", "key_cluster_since", "key_cluster_2015", "smart_growth"]
)
st.header(_("The region in figures"))
name = filters.open_indicator()
narrowing.choose_place(asked(name), by_click=filters.ranked(name))
if filters.ranked(name):
    show(name, bars, narrows=indicator(name).places or "")
    atlas.lead_to_the_map(name)
else:
    show(name, lines)
