"""Map: where the members, the start-ups, the money and the students are, and how the powiats differ."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import atlas, blocks, stage
from lsk_metrics.screen.years import choose_year

st.title(_("Where is it?"))
layer = atlas.choose_layer()
given = atlas.choose_groups(layer)
answer = blocks.asked(layer, given)
if not answer.rows:
    blocks.heading(answer)
    st.stop()
year = choose_year(answer)
shown = blocks.asked(layer, {**given, "last_year": str(year)})
with st.container(key="told"):
    blocks.heading(shown)
shape, streets = atlas.choose_shape(answer), atlas.choose_streets()
stage.show(answer, shown, year, given, shape, streets)
blocks.footing(shown)
place = atlas.choose_place(answer)
if place:
    atlas.profile(layer, place, given, year)
