"""One line above the answer: type, or narrow by theme, kind and source, and take an indicator from what is left."""

from __future__ import annotations

import streamlit as st

from lsk_metrics.indicators import indicator, indicators, labels, themes
from lsk_metrics.indicators.finding import Facets, Found, facets, find
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, number, pick
from lsk_metrics.screen import address, reader
from lsk_metrics.screen.explore.wishes import selected, take, typed
from lsk_metrics.screen.peering import FIRST
from lsk_metrics.screen.words import plain

LONGEST = 60
FACETS = ("theme", "kind", "source")


def choose() -> str:
    """The indicator, one of those that the words and the facets leave."""
    typing, listing, narrowing = st.columns([4, 6, 3], vertical_alignment="bottom")
    with typing:
        text = words()
    with narrowing:
        chosen = facets_chosen(text)
    found = find(text, *chosen, reader.snapshot())
    name = taken(found, (text, *map(tuple, chosen)))
    options = {each.indicator.id: _(each.indicator.title) for each in found}
    options = options if name in options else {name: _(indicator(name).title), **options}
    with listing:
        box = selected("indicator", _("Indicator"), options, name, FIRST)
    reader.read_without_marks(box, list(options.values()))
    if text or any(chosen):
        st.caption(plain(told(text, found)))
    return name


def words() -> str:
    """What the reader types to find an indicator."""
    st.session_state["choose_find"] = typed("find", LONGEST)
    st.text_input(
        _("Find an indicator (type, then Enter)"),
        key="choose_find",
        max_chars=LONGEST,
        placeholder=_("such as patents, wages, students"),
        on_change=take,
        args=("find", ""),
    )
    return str(st.session_state["choose_find"]).strip()


def taken(found: list[Found], asked: tuple[object, ...]) -> str:
    """The indicator chosen; the best of those found once new words or facets leave it out, until then it stays."""
    known = [each.id for each in indicators()]
    name = known[address.recall("indicator", known, FIRST)]
    before, st.session_state["explore_asked"] = st.session_state.get("explore_asked", asked), asked
    if before != asked and found and name not in [each.indicator.id for each in found]:
        name = found[0].indicator.id
    st.session_state["indicator"] = name
    address.write("indicator", known, FIRST)
    return name


def told(text: str, found: list[Found]) -> str:
    """What came of the words and the facets; where nothing did, what to change."""
    if not found:
        said = _("No indicator has “{text}”.").format(text=text) if text else _("No indicator has all of this.")
        return said + " " + _("Try fewer or other words, or take away a theme, kind or source.")
    if found[0].near:
        return _("No indicator has “{text}”; those listed have words very like it.").format(text=text)
    return ngettext("{n} indicator is listed.", "{n} indicators are listed.", len(found)).format(n=number(len(found)))


def facets_chosen(text: str) -> tuple[list[str], list[str], list[str]]:
    """Themes, kinds and sources, each with how many indicators it would leave."""
    snapshot = reader.snapshot()
    cards = labels.cards(snapshot)
    names = {
        "theme": themes.names(),
        "kind": {kind: kind_name(kind) for kind in ("published", "derived", "register", "illustrative")},
        "source": {code: pick(card.title, card.title_pl) for code, card in cards.items()},
    }
    titles = dict(zip(FACETS, (_("Theme"), _("Kind of figure"), _("Source")), strict=True))
    for facet in FACETS:
        address.recall_several(facet, list(names[facet]))
    count = sum(len(st.session_state[facet]) for facet in FACETS)
    label = _("Theme, kind, source")
    with st.popover(f"{label} ({number(count)})" if count else label, width="stretch"):
        left = facets(text, *now(), snapshot)
        for facet in FACETS:
            narrow(facet, titles[facet], names[facet], counts(left, facet))
    return now()


def now() -> tuple[list[str], list[str], list[str]]:
    """The themes, kinds and sources chosen at this moment."""
    return st.session_state["theme"], st.session_state["kind"], st.session_state["source"]


def counts(left: Facets, facet: str) -> dict[str, int]:
    found: dict[str, int] = getattr(left, f"{facet}s")
    return found


def narrow(facet: str, title: str, names: dict[str, str], left: dict[str, int]) -> None:
    """One facet; what would leave nothing is not offered, what is chosen stays."""
    chosen = st.session_state[facet]
    options = [*left, *(code for code in chosen if code not in left)]
    st.multiselect(
        title,
        options,
        format_func=lambda code: f"{names[code]} ({number(left.get(code, 0))})",
        key=facet,
        placeholder=_("all"),
    )
    address.write(facet, list(names))
