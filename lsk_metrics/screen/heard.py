"""What one of our own parts of a page tells of a reader's act on it."""

import streamlit as st


def heard(key: str, event: str) -> str:
    """What the part with this key has just told; nothing where it is on the page no more.

    A reader quicker than the page may still act on a part that a run, under way by then, has left out.
    """
    part = st.session_state.get(key)
    told = part[event] if part else None
    return told if isinstance(told, str) else ""
