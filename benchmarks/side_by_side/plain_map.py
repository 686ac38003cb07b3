"""The Map page as Streamlit pages are usually written: `st.pydeck_chart` in a script that runs whole for every act."""

import time

import streamlit as st

from lsk_metrics.figures.deck import deck
from lsk_metrics.figures.sight import HEIGHT
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer, groups, indicator, indicators, version

st.set_page_config(page_title="Map", layout="wide")
st.title("Where is it?")
layers = [each.id for each in indicators() if each.places == "towns"]
layer = st.selectbox("What to show", layers, index=layers.index("members_by_town"))
known = indicator(layer).filters
given = {}
for column, name in zip(st.columns(len(known)) if known else [], known, strict=True):
    with column:
        if codes := st.multiselect(groups.title(name), list(groups.names(version(), name))):
            given[name] = ",".join(codes)
found = answer(layer, given)
years = sorted({row.year for row in found.rows})
playing = st.session_state.get("playing", False)
if playing:
    later = [each for each in years if each > st.session_state.get("year", years[0])]
    st.session_state["year"] = later[0] if later else years[-1]
    playing = st.session_state["playing"] = len(later) > 1
year = st.select_slider("Year", years, value=years[-1], key="year")


def play() -> None:
    st.session_state["playing"], st.session_state["year"] = True, years[0]


st.button("Play", on_click=play)
shown = answer(layer, {**given, "last_year": str(year)})
st.subheader(shown.question)
st.markdown(shown.sentence)
scene = towns(found, LIGHT, year)
st.pydeck_chart(deck(scene, LIGHT), height=HEIGHT, key="map")
st.markdown(" · ".join(f"{key.words} {key.figure}" for key in scene.keys))
st.caption("; ".join(card.citation() for card in shown.sources))
if playing:
    time.sleep(0.05)
    st.rerun()
