"""An HTML file read back by Python's own parser: its elements as a tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

from lsk_metrics.indicators.reviews import Review

EMPTY = {"meta", "br", "img", "link", "input", "hr"}


@dataclass
class Element:
    """kind is the name of the tag; children are elements and texts in the order they come."""

    kind: str
    given: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator["Element"]:
        """Elements of these kinds in it, in reading order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.kind in kinds:
                    yield child
                yield from child.all(*kinds)

    def having(self, name: str, value: str) -> Iterator["Element"]:
        """Elements in it with this attribute; of a class, one of several will do."""
        for child in self.children:
            if isinstance(child, Element):
                if value in (
                    child.given.get(name, ""),
                    *(child.given.get(name, "").split() if name == "class" else ()),
                ):
                    yield child
                yield from child.having(name, value)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class Reader(HTMLParser):
    """Raises AssertionError for an end that does not fit its beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(found)
        if tag not in EMPTY:
            self.open.append(found)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().kind == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(held: bytes) -> Element:
    """The whole document; it is closed as it was opened."""
    reader = Reader()
    reader.feed(held.decode("utf-8"))
    reader.close()
    [whole] = reader.open
    return whole


class Page(NamedTuple):
    """A review, its page, and that page read."""

    told: Review
    held: bytes
    whole: Element
