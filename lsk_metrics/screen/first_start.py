"""The very first start: a dashboard opened without a snapshot it can read has one built."""

import subprocess
import sys

import streamlit as st

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import version
from lsk_metrics.indicators.labels import regions
from lsk_metrics.screen.words import plain


def ensure_snapshot() -> None:
    """Have one built where none can be read, through the command line's door: this wing never writes."""
    try:
        regions(version())
    except LskError:
        with st.spinner("…"):
            done = subprocess.run(
                [sys.executable, "-m", "lsk_metrics", "build"], capture_output=True, text=True, check=False
            )
        if done.returncode:
            st.error(plain(done.stderr.strip()))
            st.stop()
