"""Choices kept in the page's address by their codes, whatever language their names are shown in."""

from collections.abc import Sequence

import streamlit as st


def recall(name: str, options: Sequence[str], default: str) -> None:
    """Before a widget with this key: its value is what the address says, else what was chosen, else the default.

    The address wins only when it says something else than this page last wrote there: the reader came by a link, or
    went back. A value the address may not have is passed over.
    """
    said = st.query_params.get(name)
    if said in options and said != st.session_state.get(f"address_{name}"):
        st.session_state[name] = said
    elif st.session_state.get(name) not in options:
        st.session_state[name] = default


def recall_several(name: str, options: Sequence[str]) -> None:
    """The same for a widget of several values, which the address holds with commas between."""
    said = st.query_params.get(name)
    if said is not None and said != st.session_state.get(f"address_{name}"):
        st.session_state[name] = [code for code in said.split(",") if code in options]
    else:
        st.session_state[name] = [code for code in st.session_state.get(name, []) if code in options]


def write(name: str, default: str = "") -> None:
    """After the widget: its value goes into the address, unless it is the default."""
    value = st.session_state.get(name) or ""
    text = ",".join(value) if isinstance(value, list) else str(value)
    st.session_state[f"address_{name}"] = text
    if text and text != default:
        st.query_params[name] = text
    elif name in st.query_params:
        del st.query_params[name]
