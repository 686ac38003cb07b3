"""Accessibility: for whom the dashboard can be used, and where it falls short."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import reader

reader.snapshot()  # a page opened by its address as the very first enters by the front door
st.title(_("Accessibility"))
st.markdown(_("The accessibility statement is being written."))
