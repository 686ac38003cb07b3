"""The end of every page: where it says what becomes of readers' data, and for whom it can be used."""

import streamlit as st

from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken

PAGES = ("privacy", "accessibility")


def links() -> None:
    """A quiet line at the end of a page; within another site's page there is none."""
    if st.context.is_embedded:
        return
    names = {"privacy": _("Privacy"), "accessibility": _("Accessibility")}
    with st.container(key="foot", horizontal=True, gap="medium"):
        for page in PAGES:
            st.page_link(f"pages/{page}.py", label=names[page], query_params={"lang": spoken()})
