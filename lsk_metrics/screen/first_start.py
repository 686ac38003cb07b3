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


def ensure_snapshot() -> None:
    """Have one built where none can be read, through the command line's door: this wing never writes.

    An older program's snapshot, at which readers are held on purpose, is shown as far as it goes.
    """
    if is_readable():
        return
    if paths.warehouse():  # what others keep is not ours to build
        refuse_unreadable()
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
    refuse_unreadable()


def refuse_unreadable() -> None:
    """Instead of every page: why there is no snapshot to show."""
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
