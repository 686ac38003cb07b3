"""Members: how many, since when, of which kind, and what they work on."""

import streamlit as st

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import narrowing, room
from lsk_metrics.screen.blocks import show

st.title(_("Members"))
narrowing.choose("member_types", "areas", "value_chains")
show("members", growth)
left, right = room.halves()
with left:
    show("members_by_type", bars, narrows="member_types")
with right:
    show("members_joined", columns)
left, right = room.halves()
with left:
    show("members_by_area", bars, narrows="areas")
with right:
    show("members_by_value_chain", bars, narrows="value_chains")
