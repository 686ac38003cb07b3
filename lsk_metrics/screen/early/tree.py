"""What a page run sends to the browser, as the tree that the browser would build of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

MAIN, SIDEBAR, EVENT = range(3)


@dataclass
class Node:
    """A block with what stands in it, or one element; `proto` is Streamlit's own message, None for the roots."""

    proto: Any = None
    children: dict[int, Node] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The name Streamlit has for it: flex_container, column, heading, html, …"""
        return str(self.proto.WhichOneof("type") or "") if self.proto is not None else ""

    @property
    def inner(self) -> Any:
        """The message of that kind."""
        return getattr(self.proto, self.kind)

    @property
    def key(self) -> str:
        """What the page calls it, from an id such as $$ID-<checksum>-<key>; empty where it has no name."""
        said = getattr(self.proto, "id", "") or (getattr(self.inner, "id", "") if self.kind else "")
        key = str(said).split("-", 2)[-1] if str(said).startswith("$$ID-") else ""
        return "" if key == "None" else key

    def walk(self) -> Iterator[Node]:
        """This one and all in it, in the order of the page."""
        yield self
        for at in sorted(self.children):
            yield from self.children[at].walk()


@dataclass
class Page:
    """A whole page: what stands in the middle and at the side, its style sheet, and the list of all pages."""

    main: Node
    side: Node
    style: str
    navigation: Any

    def kinds(self) -> set[str]:
        """Which elements occur on it."""
        return {node.kind for root in (self.main, self.side) for node in root.walk() if node.kind}


def read(messages: Iterable[Any]) -> Page:
    """The page that these messages make, in the order in which they were sent."""
    root, navigation = Node(), None
    for message in messages:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            navigation = message.navigation
        elif kind == "delta":
            put(root, list(message.metadata.delta_path), message.delta)
    main, side, event = (root.children.get(at, Node()) for at in (MAIN, SIDEBAR, EVENT))
    sheets = [node.inner.body for each in (event, main) for node in each.walk() if is_sheet(node)]
    style = "\n".join(sheet.removeprefix("<style>").removesuffix("</style>") for sheet in sheets)
    return Page(main, side, style, navigation)


def is_sheet(node: Node) -> bool:
    return node.kind == "html" and node.inner.body.startswith("<style>")


def put(root: Node, path: list[int], delta: Any) -> None:
    """One message at its place; what stood there gives way, but a block that comes again keeps what is in it."""
    node = root
    for step in path[:-1]:
        node = node.children.setdefault(step, Node())
    kind = delta.WhichOneof("type")
    if kind == "add_block":
        before = node.children.get(path[-1], Node())
        node.children[path[-1]] = Node(delta.add_block, before.children)
    elif kind == "new_element":
        node.children[path[-1]] = Node(delta.new_element)
