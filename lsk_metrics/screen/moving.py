"""The interactive chart: the same description as Plotly shows it, once a reader has asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.screen import narrowing, tables

if TYPE_CHECKING:
    from lsk_metrics.figures import Description
    from lsk_metrics.indicators import Answer

QUIET = {"displayModeBar": False, "scrollZoom": False, "locale": "en"}


def moves(found: Answer) -> bool:
    """Whether the reader asked for this figure's interactive chart."""
    return bool(st.session_state.get(f"interactive_{found.key}"))


def turn(found: Answer) -> None:
    """From the drawing to the interactive chart and back."""
    st.session_state[f"interactive_{found.key}"] = not moves(found)


def interactive(figure: Description, found: Answer, narrows: str) -> None:
    """The chart, which chooses what is clicked as the drawing does."""
    tables.pandas()
    st.plotly_chart(
        figure,
        theme=None,
        config=QUIET,
        alt=found.sentence,
        key=narrowing.figure_key(found),
        on_select=narrowing.on_click(found, narrows) if narrows else "ignore",
        selection_mode="points",
    )
