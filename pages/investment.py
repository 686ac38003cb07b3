"""Investment: what went into infrastructure and projects, when, and how the region spends on research."""

import streamlit as st

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.lines import lines
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import narrowing, room
from lsk_metrics.screen.blocks import show
from lsk_metrics.screen.headlines import claimed, headlines

st.title(_("Investment"))
narrowing.choose("purposes", "member_types", "areas", "value_chains")
headlines(
    [
        claimed("investment_infrastructure", _("put into R&D infrastructure")),
        claimed("investment_projects", _("put into R&D and projects")),
    ]
)
show("investment_by_kind", bars, narrows="purposes")
left, right = room.halves()
with left:
    show("investment_by_year", columns)
with right:
    show("investment_cumulative", lines)
st.header(_("Research spending in the region"))
show("gerd_share_of_gdp", lines)
left, right = room.halves()
with left:
    show("business_rd_share_of_gdp", lines)
with right:
    show("gerd_eur_m", lines)
