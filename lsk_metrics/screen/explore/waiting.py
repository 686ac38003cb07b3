"""Wishes that the indicator at hand cannot have: they stay in the address until one comes that can."""

from __future__ import annotations

import streamlit as st

from lsk_metrics.indicators import Answer, indicators, labels, records
from lsk_metrics.indicators.offers import names
from lsk_metrics.indicators.parameters import FILTERS, SETS
from lsk_metrics.screen import address, peering
from lsk_metrics.screen.explore.wishes import wished_several

PLACES = ("towns", "powiats", "partners")


def places(whole: Answer, chosen: bool) -> bool:
    """Whether regions, towns, powiats or partners are wished that this indicator is not about."""
    of, found = whole.indicator.places, False
    if of != "regions":
        sets = list(peering.sets())
        st.session_state["peers"] = sets[address.recall("peers", sets, SETS[0])]
        address.write("peers", sets, SETS[0])
        found = st.session_state["peers"] != SETS[0]
        if st.session_state["peers"] == peering.OWN:
            wished_several("places", list(records.codes(whole.snapshot, "regions")))
    for name in PLACES:
        if not (name == of and chosen):
            known = [code for listed, code in labels.labels(whole.snapshot) if listed == name]
            found = bool(wished_several(name, known)) or found
    return found


def filters(whole: Answer) -> list[str]:
    """Names of the filters wished that this indicator does not know."""
    lists = labels.labels(whole.snapshot)
    others = [name for name in FILTERS if name not in whole.indicator.filters]
    return [names()[name] for name in others if wished_several(name, [code for of, code in lists if of == name])]


def groups(whole: Answer) -> bool:
    """Whether groups are wished that some other indicator has."""
    known = {code: None for each in indicators() for code in each.names}
    known |= {code: None for each in indicators() for of, code in labels.labels(whole.snapshot) if of == each.series}
    return bool(wished_several("groups", ["total", *known]))
