"""The way back to app.py for a page that was opened without it."""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def enter() -> None:
    """Run again through app.py.

    Streamlit takes a pages/ folder for its older kind of app until the process has met st.navigation once: a page
    opened by its own address as the very first would run without app.py, in no language and without a snapshot.
    """
    PagesManager.uses_pages_directory = False
    st.rerun()
