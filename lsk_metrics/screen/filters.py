"""What a reader may choose, each choice in the URL."""

import streamlit as st

from lsk_metrics.indicators import indicator, indicators
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address
from lsk_metrics.screen.during import the_same

FIRST = "gdp_per_head_pps"


def kinds_switch() -> None:
    """Published and register figures only, or the illustrative sample as well."""
    on = address.recall_switch("real", everywhere=True)
    words = _("Hides every row of the made-up sample register.")
    st.toggle(_("Published and register only"), value=on, key="real", help=words)
    address.write("real")


def events_switch() -> None:
    """Whether charts over years say what happened in them."""
    on = address.recall_switch("events", everywhere=True, usual=True)
    st.toggle(
        _("Events"),
        value=on,
        key="events",
        help=_("Marks in charts over years: what happened then, and where a method changed."),
    )
    address.write("events", default="true")


@the_same
def kinds() -> dict[str, str]:
    """The switch as a parameter of an indicator."""
    return {"illustrative": "no"} if st.session_state.get("real") else {}


def open_indicator() -> str:
    """One of the region's open statistics, chosen from a list."""
    found = {each.id: each for each in indicators() if each.places in ("regions", "powiats")}
    first = address.recall("indicator", list(found), FIRST)
    st.selectbox(
        _("Indicator"), list(found), index=first, format_func=lambda name: _(found[name].title), key="indicator"
    )
    address.write("indicator", list(found), FIRST)
    return str(st.session_state["indicator"])


def ranked(name: str) -> bool:
    """Whether an indicator is one year's ranking rather than a course over years."""
    return indicator(name).chart == "ranking"
