"""Start-ups: how many, when, in which areas, what became of them, and the park many began in."""

import streamlit as st

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import narrowing, room
from lsk_metrics.screen.blocks import show
from lsk_metrics.screen.headlines import claimed, headlines
from lsk_metrics.screen.registers import statements

st.title(_("Start-ups"))
narrowing.choose("areas", "value_chains", "statuses")
headlines(
    [
        claimed("startups_2018", _("start-ups launched with seed funds")),
        claimed("park_companies", _("companies in the Life Science Park")),
        claimed("park_startups", _("of them start-ups")),
    ]
)
show("startups_cumulative", growth)
show("startups_launched", columns)
left, right = room.halves()
with left:
    show("startups_by_area", bars, narrows="areas")
with right:
    show("startups_by_status", bars, narrows="statuses")
st.header(_("The park and the seed fund"))
statements(
    ["jci_founded", "jci_venture", "park_buildings", "park_floor", "park_laboratories", "park_cost", "park_tenants"]
)
