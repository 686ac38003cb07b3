"""A plain Streamlit page with the same content, written the usual way: no cache, plotly_chart, pydeck_chart."""

import sys
from pathlib import Path

import streamlit as st

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from dashboards.content import CHOICES, FIRST, MAPS, Choice, figures, given, never_compared, parts, years  # noqa: E402
from lsk_metrics.figures.deck import deck  # noqa: E402
from lsk_metrics.figures.theme import LIGHT  # noqa: E402
from lsk_metrics.figures.towns import towns  # noqa: E402
from lsk_metrics.indicators import answer, version  # noqa: E402
from lsk_metrics.indicators.asking import asked  # noqa: E402
from lsk_metrics.indicators.groups import codes  # noqa: E402

st.set_page_config(layout="wide")
page = st.query_params.get("page", "overview")
st.title(page.title())
asked.cache_clear()  # a plain page asks its database on each run
choice = CHOICES[0]
if page == "peers":
    name = st.selectbox("Indicator", [FIRST, "tertiary_attainment", *never_compared()])
    known = years(answer(str(name), {"peers": "partners"}))
    choice = Choice(str(name), str(st.selectbox("Year", known[::-1])))
elif "changes" in st.query_params:
    choice = Choice(area=st.selectbox("Area", ["", *codes(version(), "areas")]))
headlines = figures(page)
for column, (said, value) in zip(st.columns(len(headlines)) if headlines else [], headlines, strict=True):
    column.metric(said, value)
for at, (found, draw) in enumerate(parts(page, choice)):
    st.subheader(found.question)
    st.write(found.sentence.replace("$", "\\$"))
    st.plotly_chart(draw(found, LIGHT), key=f"f{at}")
    st.caption("; ".join(card.citation() for card in found.sources) + "  \n" + "  \n".join(found.caveats))
if page in MAPS:
    found = answer(MAPS[page], given(MAPS[page], choice))
    span = sorted({row.year for row in found.rows})
    year = int(st.select_slider("Year", [str(each) for each in span], str(span[-1]))) if page == "map" else span[-1]
    shown = answer(MAPS[page], {**given(MAPS[page], choice), "last_year": str(year)})
    st.subheader(shown.question)
    st.write(shown.sentence)
    st.pydeck_chart(deck(towns(found, LIGHT, year), LIGHT))
