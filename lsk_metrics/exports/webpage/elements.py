"""Small pieces of HTML; every text that goes into them is escaped here."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lsk_metrics.figures.drawing.ink import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lsk_metrics.exports.cells import Table
    from lsk_metrics.exports.chapters import Fact


def safe(text: str) -> str:
    """Text for an element or an attribute, without letters that no document may hold."""
    return escape(NEVER.sub("", text))


def tag(name: str, text: str, **attributes: str) -> str:
    """An element that holds a text; an attribute named class_ is class, and low lines are hyphens."""
    given = "".join(f' {key.strip("_").replace("_", "-")}="{safe(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{safe(text)}</{name}>"


def items(texts: Iterable[str]) -> str:
    return "<ul>" + "".join(tag("li", each) for each in texts) + "</ul>"


def facts(said: Iterable[Fact]) -> str:
    """Names and what is said of each, a paragraph a line."""
    lines = (f"<div>{tag('dt', name)}{''.join(tag('dd', each) for each in words)}</div>" for name, words in said)
    return f"<dl>{''.join(lines)}</dl>"


def folded(summary: str, inner: str) -> str:
    return f"<details>{tag('summary', summary)}{inner}</details>"


def table(found: Table) -> str:
    """With a caption, and heads that say whether they are of a column or of a row; it scrolls within itself."""
    sides = ["number" if head.number else "" for head in found.heads]
    heads = "".join(
        tag("th", head.name, scope="col", class_=side) for head, side in zip(found.heads, sides, strict=True)
    )
    rows = "".join(f"<tr>{line(row, sides)}</tr>" for row in found.rows)
    inner = f"<table>{tag('caption', found.caption)}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="scroll" role="region" tabindex="0" aria-label="{safe(found.caption)}">{inner}</div>'


def line(cells: Sequence[str], sides: Sequence[str]) -> str:
    first, *others = cells
    rest = (tag("td", cell, class_=side) for cell, side in zip(others, sides[1:], strict=True))
    return tag("th", first, scope="row", class_=sides[0]) + "".join(rest)
