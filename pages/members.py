"""Members: how many, since when, of which kind, and what they work on."""

import streamlit as st

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.language import gettext as _
from lsk_metrics.screen.blocks import show

st.title(_("Members"))
show("members", growth)
left, right = st.columns(2, gap="large")
with left:
    show("members_by_type", bars)
with right:
    show("members_joined", columns)
left, right = st.columns(2, gap="large")
with left:
    show("members_by_area", bars)
with right:
    show("members_by_value_chain", bars)
