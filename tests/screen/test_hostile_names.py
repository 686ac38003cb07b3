"""Every page of a dashboard in which every name means harm: no part of it is Markdown or HTML of a name's making."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from lsk_metrics.screen.words import plain
from tests.hostile_home import FILE, NAMES, register, table
from tests.screen.conftest import ROOT, Desk, opened, unescaped, with_boxes_open

PAGES = sorted(path.stem for path in (ROOT / "pages").glob("*.py"))
# Names in which Markdown would find something to do.
ACTIVE = [name for name in NAMES if plain(name) != name]
# Where text stays as it is: not Markdown to the browser. HTML and SVG are read by a parser instead.
PIECES = ("<svg", "<div", "<circle", "<text", "<g", "<ul", "<p", "<table", "<li", "<section")
AS_IT_IS = ("options", "alt", "arrow_data.data", "json", "id")


class Tags(HTMLParser):
    """What of a piece of HTML could run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        runs = [name for name, _value in attrs if name.startswith("on")]
        leads = [value for name, value in attrs if name in ("href", "src", "xlink:href") and "script:" in (value or "")]
        if tag in ("script", "img", "iframe", "object") or runs or leads:
            self.found.append(f"{tag} {runs} {leads}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def texts(message: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a message to the browser, with where in it it stands."""
    for field, value in message.ListFields():
        here = f"{path}.{field.name}"
        if field.message_type and field.message_type.GetOptions().map_entry:
            yield from ((here, each) for each in value.values() if isinstance(each, str))
            continue
        for each in [value] if isinstance(value, str | bytes) or not hasattr(value, "__iter__") else value:
            if hasattr(each, "ListFields"):
                yield from texts(each, here)
            elif isinstance(each, str | bytes):
                yield here, each if isinstance(each, str) else each.decode("utf-8", "replace")


def sent(node: Any) -> Iterator[tuple[str, str]]:
    """Every text of a page."""
    kind = getattr(node, "type", "")
    if hasattr(getattr(node, "proto", None), "ListFields"):
        yield from ((kind + path, text) for path, text in texts(node.proto))
    for child in getattr(node, "children", {}).values():
        yield from sent(child)


def pieces(value: Any) -> Iterator[str]:
    """The HTML and SVG among the values of a JSON document."""
    if isinstance(value, str) and value.startswith(PIECES):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        yield from pieces(inner)


def read(page: Any) -> str:
    """All that a page sends, held against the names; its words."""
    words = []
    for path, text in sent(page._tree):
        if path == "html.body" or path.endswith("component.json"):
            for piece in [text] if path.startswith("html") else pieces(json.loads(text)):
                parser = Tags()
                parser.feed(piece)
                assert parser.found == [], path
                words += parser.words
        elif not path.endswith(AS_IT_IS) and not path.startswith("code"):
            # Tables of st.table are Markdown too, and come packed: there, as everywhere, no name stands as it was.
            assert [name for name in ACTIVE if name in text] == [], (path, text[:300])
        words.append(text)
    return unescaped("\n".join(words)).replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize("page", PAGES)
def test_no_name_on_a_page_is_more_than_words(page: str, harmed: str) -> None:
    lang = ("en", "pl")[PAGES.index(page) % 2]
    found = with_boxes_open(opened(lang).switch_page(f"pages/{page}.py").run())
    assert [each.message for each in found.exception] == []
    words = read(found)
    if page in ("governance", "ecosystem", "explore", "peers", "map", "data"):
        assert [name for name in NAMES if name in words]


def test_what_an_import_would_bring_is_listed_as_it_is_written(desk: Any) -> None:
    there: Desk = desk("en")
    # Towns of the data folder: only here are they what they are called everywhere.
    rows = [{**row, "town": "Tarnów"} for name, rows in register() if name == "members" for row in rows]
    there.hand_in(table(rows).decode("utf-8"), FILE)
    words = read(with_boxes_open(there.page))
    assert [name for name in NAMES if name not in words] == []
