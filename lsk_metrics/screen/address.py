"""Choices kept in the page's address by their codes, whatever language their names are shown in."""

from collections.abc import Sequence

import streamlit as st


def recall(name: str, options: Sequence[str], default: str) -> int:
    """Before a widget with this key: what the address says, else what was chosen; gives the place of its default.

    The address wins only when it says something else than this page last wrote there: the reader came by a link, or
    went back. A value the address may not have is passed over. The default goes to the widget itself, as its index: a
    browser that meets a widget in an interrupted run would otherwise show its first option.
    """
    said = st.query_params.get(name)
    if said in options and said != st.session_state.get(f"address_{name}"):
        st.session_state[name] = said
    elif name in st.session_state and st.session_state[name] not in options:
        del st.session_state[name]
    return list(options).index(default)


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
