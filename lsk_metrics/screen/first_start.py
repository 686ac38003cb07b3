"""The very first start: a dashboard opened without a snapshot it can read has one built."""

import subprocess
import sys

import streamlit as st

from lsk_metrics import paths
from lsk_metrics.errors import LskError
from lsk_metrics.indicators import kept, shown, version
from lsk_metrics.indicators.labels import regions
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import states

# What this process was told: that another publishes what it serves.
_only_serves: list[bool] = []


def leave_to_others() -> None:
    """From now on nothing is built here: this server is one of several on the same home."""
    _only_serves.append(True)


def ensure_snapshot() -> None:
    """Have one built where none can be read, through the command line's door: this wing never writes.

    An older program's snapshot, at which readers are held on purpose, is shown as far as it goes.
    """
    if is_readable():
        return
    if _only_serves or paths.warehouse():  # what others publish or keep is not ours to build
        found()
        return
    with states.waiting(
        _("The figures are being built from the data folder. This is done once and takes some seconds.")
    ):
        done = subprocess.run(
            [sys.executable, "-m", "lsk_metrics", "build"], capture_output=True, text=True, check=False
        )
    if done.returncode:
        states.refused(_("The figures cannot be built from the data folder."), done.stderr.strip())
        st.stop()
    found()


def found() -> None:
    """The snapshot that is to be shown, or the reason why there is none, as the end of the page."""
    try:
        regions(kept.meant(shown().snapshot).id)
    except LskError as reason:
        states.refused_by(reason)
        st.stop()


def is_readable() -> bool:
    try:
        regions(shown().snapshot)
    except LskError:
        try:
            return kept.meant(version()).pinned
        except LskError:
            return False
    return True
