"""What a reader chooses on the Peers page: indicator, peers, years and weights, all of it in the address."""

from __future__ import annotations

import streamlit as st

from lsk_metrics.indicators import Answer, indicator, indicators, labels, records
from lsk_metrics.indicators.parameters import SETS
from lsk_metrics.indicators.peers import ALIKE
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number
from lsk_metrics.screen import address, ahead, blocks, reader, steps

FIRST, SECOND, TARGET = "gerd_share_of_gdp", "gdp_per_head_pps", 2030
OWN = "own"
OF_ONE_INDICATOR = ("year", "from", "to")  # years chosen for one indicator say nothing about another's
COUNTS = [str(count) for count in range(1, 11)]
WEIGHTS = ["0", "0.5", "1", "2", "3"]
Given = dict[str, str]


def of_regions() -> dict[str, str]:
    """Indicators that regions can be compared by, with their titles."""
    return {each.id: _(each.title) for each in indicators() if each.places == "regions"}


def choose() -> tuple[str, Given, Given]:
    """The indicator, the regions to compare with, and the year to rank by, as parameters."""
    titles = of_regions()
    left, middle, right = st.columns([5, 4, 2])
    with left:
        name = pick("indicator", _("Indicator"), titles, FIRST)
    st.session_state["another_indicator"] = address.turned("indicator", name, FIRST)
    with middle:
        chosen = pick("peers", _("Compared with"), sets(), SETS[0])
    given = compared(chosen)
    with right:
        until = choose_year(blocks.asked(name, given))
    return name, given, until


def sets() -> dict[str, str]:
    """Whom to compare with: the sets of peers, and one's own choice."""
    names = dict(zip(SETS, (_("Partner regions"), _("Regions of the country"), _("Similar regions")), strict=True))
    return {**names, OWN: _("My own choice")}


def compared(chosen: str) -> Given:
    """The regions of a set, or those picked one by one, as parameters."""
    given = own_choice() if chosen == OWN else {"peers": chosen}
    return given | likeness() if chosen == "similar" else given


def pick(key: str, label: str, options: dict[str, str], default: str) -> str:
    """One of a few codes from a list that shows their names; the choice is in the address."""
    if key in OF_ONE_INDICATOR and st.session_state.get("another_indicator"):
        st.session_state[key] = default
    at = address.recall(key, list(options), default)
    resets = OF_ONE_INDICATOR if key == "indicator" else ()
    ahead.leads(key, steps.of_one(key, {said: code for code, said in options.items()}, default, resets))
    chosen = st.selectbox(label, list(options), index=at, format_func=options.__getitem__, key=key)
    address.write(key, list(options), default)
    return str(chosen)


def own_choice() -> Given:
    """Regions picked one by one; before the first is picked, the partner regions."""
    names = records.codes(reader.snapshot(), "regions")
    regions = labels.regions(reader.snapshot())
    options = [code for code in names if regions[code].role in ("peer", "domestic")]
    address.recall_several("places", options)
    chosen = st.multiselect(
        _("Regions"), options, format_func=names.__getitem__, key="places", placeholder=_("choose regions")
    )
    address.write("places", options)
    return {"places": ",".join(chosen)} if chosen else {"peers": SETS[0]}


def likeness() -> Given:
    """How many similar regions, found how: what the address and the controls further down say."""
    said = [f"{name}:{recalled('weight_' + name, WEIGHTS, '1')}" for name in indicator(ALIKE).variables]
    return {
        "number": recalled("number", COUNTS, "5"),
        "own_country": recalled("own_country", ["yes", "no"], "yes"),
        "likeness": ",".join(said),
    }


def keep_likeness() -> None:
    """What was said of number, country and weights stays in the address of a page that has no controls for them."""
    for name in indicator(ALIKE).variables:
        address.write(f"weight_{name}", WEIGHTS, "1")
    address.write("number", COUNTS, "5")
    address.write("own_country", ["yes", "no"], "yes")


def recalled(key: str, options: list[str], default: str) -> str:
    return options[address.recall(key, options, default)]


def years(found: Answer) -> list[str]:
    return [str(year) for year in sorted({row.year for row in found.rows if row.value is not None})]


def choose_year(found: Answer) -> Given:
    """The year to rank by: each region at its latest value up to it. The newest is what is asked for without a year."""
    options = {year: year for year in years(found)[::-1]}
    if len(options) < 2:
        return {}
    newest = next(iter(options))
    chosen = pick("year", _("Year"), options, newest)
    return {} if chosen == newest else {"last_year": chosen}


def choose_period(found: Answer) -> Given:
    """The two years to take a change between; at first from the home region's last break on."""
    options = years(found)
    if len(options) < 2:
        return {}
    own = [row for row in found.rows if found.role(row.place) == "home"]
    broken = [str(row.year) for row in own if "b" in row.flag and str(row.year) in options[:-1]]
    known = [str(row.year) for row in own if row.value is not None and str(row.year) in options[:-1]]
    left, right = st.columns(2)
    with left:
        first = pick("from", _("From"), {year: year for year in options[:-1]}, (broken[-1:] or known or options)[0])
    later = {year: year for year in options[::-1] if year > first}
    with right:
        last = pick("to", _("To"), later, next(iter(later)))
    return {"first_year": first, "last_year": last}


def choose_target(found: Answer) -> Given:
    """The year by which to reach the leader."""
    after = max((int(year) for year in years(found)), default=TARGET - 1) + 1
    options = {str(year): str(year) for year in range(after, max(after + 15, TARGET + 11))}
    return {"target_year": pick("target", _("Reach the leader by"), options, str(max(after, TARGET)))}


def slide(key: str, label: str, options: list[str], default: str) -> None:
    at = address.recall(key, options, default)
    st.select_slider(
        label, options, value=options[at], key=key, format_func=lambda each: number(float(each), "." in each)
    )
    address.write(key, options, default)
