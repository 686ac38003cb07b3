"""Since the last review: what is not as it was, indicator by indicator, and why."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import comments, since

st.title(_("Since the last review"))
since.since_last_review()
comments.everywhere()
