"""S3 governance and cluster readiness: what is evidenced, what only in part, and what is missing."""

import streamlit as st

from lsk_metrics.language import gettext as _

st.title(_("S3 governance and cluster readiness"))
