"""A plain Streamlit page with the same content, written the usual way: no cache, plotly_chart, pydeck_chart."""

import sys
from pathlib import Path

import streamlit as st

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from dashboards.content import CHOICES, HEADLINES, MAPS, parts  # noqa: E402
from lsk_metrics.figures.deck import deck  # noqa: E402
from lsk_metrics.figures.theme import LIGHT  # noqa: E402
from lsk_metrics.figures.towns import towns  # noqa: E402
from lsk_metrics.indicators import answer  # noqa: E402
from lsk_metrics.indicators.asking import asked  # noqa: E402
from lsk_metrics.indicators.records import claim  # noqa: E402

st.set_page_config(layout="wide")
page = st.query_params.get("page", "overview")
st.title(page.title())
chosen = st.selectbox("Indicator", CHOICES) if page == "peers" else CHOICES[0]
asked.cache_clear()  # a plain page asks its database on each run
snapshot = answer("members").snapshot
headlines = HEADLINES.get(page, [])
for column, name in zip(st.columns(len(headlines)) if headlines else [], headlines, strict=True):
    found = claim(name, snapshot)
    column.metric(found.text(), found.figure())
for at, (name, draw, given) in enumerate(parts(page, str(chosen))):
    told = answer(name, given)
    st.subheader(told.question)
    st.write(told.sentence)
    st.plotly_chart(draw(told, LIGHT), key=f"f{at}")
    st.caption("; ".join(card.citation() for card in told.sources) + "  \n" + "  \n".join(told.caveats))
if page in MAPS:
    told = answer(MAPS[page])
    st.subheader(told.question)
    st.write(told.sentence)
    st.pydeck_chart(deck(towns(told, LIGHT), LIGHT))
