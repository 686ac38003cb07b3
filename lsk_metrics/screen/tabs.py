"""Tabs whose choice is in the address by its code, as that of any other control."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from lsk_metrics.screen import address


def tabs(name: str, titles: Mapping[str, str]) -> Sequence[Any]:
    """Tabs by their codes and titles, the first open unless the address says another. Streamlit knows titles only."""
    codes = list(titles)
    widget = f"tabs_{name}_{'_'.join(codes)}"
    opened = codes[address.recall(name, codes, codes[0])]
    st.session_state[name], st.session_state[widget] = opened, titles[opened]

    def take() -> None:
        st.session_state[name] = next(code for code, title in titles.items() if title == st.session_state[widget])

    placed = st.tabs(list(titles.values()), key=widget, on_change=take)
    address.write(name, codes, codes[0])
    return placed
