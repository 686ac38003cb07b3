"""The table of targets as files, made when a reader clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics import language
from lsk_metrics.exports import statuses
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lsk_metrics.indicators.status.board import Status


def row(found: Sequence[Status]) -> None:
    """A button for each form."""
    st.caption(_("The whole table, with reasons, rules, numbers and sources:"))
    with st.container(horizontal=True, gap="xsmall", key="take_targets"):
        for ending, (mime, make) in statuses.FORMS.items():
            st.download_button(
                ending.upper(),
                made(make, found),
                file_name=statuses.file_name(found, ending),
                mime=mime,
                key=f"{ending}_targets",
                on_click="ignore",
            )


def made(make: Callable[[Sequence[Status]], bytes], found: Sequence[Status]) -> Callable[[], bytes]:
    """Streamlit asks for the bytes in a thread of its own, which speaks no language yet."""
    spoken = language.spoken()

    def bytes_of() -> bytes:
        language.use(spoken)
        return make(found)

    return bytes_of
