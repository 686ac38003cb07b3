"""Privacy: what a reader's browser keeps, what the server notes, and who else hears of it."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import privacy

privacy.enter()
st.title(_("Privacy"))
privacy.lead()
privacy.in_the_browser()
privacy.on_the_server()
privacy.elsewhere()
privacy.rights()
