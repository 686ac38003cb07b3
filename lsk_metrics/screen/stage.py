"""The map's place on its page: drawn at once, then the map to move about in; its years are sent together."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from lsk_metrics.figures import legends
from lsk_metrics.figures.deck import deck
from lsk_metrics.figures.powiats import areas, tiles
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.sight import HEIGHT
from lsk_metrics.figures.still import circles, names, still
from lsk_metrics.figures.theme import Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import Answer, answer
from lsk_metrics.language import spoken
from lsk_metrics.screen import blocks, filters, reader
from lsk_metrics.screen.heard import heard
from lsk_metrics.screen.years import years

Given = tuple[tuple[str, str], ...]

# It tells when the drawing has been seen, so that the map's megabytes of script come after it and not before.
_stage = st.components.v2.component(
    "stage", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"), isolate_styles=False
)


def show(found: Answer, shown: Answer, year: int, given: dict[str, str], shape: str, streets: bool) -> None:
    """The map of one year and its legend; `found` has all years, `shown` those up to this one."""
    drawn = scene(found, shown, year, shape, reader.look())
    asked = tuple({**filters.kinds(), **given}.items())
    place(drawn, shown.sentence, found, year, asked, shape, streets)
    with st.container(key="stage_legend"):
        blocks.legend(drawn)


def scene(found: Answer, shown: Answer, year: int, shape: str, look: Look) -> Scene:
    """Circles in towns; powiats as tiles, or in true areas."""
    if found.indicator.places == "towns":
        return towns(found, look, year)
    return areas(shown, look) if shape == "areas" else tiles(shown, look)


@reader.alone
def place(drawn: Scene, sentence: str, found: Answer, year: int, given: Given, shape: str, streets: bool) -> None:
    """Drawing and map in one place; choosing a town or a powiat on either chooses its profile."""
    look = reader.look()
    with st.container(key="stage"):
        seen = st.session_state["drawing"].seen if "drawing" in st.session_state else None
        data: dict[str, Any] = {
            "svg": still(drawn, look, sentence),
            "year": str(year),
            "seen": seen,
            "streets": streets,
            "frames": passing(found.indicator.id, given, found.snapshot, spoken(), look, shape) if seen else {},
        }
        _stage(data=data, key="drawing", on_seen_change=lambda: None, on_place_change=chosen_on_the_drawing)
        if seen == "map":
            st.pydeck_chart(
                deck(drawn, look, streets),
                height=HEIGHT,
                key="atlas",
                alt=sentence,
                on_select=chosen_on_the_map,
                selection_mode="single-object",
            )
    if st.session_state.pop("place_on_map", False):
        st.rerun()  # the profile is outside this part of the page


@lru_cache(maxsize=32)
def passing(
    layer: str, given: Given, snapshot: str, language: str, look: Look, shape: str
) -> dict[str, dict[str, Any]]:
    """What differs from year to year, for the drawing to step through: marks, sentence and legend of each."""
    found = answer(layer, dict(given), snapshot)
    frames = {}
    for year in years(found):
        shown = answer(layer, {**dict(given), "last_year": str(year)}, snapshot)
        drawn = scene(found, shown, year, shape, look)
        frames[str(year)] = {
            "circles": circles(drawn, look, words=False),
            "names": names(drawn, look),
            "fills": {each.place: each.fill for each in drawn.surfaces if each.place},
            "sentence": shown.sentence,
            "legend": legends.html(drawn),
        }
    return frames if len(frames) > 1 else {}


def chosen_on_the_map() -> None:
    """What was clicked becomes the chosen place, as if it had been picked from the list."""
    picked: dict[str, list[dict[str, Any]]] = st.session_state["atlas"]["selection"]["objects"]
    for objects in picked.values():
        if objects and objects[0].get("place"):
            choose(objects[0]["place"])


def chosen_on_the_drawing() -> None:
    if told := heard("drawing", "place"):
        choose(told)


def choose(place: str) -> None:
    st.session_state["place"], st.session_state["place_on_map"] = place, True
