"""The end of every page: where it says what becomes of readers' data, and for whom it can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.navigation.page import StreamlitPage

PAGES = ("privacy", "accessibility")


def links(pages: Sequence[StreamlitPage]) -> None:
    """A quiet line at the end of a page, to those of the pages that are in no menu; within another site's page none."""
    if st.context.is_embedded:
        return
    with st.container(key="foot", horizontal=True, gap="medium"):
        for page in pages:
            if page.url_path in PAGES:
                st.page_link(page, query_params={"lang": spoken()})
