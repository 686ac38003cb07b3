"""The year of the map, moved by hand or played: the drawing follows in the browser before the server hears of it."""

from pathlib import Path

import streamlit as st

from lsk_metrics.indicators import Answer, units
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address
from lsk_metrics.screen.heard import heard

# Streamlit's own slider asks the server for every step, and moves only when the reader moves it.
_years = st.components.v2.component(
    "years", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"), isolate_styles=False
)


def choose_year(answer: Answer) -> int:
    """A year of the answer; the address says the one at which the reader stopped."""
    options = [str(year) for year in years(answer)]
    if len(options) < 2:
        return int(options[-1])
    shown = options[address.recall("year", options, options[-1])]
    st.session_state["year"] = shown
    data = {
        "years": options,
        "labels": [units.period(int(year), answer.indicator.years) for year in options],
        "year": shown,
        "name": _("Year"),
        "play": _("Play"),
        "stop": _("Stop"),
    }
    _years(data=data, key="years", on_year_change=moved)
    address.write("year", options, options[-1])
    return int(shown)


def years(answer: Answer) -> list[int]:
    return sorted({row.year for row in answer.rows})


def moved() -> None:
    """The reader stopped at another year."""
    if told := heard("years", "year"):
        st.session_state["year"] = told
