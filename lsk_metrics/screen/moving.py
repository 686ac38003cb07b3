"""The interactive chart: the same description as Plotly shows it, once a reader has asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from lsk_metrics.screen import narrowing, tables

if TYPE_CHECKING:
    from collections.abc import Callable

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
        key=figure_key(found),
        on_select=on_click(found, narrows) if narrows else "ignore",
        selection_mode="points",
    )


def figure_key(found: Answer) -> str:
    """A figure that was clicked comes anew: Plotly would take the next click on the same bar for nothing chosen."""
    clicks = st.session_state.get(f"clicks_{found.key}", 0)
    return f"figure_{found.key}" + (f"_{clicks}" if clicks else "")


def on_click(found: Answer, narrows: str) -> Callable[[], None]:
    """What a click on an interactive figure does."""
    key, take_code = figure_key(found), narrowing.chooser(found, narrows)

    def clicked() -> None:
        if take_code and (code := code_of(st.session_state[key])):
            st.session_state[f"clicks_{found.key}"] = st.session_state.get(f"clicks_{found.key}", 0) + 1
            take_code(code)

    return clicked


def code_of(state: Any) -> str:
    """The code of the bar that was clicked; empty where the click chose nothing."""
    points = state["selection"]["points"]
    code = points[0].get("customdata", "") if points else ""
    return str(code[0] if isinstance(code, list | tuple) else code)
