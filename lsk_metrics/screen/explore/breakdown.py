"""Some of an indicator's places or groups, one or several, or all groups added up where they may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from lsk_metrics.indicators import additivity
from lsk_metrics.indicators.offers import names
from lsk_metrics.indicators.parameters import MEASURES
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address
from lsk_metrics.screen.explore import waiting
from lsk_metrics.screen.words import plain

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer
    from lsk_metrics.screen.explore.choosing import Choice

TOTAL = "total"


def several(name: str, label: str, codes: list[str], called: Callable[[str], str]) -> list[str]:
    """Some of the codes; none chosen is all."""
    address.recall_several(name, codes)
    chosen = st.multiselect(label, codes, format_func=called, key=name, placeholder=_("all"))
    address.write(name, codes)
    return list(chosen)


def none_yet(of: Answer) -> str:
    """Why there is nothing to choose from, where no figure is held at all; else empty."""
    return "" if of.rows else _("There are no figures for this choice.")


def choose_groups(choice: Choice) -> None:
    """Which of the indicator's groups are shown; added up only where that says something."""
    of = choice.whole
    if len(of.series) < 2:
        st.selectbox(_("Groups"), [_("none")], disabled=True, key="no_groups")
        st.caption(none_yet(of) or _("These figures are not told apart by groups."))
        if waiting.groups(of):
            choice.waiting.append(_("Groups"))
        return
    refused = additivity.refusal(of.indicator, "group")
    codes = of.series if refused else [TOTAL, *of.series]
    chosen = several(
        "groups", _("Groups"), codes, lambda code: names()[TOTAL] if code == TOTAL else of.series_name(code)
    )
    choice.groups = [code for code in chosen if code != TOTAL]
    # Lines, bars and measured circles of places need one value each. What is measured is not added up any more: then
    # all groups are added up before, and some of them must wait.
    one_each = len(choice.places or of.places) > 1 and choice.form in ("trend", "ranking", "map")
    one_each = one_each and (choice.form != "map" or choice.measure != MEASURES[0])
    if one_each and choice.groups and choice.measure != MEASURES[0]:
        choice.waiting.append(_("Groups"))
        choice.groups = []
    if not refused and not choice.groups and (TOTAL in chosen or one_each):
        choice.given["groups"] = TOTAL
    if refused:
        st.caption(plain(refused))
