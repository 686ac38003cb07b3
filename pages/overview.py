"""Overview: how large the cluster is, how fast it grew, where the money went, and where it all is."""

import streamlit as st

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.towns import towns
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import narrowing, room
from lsk_metrics.screen.blocks import show
from lsk_metrics.screen.headlines import claimed, headlines

before, now = claimed("members_2006"), claimed("members_2018")
growth_in_words = _("{n} at the start, in {year}").format(n=before.value, year=before.year)
st.title(_("From {before} members to {now}").format(before=before.value, now=now.value))
narrowing.choose("member_types", "areas", "value_chains")
headlines(
    [
        claimed(
            "members_2018", _("members"), _("{n} at the start, in {year}").format(n=before.value, year=before.year)
        ),
        claimed("investment_infrastructure", _("put into R&D infrastructure")),
        claimed("investment_projects", _("put into R&D and projects")),
        claimed("startups_2018", _("start-ups launched with seed funds")),
    ]
)
show("members", growth)
left, right = room.halves()
with left:
    show("investment_by_kind", bars)
with right:
    show("members_by_type", bars, narrows="member_types")
show("members_by_town", towns)
