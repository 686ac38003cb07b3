"""The very first start: a dashboard opened before any snapshot was built has one built."""

import subprocess
import sys

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import version
from lsk_metrics.screen.words import plain


def ensure_snapshot() -> None:
    """Build the first snapshot through the command line's door: the reading wing never writes."""
    try:
        version()
    except LskError:
        with st.spinner("…"):
            done = subprocess.run(
                [sys.executable, "-m", "lsk_metrics", "build"], capture_output=True, text=True, check=False
            )
        if done.returncode:
            st.error(plain(done.stderr.strip()))
            st.stop()
