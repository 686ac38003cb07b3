"""Narrowing a page: what is chosen by a click on a bar or from a list, the chips that show it, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lsk_metrics.indicators import Answer, Indicator, groups
from lsk_metrics.indicators.parameters import FILTERS
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing
from lsk_metrics.screen import address, ahead, reader, steps
from lsk_metrics.screen.words import plain

PILLS = 9  # more than that are easier found in a list than among pills
Codes = Mapping[str, Sequence[str]]
_known: ContextVar[Codes] = ContextVar("narrowing", default={})  # noqa: B039 - never changed in place


def begin(page: str) -> None:
    """Before a page: it knows no way to be narrowed until it says so."""
    _known.set({})
    run = get_script_run_ctx()
    turned = st.session_state.get("narrowing_page", page) != page
    st.session_state["narrowing_turned"] = turned and not (run and run.is_history_navigation)
    st.session_state["narrowing_page"] = page


def recall(name: str, codes: Sequence[str]) -> None:
    """What the address says; on a page the reader has gone on to, whose address is bare, what was on before."""
    address.recall_several(name, codes)
    if st.session_state.get("narrowing_turned") and name not in address.now().arrived:
        kept = st.session_state.get(f"narrowed_{name}", [])
        st.session_state[name] = [code for code in kept if code in codes]


def write(name: str, codes: Sequence[str]) -> None:
    """What is on goes into the address, and is remembered for the pages that follow."""
    address.write(name, codes)
    st.session_state[f"narrowed_{name}"] = list(st.session_state[name])


def choose(*names: str, among: Codes | None = None, by_click: bool = True) -> None:
    """Under a page's title: what it can be narrowed to or have marked, and a chip for each choice that is on.

    Names are filters of indicators, or `regions` or `powiats`, which are marked; among gives codes other than all,
    by_click whether there are bars to click. A page may ask twice: for groups, then for places.
    """
    part = "_more" if _known.get() else ""
    codes = {name: (among or {}).get(name) or groups.codes(reader.snapshot(), name) for name in names}
    _known.set({**_known.get(), **codes})
    for name in names:
        recall(name, codes[name])
    open_now = bool(st.session_state.get(f"narrow_open{part}"))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"narrowing{part}"):
        label = _("Narrow the page") if set(names) & set(FILTERS) else _("Mark in all figures")
        icon = ":material/expand_less:" if open_now else ":material/expand_more:"
        st.button(label, key=f"narrow{part}", type="tertiary", icon=icon, on_click=turn_lists, args=(part,))
        chips(names, by_click, part)
    if open_now:  # below the button and not in a box over the page: the next key press leads into it
        with st.container(border=True, key=f"narrow_lists{part}"):
            lists(names, by_click)
    for name in names:
        write(name, codes[name])


def choose_place(found: Answer, by_click: bool = True) -> None:
    """One or more of the places an answer shows, to be marked in all figures; the home region always is."""
    name = found.indicator.places or "regions"
    choose(name, among={name: [code for code in found.places if found.role(code) != "home"]}, by_click=by_click)


def turn_lists(part: str) -> None:
    st.session_state[f"narrow_open{part}"] = not st.session_state.get(f"narrow_open{part}")


def lists(names: Sequence[str], by_click: bool) -> None:
    """The same choices as by clicking, each within reach of the keyboard."""
    for name in names:
        options, key = known_names(name), f"narrow_{name}"
        st.session_state[key] = list(chosen(name))
        ahead.leads(key, steps.of_several(name, {said: code for code, said in options.items()}))
        doing: dict[str, Any] = {"format_func": options.__getitem__, "key": key, "on_change": take, "args": (name, key)}
        if len(options) <= PILLS:
            st.pills(groups.title(name), list(options), selection_mode="multi", **doing)
        else:
            st.multiselect(groups.title(name), list(options), placeholder=_("none"), **doing)
    if by_click:
        st.caption(_("A click on a bar does the same; a second click takes it back."))


def chips(names: Sequence[str], by_click: bool, part: str = "") -> None:
    """One for each choice that is on, and one to clear all where there are several."""
    on = [(name, code) for name in names for code in chosen(name)]
    for name, code in on:
        said = groups.inside(name, known_names(name)[code])
        key = f"chip_{name}_{code}"
        ahead.leads(key, steps.of_chips({name: [code]}))
        st.button(f"{groups.short(name)}: {plain(said)} ×", key=key, on_click=toggle, args=(name, code))
    if len(on) > 1:
        ahead.leads(f"clear_all{part}", steps.of_chips({name: _known.get()[name] for name in names}))
        st.button(_("Clear all"), key=f"clear_all{part}", type="tertiary", on_click=clear, args=(tuple(names),))
    elif not on and by_click:
        st.caption(_("or click a bar in a figure"))


def known_names(name: str) -> dict[str, str]:
    """Codes a page knows of a filter or of places, with their names."""
    named = groups.names(reader.snapshot(), name)
    return {code: named[code] for code in _known.get()[name]}


def chosen(name: str) -> tuple[str, ...]:
    """The codes that are on, of a name this page knows."""
    return tuple(st.session_state.get(name, ())) if name in _known.get() else ()


def given(filters: Sequence[str], but: str = "") -> dict[str, str]:
    """What is on, as parameters of an indicator with these filters; `but` is what its own figure chooses."""
    return {name: ",".join(chosen(name)) for name in filters if name != but and chosen(name)}


def marked(found: Answer, narrows: str) -> tuple[str, ...]:
    """The codes to draw as chosen: of what the figure narrows, else of the places it shows."""
    made = groups.composed(found.snapshot, found.indicator.series, narrows)
    return groups.wholly(made, chosen(narrows)) if made else chosen(narrows or found.indicator.places or "regions")


def own(found: Indicator, narrows: str) -> str:
    """What a figure chooses and is not narrowed by: nothing where only a part of one of its groups is on."""
    made = groups.composed(reader.snapshot(), found.series, narrows)
    return "" if made and chosen(narrows) and not groups.wholly(made, chosen(narrows)) else narrows


def unheard(found: Answer, narrows: str = "") -> str:
    """Where a page is narrowed and an answer is not: why, in words; else nothing."""
    on = [name for name in _known.get() if name in FILTERS and chosen(name) and name != narrows]
    deaf = [groups.by(name) for name in on if name not in found.indicator.filters]
    words = _("Not narrowed: these figures are not broken down {ways}; the whole is shown.")
    return words.format(ways=listing(deaf)) if deaf and found.rows else ""


def narrowed() -> bool:
    """Whether anything that this page is narrowed by is on."""
    return any(chosen(name) for name in _known.get() if name in FILTERS)


def take(name: str, key: str) -> None:
    st.session_state[name] = list(st.session_state[key] or [])


def toggle(name: str, *codes: str) -> None:
    """A click, on a mark or on a chip."""
    st.session_state[name] = steps.turned(st.session_state.get(name, []), codes)


def clear(names: Sequence[str]) -> None:
    for name in names:
        st.session_state[name] = []


def chooser(found: Answer, narrows: str, part: str = "") -> Callable[[str], None] | None:
    """What a click on a drawn mark does with its code; None where a click does nothing."""
    options = tuple(_known.get().get(narrows, ())) if narrows else ()
    made = groups.composed(found.snapshot, found.indicator.series, narrows)
    ahead.leads(f"drawing_{part or found.key}", steps.of_marks(narrows, options, made))

    def take_code(code: str) -> None:
        if set(codes := made.get(code, (code,))) <= set(options):
            toggle(narrows, *codes)

    return take_code if options else None
