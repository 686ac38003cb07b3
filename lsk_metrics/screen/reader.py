"""Who is reading: the language, the ground (light or dark) and the one snapshot a page shows."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import replace
from functools import cache, wraps
from pathlib import Path
from typing import ParamSpec

import streamlit as st

from lsk_metrics import language
from lsk_metrics.figures.deck import STREETS
from lsk_metrics.figures.theme import Look
from lsk_metrics.indicators import shown
from lsk_metrics.language import gettext as _
from lsk_metrics.screen import address, as_of, front_door, one_run, room, server
from lsk_metrics.screen.during import the_same
from lsk_metrics.screen.names import names

Given = ParamSpec("Given")
_snapshot: ContextVar[str | None] = ContextVar("snapshot", default=None)

# Streamlit's page always says it is in English, and never how wide it is or what has changed; readers' tools must hear
# the truth about the one, figures must know the other.
_page = st.components.v2.component(
    "page", js="".join(Path(__file__).with_name(each).read_text(encoding="utf-8") for each in ("seen.js", "page.js"))
)

# What a call begins belongs to its place and hears the newest call, as `page.js` tells.
_streets = st.components.v2.component(
    "streets",
    js="""export default ({ data, parentElement: place, setStateValue }) => {
  place.known = data.known;
  place.say = (reached) => setStateValue("reached", reached);
  if (place.asked || data.known !== null) return;
  place.asked = true;
  // What is said while another run of the page begins may be lost: it is said until the server knows.
  const tell = (reached) => {
    place.asked = place.isConnected && place.known === null;
    if (!place.asked) return;
    place.say(reached);
    setTimeout(tell, 1500, reached);
  };
  fetch(data.address, { mode: "cors" }).then((answer) => tell(answer.ok), () => tell(false));
}""",
)

# The list of a select box knows only the letters as they stand. Whoever types "lod" gets the "Łód" that was meant.
_letters = st.components.v2.component(
    "letters",
    js="""export default ({ data, parentElement: place }) => {
  place.data = data;
  if (place.spell) return;
  const folded = (text) => text.toLowerCase().replace(/ł/g, "l").normalize("NFD").replace(/\\p{M}/gu, "");
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  place.spell = (event) => {
    if (!place.isConnected) return document.removeEventListener("input", place.spell, true);
    const typed = event.target.value, { box, names } = place.data;
    if (event.isComposing || !typed || !event.target.closest(`.st-key-${box}`)) return;
    if (names.some((name) => name.toLowerCase().includes(typed.toLowerCase()))) return;
    const starts = (name) => ` ${folded(name)}`.indexOf(` ${folded(typed)}`);
    const meant = names.find((name) => starts(name) >= 0);
    const at = meant ? starts(meant) : -1;
    if (at >= 0) setter.call(event.target, meant.slice(at, at + typed.length));
  };
  document.addEventListener("input", place.spell, true);
};""",
)


def speak() -> None:
    """First of all in each run: the language from the URL, else the reader's choice, else the browser's."""
    address.begin()
    asked = address.said("lang")
    if asked in language.LANGUAGES:
        st.session_state["lang"] = asked
    elif "lang" not in st.session_state:
        browser = (st.context.locale or "en").split("-")[0]
        st.session_state["lang"] = browser if browser in language.LANGUAGES else "en"
    lang = st.session_state["lang"]
    language.use(lang)
    address.keep("lang", lang)
    if asked and asked != lang:
        address.refuse("lang", asked, list(language.LANGUAGES))
    address.go_along("lang", "real", "events")


def settle() -> None:
    """At the top of each run: one snapshot, the one the URL names, else the current one."""
    _snapshot.set(as_of.settle(shown().snapshot))


def announce() -> None:
    """Tell the browser the page's language, and hear from it how much room there is."""
    known = {"snapshot": snapshot(), "lang": language.spoken(), "narrow": room.narrow(), "width": room.page()}
    known["asks"] = server.routed()
    # Tuples: to find out whether a list or a dictionary is a table, Streamlit loads pandas (some 80 MB, and 0.3 s).
    told = _page(
        data={**known, "below": room.NARROW, "step": room.STEP, "words": tuple(names().items())},
        key="page",
        on_room_change=lambda: None,
        on_returned_change=lambda: None,
    )
    if told.room:
        st.session_state["page_is_narrow"] = bool(told.room["narrow"])
        st.session_state["page_width"] = int(told.room["width"])


def reaches_streets() -> bool:
    """Whether the street map can come, and a sentence where not; the browser asks, for it alone knows its network."""
    known = st.session_state["streets_reached"].reached if "streets_reached" in st.session_state else None
    told = _streets(data={"address": STREETS, "known": known}, key="streets_reached", on_reached_change=lambda: None)
    if told.reached is False:
        st.info(_("There is no network, so there are no streets; the map is whole without them."))
    return bool(told.reached)


def read_without_marks(box: str, names: list[str]) -> None:
    """Let the select box with this key find its names by letters without their marks: lodz for Łódź."""
    _letters(data={"box": box, "names": tuple(names)}, key=f"letters_{box}")


def choose_language() -> None:
    """The reader's choice of language; it goes into the URL."""
    st.session_state["lang_choice"] = language.spoken()
    st.segmented_control(
        _("Language"),
        list(language.LANGUAGES),
        format_func=language.LANGUAGES.__getitem__,
        default=language.spoken(),
        key="lang_choice",
        on_change=_speak,
        required=True,
    )


def _speak() -> None:
    chosen = st.session_state.get("lang_choice")
    if chosen:
        st.session_state["lang"] = chosen
        one_run.turn("lang", chosen)


def snapshot() -> str:
    """The one snapshot of this page run."""
    found = _snapshot.get()
    if found is None:
        front_door.enter()
    return found or shown().snapshot


def resume(spoken: str, shown: str) -> None:
    """A part that runs by itself goes on in the language and the snapshot of what stands around it."""
    language.use(spoken)
    _snapshot.set(shown)


def alone(part: Callable[Given, None]) -> Callable[Given, None]:
    """A part of a page that a reader's act in it runs again by itself, in the language and snapshot of the page."""

    @wraps(part)
    def placed(*args: Given.args, **given: Given.kwargs) -> None:
        spoken, shown = language.spoken(), snapshot()

        def again() -> None:
            resume(spoken, shown)
            address.begin_alone()
            part(*args, **given)

        st.fragment(again)()

    return placed


@the_same
def look() -> Look:
    """The ground the reader's browser shows now, whether there is little room, and whether events are marked."""
    return dressed(room.ground(), room.narrow(), bool(st.session_state.get("events", True)))


@cache
def dressed(ground: Look, is_narrow: bool, has_events: bool) -> Look:
    return replace(ground, narrow=is_narrow, events=has_events)
