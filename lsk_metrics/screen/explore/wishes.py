"""What a reader wishes to see, kept in the address by its code, also where the indicator at hand cannot have it.

A wish is not the widget: the widget shows what is possible now, the wish waits for an indicator that can have it.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from lsk_metrics.screen import address

NONE = ""


def wished(name: str, options: Sequence[str]) -> str:
    """What the address or the reader asks for, of all codes there could be; empty where nothing is asked for."""
    known = [NONE, *options]
    wish = known[address.recall(name, known, NONE)]
    st.session_state[name] = wish
    address.write(name, known)
    return wish


def wished_several(name: str, options: Sequence[str]) -> list[str]:
    """The same for a wish of several codes."""
    address.recall_several(name, options)
    address.write(name, options)
    return list(st.session_state[name])


def typed(name: str, longest: int) -> str:
    """The same for words a reader types: the address may say anything, up to a length."""
    texts = [address.said(name)[:longest], st.session_state.get(name, NONE)]
    return wished(name, list(dict.fromkeys(filter(None, texts))))


def selected(
    name: str,
    label: str,
    options: Mapping[str, str],
    chosen: str,
    default: str = NONE,
) -> str:
    """A select box that shows what is chosen now; what the reader chooses there becomes the wish."""
    box, codes = f"choose_{name}", list(options)
    st.session_state[box] = chosen
    st.selectbox(
        label,
        codes,
        index=codes.index(chosen),
        format_func=options.__getitem__,
        key=box,
        on_change=take,
        args=(name, default),
    )
    return box


def take(name: str, default: str) -> None:
    """What was chosen in the widget is wished; the default is no wish, so that it may be another's default too."""
    chosen = st.session_state[f"choose_{name}"]
    st.session_state[name] = NONE if chosen == default else chosen
