"""Containers as HTML: what stands under what, what beside what, and how far apart."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from lsk_metrics.screen.early import elements
from lsk_metrics.screen.early.tree import Node

# Streamlit's names of gaps, by their numbers, in rem.
GAPS = {1: 1.0, 2: 2.0, 3: 4.0, 4: 0.0, 5: 0.25, 6: 0.5, 7: 6.0, 8: 8.0}
ALIGNED = {1: "start", 2: "end", 3: "center", 4: "stretch"}
ROW = 2


def column(node: Node) -> str:
    """All that stands in a block, one under the other."""
    return "".join(placed(node.children[at], in_row=False) for at in sorted(node.children))


def placed(node: Node, in_row: bool) -> str:
    """One block or element in its box; nothing for a container with nothing in it, as in the browser."""
    if node.kind == "column":
        return of_columns(node)
    if is_element(node):
        drawn = elements.drawn(node)
        return "" if drawn is None else box(node, drawn, in_row)
    inside = block(node)
    return box(node, inside, in_row, block=True) if inside else ""


def is_element(node: Node) -> bool:
    return node.proto is not None and node.proto.DESCRIPTOR.name == "Element"


def box(node: Node, inside: str, in_row: bool, block: bool = False) -> str:
    """A place in the column or row around it; its key is a class, which the style sheet knows."""
    classes = ["e-box", *([] if block and node.kind == "flex_container" else [named(node)])]
    wide = takes_all(node)
    if in_row:
        classes.append("e-grows" if wide else "e-fits")
    elif not wide:
        classes.append("e-short")
    return f'<div class="{" ".join(filter(None, classes))}">{inside}</div>'


def takes_all(node: Node) -> bool:
    """Whether it is as wide as its place, and not as its own words."""
    config: Any = node.proto.width_config if node.proto is not None else None
    return config is None or config.WhichOneof("width_spec") != "use_content"


def named(node: Node) -> str:
    return escape(f"st-key-{re.sub(r'[^a-zA-Z0-9_-]', '-', node.key)}") if node.key else ""


def block(node: Node) -> str:
    """What stands in a container; empty where there is nothing."""
    if node.kind == "expandable":
        return elements.closed_box(node.inner.label, column(node) if node.inner.expanded else "")
    if node.kind == "tab_container":
        return tabs(node)
    if node.kind == "popover":
        return elements.button(node.inner.label, "secondary", node.inner.icon)
    if node.kind == "dialog":
        return ""
    if (node.kind == "flex_container" and node.inner.direction == ROW) or node.kind == "horizontal":
        return row(node)
    inside = column(node)
    framed = " e-framed" if node.kind == "flex_container" and node.inner.border else ""
    gap = GAPS.get(node.inner.gap_config.gap_size, 1.0) if node.kind == "flex_container" else 1.0
    return f'<div class="e-column {named(node)}{framed}" style="--gap:{gap:g}rem">{inside}</div>' if inside else ""


def row(node: Node) -> str:
    """What stands beside each other: columns, or a line of controls that wraps."""
    inside = "".join(placed(node.children[at], in_row=True) for at in sorted(node.children))
    flex = node.inner
    gap, align = GAPS.get(flex.gap_config.gap_size, 1.0), ALIGNED.get(flex.align, "stretch")
    return f'<div class="e-row {named(node)}" style="--gap:{gap:g}rem;--align:{align}">{inside}</div>' if inside else ""


def of_columns(node: Node) -> str:
    """One of several columns: its part of the width, less the gap, as Streamlit reckons it."""
    gap = GAPS.get(node.inner.gap_config.gap_size, 1.0)
    share = f"flex:1 1 calc({100 * node.inner.weight:.4f}% - {gap:g}rem)"
    return f'<div class="e-part" style="{share}"><div class="e-column">{column(node)}</div></div>'


def tabs(node: Node) -> str:
    """The names of all tabs, and what stands behind the first."""
    parts = [node.children[at] for at in sorted(node.children)]
    names = "".join(
        f"<span{' class=e-on' if not at else ''}>{elements.label(part.inner.label)}</span>"
        for at, part in enumerate(parts)
    )
    behind = f'<div class="e-column">{column(parts[0]) if parts else ""}</div>'
    return f'<div class="e-tabs"><div class="e-tab-names" aria-hidden="true">{names}</div>{behind}</div>'
