"""Choices kept in the page's address by their codes, whatever language their names are shown in."""

from collections.abc import Sequence

import streamlit as st

from lsk_metrics.indicators.parameters import spelled


def recall(name: str, options: Sequence[str], default: str) -> int:
    """Before a widget with this key: what the address says, else what was chosen, else the default; gives its place.

    The address wins only when it says something else than this page last wrote there: the reader came by a link, or
    went back. A value the address may not have is passed over. The place goes to the widget itself, as its index: a
    browser that meets a widget in an interrupted run shows what stands there, and sends it back as the choice.
    """
    before = st.session_state.get(f"address_{name}", "") if name in st.session_state else ""
    said = st.query_params.get(name, default if before else "")
    found = spelled(said, options)
    if found and said != before:
        st.session_state[name] = found
    elif name in st.session_state and st.session_state[name] not in options:
        del st.session_state[name]
    return list(options).index(st.session_state.get(name, default))


def recall_several(name: str, options: Sequence[str]) -> None:
    """The same for a widget of several values, which the address holds with commas between."""
    said = st.query_params.get(name)
    if said is not None and (name not in st.session_state or said != st.session_state.get(f"address_{name}")):
        st.session_state[name] = [code for code in said.split(",") if code in options]
    else:
        st.session_state[name] = [code for code in st.session_state.get(name, []) if code in options]


def write(name: str, options: Sequence[str], default: str = "") -> None:
    """After the widget: its value goes into the address, unless it is the default.

    What the address says and this widget cannot have is left there: it belongs to another layer, and taking it away
    would put a step between the reader and the page before.
    """
    value = st.session_state.get(name) or ""
    text = ",".join(value) if isinstance(value, list) else str(value)
    st.session_state[f"address_{name}"] = text
    if text and text != default:
        st.query_params[name] = text
    elif any(spelled(code, options) for code in st.query_params.get(name, "").split(",")):
        del st.query_params[name]
