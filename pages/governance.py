"""S3 governance and cluster readiness: what is evidenced, what only in part, and what is missing."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import governance

st.title(_("S3 governance and cluster readiness"))
found = governance.boards()
governance.finding(found)
governance.board(
    "s3",
    found["s3"],
    _("What a smart specialisation strategy must fulfil so that the European Union reimburses spending on innovation."),
)
governance.board(
    "cluster",
    found["cluster"],
    _("What the contest for the status of Key National Cluster asks, held against what the cluster has on record."),
)
governance.rules()
