"""Peers: where the region stands among others, whether that is changing, and whether the comparison holds."""

import streamlit as st

from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.ranges import ranges
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.standing import differences, pace, ranking
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import blocks, comparing, peering
from lsk_metrics.screen.comparing import compare

st.title(comparing.title())
name, given = peering.choose()
course = blocks.asked(name, given)
until = peering.choose_year(course)
compare(name, ranking, {**given, **until, "view": "ranking"})
blocks.show(name, lines, given)
left, right = st.columns(2, gap="large")
with left:
    compare(name, differences, {**given, **until, "view": "gap_leader"})
with right:
    compare(name, differences, {**given, **until, "view": "gap_union"})
st.header(_("Is that changing?"))
left, right = st.columns(2, gap="large")
with left:
    period = peering.choose_period(course)
    compare(name, differences, {**given, **period, "view": "change"})
with right:
    target = peering.choose_target(course)
    compare(name, pace, {**given, **target, "view": "pace"})
st.header(_("Does the comparison hold?"))
comparing.choice_explained(given)
comparing.beside(name, scatter, given)
comparing.composite(ranges, given)
