"""The rules of a status, in words: those that were used, then the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.indicators.status.rules import RULES, common_words, rule_name, rule_words, usual_words
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext
from lsk_metrics.screen.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators.status.board import Status


def told(found: Sequence[Status]) -> None:
    """Every rule with its version, and how many of the targets it was used for."""
    st.markdown(plain(common_words()))
    for each in RULES.values():
        used = sum(status.verdict.rule is each for status in found)
        count = ngettext("used for {n} target", "used for {n} targets", used).format(n=used)
        name = _("{rule}, version {version}: {name}").format(rule=each.id, version=each.version, name=rule_name(each))
        st.markdown(f"**{plain(name)}** :gray[:small[({plain(count)})]]  \n{plain(rule_words(each))}")
    st.caption(plain(usual_words()))
