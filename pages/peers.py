"""Peers: where the region stands among others, whether that is changing, and whether the comparison holds."""

import streamlit as st

from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.pace import pace
from lsk_metrics.figures.ranges import ranges
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.standing import differences, ranking
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import blocks, comparing, narrowing, peering, room
from lsk_metrics.screen.comparing import compare

st.title(comparing.title())
name, given, until = peering.choose()
narrowing.choose_place(blocks.asked(name, given))
top = {**given, **until, "view": "ranking"}
compare(name, ranking, top)
comparing.course(name, lines, given, top)
comparing.distances_to(name, differences, {**given, **until}, top)
st.header(_("Is that changing?"))
course = blocks.asked(name, given)
left, right = room.halves()
with left:
    compare(name, differences, {**given, **peering.choose_period(course), "view": "change"}, top)
with right:
    compare(name, pace, {**given, **peering.choose_target(course), "view": "pace"}, top)
st.header(_("Does the comparison hold?"))
comparing.choice_explained(given)
comparing.beside(name, scatter, given)
comparing.composite(ranges, given)
