"""Targets: which are on track, which need attention, by which rule, and the way to each of them."""

import streamlit as st

from lsk_metrics.figures.target import target
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import blocks, comments
from lsk_metrics.screen.board import choosing, files, rows, rules

found = choosing.statuses()
st.title(rows.finding(found))
rows.introduce(found)
if not found:
    st.stop()
rows.table(choosing.ordered(found))
files.row(found)
with st.container(key="way"):
    st.header(_("The way to a target"))
    chosen = choosing.target(found)
blocks.show(chosen.indicator.id, target, {"target": chosen.target.id})
comments.on(chosen.indicator.id)
st.header(_("How a status comes about"))
rules.told(found)
