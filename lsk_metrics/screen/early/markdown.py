"""Markdown as Streamlit shows it, in HTML: what our pages use of it, and no HTML of a text's own."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from lsk_metrics.screen.early.icons import icon

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

COLOURED = re.compile(r":(red|orange|yellow|green|blue|violet|gray|grey|rainbow|primary|small)(-badge|-background)?\[")
ICON = re.compile(r":material/([a-z0-9_]+):")


def block(text: str) -> str:
    """Paragraphs and lists."""
    return str(reader().render(text))


def line(text: str) -> str:
    """A label: what stands within one line."""
    return str(reader().renderInline(text))


@cache
def reader() -> MarkdownIt:
    """As Streamlit is set: no HTML, no addresses guessed, its own words for colours, badges and icons."""
    made = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    made.inline.ruler.before("link", "streamlit", directive)
    # A text may hold a colon in its middle: the plain rule must stop there and let ours look.
    made.inline.ruler.at("text", plain)
    return made


def plain(state: StateInline, silent: bool) -> bool:
    """Letters up to the next sign that may mean something."""
    at = state.pos
    while at < state.posMax and state.src[at] not in "\n!#$%&*+-:<=>@[\\]^_`{}~":
        at += 1
    if at == state.pos:
        return False
    if not silent:
        state.pending += state.src[state.pos : at]
    state.pos = at
    return True


def directive(state: StateInline, silent: bool) -> bool:
    """A word in colour, :green-badge[Published] or :gray[text], or an icon, :material/badge:."""
    if found := ICON.match(state.src, state.pos, state.posMax):
        if not silent:
            state.push("html_inline", "", 0).content = icon(found[1])
        state.pos = found.end()
        return True
    found = COLOURED.match(state.src, state.pos, state.posMax)
    end = closing(state, found.end()) if found else -1
    if not found or end < 0:
        return False
    if not silent:
        name = escape(found[1] + (found[2] or ""))
        state.push("html_inline", "", 0).content = f'<span class="e-word {name}">'
        after, state.pos, state.posMax = state.posMax, found.end(), end
        state.md.inline.tokenize(state)
        state.posMax = after
        state.push("html_inline", "", 0).content = "</span>"
    state.pos = end + 1
    return True


def closing(state: StateInline, start: int) -> int:
    """Where the bracket that opened before `start` closes, or -1."""
    depth, at = 1, start
    while at < state.posMax:
        sign = state.src[at]
        if sign == "\\":
            at += 1
        elif sign in "[]":
            depth += 1 if sign == "[" else -1
            if depth == 0:
                return at
        at += 1
    return -1
