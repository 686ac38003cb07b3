"""Ask the tables: a query of the reader's own, read-only, and the tables it can read."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.screen import asking, schema

st.title(_("Ask the tables"))
asking.introduce()
asking.choose_example()
asking.editor()
asking.answer()
schema.browse()
