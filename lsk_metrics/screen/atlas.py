"""The map page's choices: what to show, for whom, on which ground; and the place that was chosen."""

from __future__ import annotations

import streamlit as st

from lsk_metrics.indicators import Answer, groups, indicator, indicators, people, records
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address, blocks, directory, filters, headlines, narrowing, reader
from lsk_metrics.screen.words import plain

NOWHERE = "-"


def choose_layer() -> str:
    """The indicator to draw: one of the towns' or of the powiats'."""
    found = [each.id for each in indicators() if each.places == "towns"]
    found = sorted(found, key=lambda name: name != "members_by_town")
    found += [each.id for each in indicators() if each.places == "powiats"]
    first = address.recall("layer", found, found[0])
    layer = st.selectbox(
        _("What to show"), found, index=first, format_func=lambda name: _(indicator(name).title), key="layer"
    )
    address.write("layer", found, found[0])
    return str(layer)


def choose_groups(layer: str) -> dict[str, str]:
    """Filters the layer's indicator knows, as parameters; what is on here stays on for other pages, and theirs here."""
    known = indicator(layer).filters
    chosen: dict[str, str] = {}
    for column, name in zip(st.columns(len(known)) if known else [], known, strict=True):
        options = groups.names(reader.snapshot(), name)
        narrowing.recall(name, list(options))
        with column:
            codes = st.multiselect(
                groups.title(name),
                list(options),
                default=list(st.session_state[name]),
                format_func=options.__getitem__,
                key=name,
                placeholder=_("all"),
            )
        narrowing.write(name, list(options))
        if codes:
            chosen[name] = ",".join(codes)
    return chosen


def choose_shape(answer: Answer) -> str:
    """How powiats are drawn, where boundaries are there: in true areas or as tiles."""
    if answer.indicator.places == "towns" or not records.has_boundaries(reader.snapshot()):
        return "tiles"
    names = {"areas": _("True areas"), "tiles": _("Tiles of one size")}
    first = list(names)[address.recall("shape", list(names), "areas")]
    st.segmented_control(
        _("Powiats as"), list(names), format_func=names.__getitem__, key="shape", default=first, required=True
    )
    address.write("shape", list(names), "areas")
    return str(st.session_state["shape"])


def choose_streets() -> bool:
    """Whether the map has streets below it: asked for, and within reach."""
    on = address.recall_switch("streets")
    asked = st.toggle(_("Street map (online)"), value=on, key="streets")
    address.write("streets")
    return asked and reader.reaches_streets()


def choose_place(answer: Answer) -> str | None:
    """A place from a list: what a click on the map does, for the keyboard."""
    known = records.codes(reader.snapshot(), answer.indicator.places or "towns")
    listed = {code: answer.place(code) for code in answer.places if code in known}
    names = {NOWHERE: _("choose a place"), **listed}
    first = address.recall("place", list(names), NOWHERE)
    st.selectbox(_("Profile of"), list(names), index=first, format_func=names.__getitem__, key="place")
    reader.read_without_marks("place", list(names.values()))
    address.write("place", list(names), NOWHERE)
    place = str(st.session_state["place"])
    if place == NOWHERE:
        return None
    with st.container(horizontal=True, key="narrowing"):
        st.button(f"{plain(names[place])} ×", key="chip_place", on_click=leave)
    return place


def lead_to_the_map(layer: str) -> None:
    """Links from another page's powiats, those that are chosen there, to their profiles on the map."""
    names = narrowing.known_names("powiats") if indicator(layer).places == "powiats" else {}
    for code in narrowing.chosen("powiats"):
        view = {**address.along("lang", "real", "events"), "layer": layer, "place": code}
        label = _("{place} on the map").format(place=plain(names[code]))
        st.page_link("pages/map.py", label=label, icon=":material/map:", query_params=view)


def leave() -> None:
    """Back from a place to the whole region."""
    st.session_state["place"] = NOWHERE


def profile(layer: str, place: str, given: dict[str, str], year: int) -> None:
    """All that is held about a place: its figures with their sources, and who is there."""
    same = [each for each in indicators() if each.places == indicator(layer).places]
    found = [
        blocks.asked(each.id, {**given_to(each.filters, given), "places": place, "last_year": str(year)})
        for each in same
    ]
    found = [answer for answer in found if answer.rows]
    st.subheader(plain(found[0].place(place) if found else place), anchor="profile")
    headlines.headlines([headlines.latest(answer) for answer in found])
    if indicator(layer).places != "towns":
        return
    taught = people.institutions_in(reader.snapshot(), place, year)
    if taught:
        directory.institutions(taught)
    if not filters.kinds():
        count, who = people.people_in(reader.snapshot(), place, year, given)
        if who:
            directory.people(count, who)


def given_to(known: tuple[str, ...], given: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in given.items() if name in known}
