"""Which parts of Streamlit's program a page will ask for: told to the browser at once, not one after the other."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

KINDS = re.compile(r'data-kinds="([a-z_ ]*)"')
# By the names of their sources in Streamlit's own list of its files. Plotly and deck.gl are asked for when wanted.
SOURCES = {
    "html": "elements/Html/Html",
    "bidi_component": "widgets/BidiComponent/BidiComponent",
    "button": "widgets/Button/Button",
    "button_group": "widgets/ButtonGroup/ButtonGroup",
    "checkbox": "widgets/Checkbox/Checkbox",
    "selectbox": "widgets/Selectbox/Selectbox",
    "multiselect": "widgets/Multiselect/Multiselect",
    "table": "elements/Table/Table",
}
FACES = ("SourceSerifVariable-Roman",)


def preloaded(drawn: str) -> str:
    """Links for the head of a page: parts of the program for what stands on it, and the typeface of its headings."""
    said = KINDS.search(drawn)
    wanted = {file for kind in (said[1].split() if said else []) for file in parts(kind)}
    links = [f'<link rel="modulepreload" crossorigin href="/{file}">' for file in sorted(wanted - at_once())]
    fonts = [
        f'<link rel="preload" href="/static/media/{name}" as="font" type="font/woff2" crossorigin>'
        for name in faces()
        if drawn
    ]
    return "".join([*fonts, *links])


@cache
def listed() -> dict[str, Any]:
    text = files("streamlit").joinpath("static/manifest.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def parts(kind: str) -> frozenset[str]:
    """The files for one kind of element, with all that they are made of; none where Streamlit's list has changed."""
    source = SOURCES.get(kind)
    names = [name for name in listed() if source and f"/{source}.ts" in name]
    return frozenset(file for name in names for file in made_of(name, set()))


def made_of(name: str, seen: set[str]) -> set[str]:
    if name in seen or name not in listed():
        return set()
    seen.add(name)
    entry = listed()[name]
    return {entry["file"]}.union(*(made_of(each, seen) for each in entry.get("imports", [])))


@cache
def at_once() -> frozenset[str]:
    """What Streamlit's page asks for by itself."""
    html = files("streamlit").joinpath("static/index.html").read_text(encoding="utf-8")
    return frozenset(re.findall(r'"\./(static/js/[^"]+)"', html))


@cache
def faces() -> list[str]:
    """The files of the typefaces that Streamlit's page does not ask for at once; names carry a checksum."""
    media = files("streamlit").joinpath("static/static/media")
    return sorted(each.name for each in media.iterdir() if each.name.startswith(FACES))
