"""A page as one piece of HTML: its style, the list of pages, what stands at its side and in its middle."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from lsk_metrics.language import gettext as _
from lsk_metrics.screen.early import blocks, colours
from lsk_metrics.screen.early.icons import icon
from lsk_metrics.screen.early.runs import Window
from lsk_metrics.screen.early.tree import Page

TESTID = re.compile(r"\[data-testid=")


def whole(page: Page, name: str, window: Window) -> str:
    """What the front page carries before the program is there. `data-kinds` tells it which parts of that will come."""
    kinds = " ".join(sorted(page.kinds()))
    return (
        f'<div id="early" class="{window.scheme}" lang="{window.lang}" data-width="{window.width}"'
        f' data-kinds="{kinds}">'
        f"<style>{look(page.style, window.scheme)}</style>"
        f"<noscript><style>{sheet('unaided.css')}</style></noscript>"
        f'<aside><div class="e-top" aria-hidden="true"></div>{listed(page.navigation, name, window.lang)}'
        f'<div class="e-column">{blocks.column(page.side)}</div></aside>'
        f'<div class="rest"><header aria-hidden="true">{icon("keyboard_double_arrow_right")}</header><main>'
        f'<div data-part="stMainBlockContainer"><noscript><p class="e-unaided">{unaided()}</p></noscript>'
        f'<div class="e-column">{blocks.column(page.main)}</div></div></main></div></div>'
    )


def unaided() -> str:
    return escape(
        _("This page can be read without JavaScript. To choose, to narrow it or to take files, switch it on.")
    )


def listed(navigation: Any, name: str, lang: str) -> str:
    """The pages there are, as links that need no script; the one that is open is marked."""
    items = []
    for each in navigation.app_pages:
        if each.is_hidden:
            continue
        here = each.is_default if name == "overview" else each.url_pathname == name
        address = escape(f"/{'' if each.is_default else each.url_pathname}?lang={lang}", quote=True)
        marked = ' aria-current="page"' if here else ""
        items.append(f'<li><a href="{address}"{marked}>{escape(each.page_name)}</a></li>')
    return f'<nav aria-label="{escape(_("Pages"), quote=True)}"><ul>{"".join(items)}</ul></nav>'


def look(style: str, scheme: str) -> str:
    """The pages' own style sheet, which knows Streamlit's parts by their names, and what Streamlit adds to it."""
    own = TESTID.sub("[data-part=", style)
    return f"{colours.sheet(scheme)}\n{sheet('early.css')}\n{own}".replace("</", "<\\/")


@cache
def sheet(name: str) -> str:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)).strip()
