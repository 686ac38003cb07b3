"""Loading a page: nothing in the cache, all in the cache, on a slow line; bytes and requests; when it is up."""

from __future__ import annotations

import asyncio
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboards.content import PAGES
from dashboards.driving import joined, leave
from dashboards.home import prepared
from dashboards.readers import load, reader
from dashboards.servers import FLOOR, PLAIN, WAYS, Served, served
from recorded import part

from tools.visit import browsing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import Browser
    from recorded.rows import Rows

SLOW_LINE = "1.6 Mbit/s and 150 ms"


def measure(rows: Rows, rounds: int, pages: Sequence[str] = PAGES) -> None:
    """The five pages, three ways; plain Streamlit in fewer rounds, on the slow line with one page alone."""
    with prepared() as home, ExitStack() as stack:
        running = [stack.enter_context(served(way, home)) for way in WAYS]
        for each in running:  # what a server keeps is there before the first round
            asyncio.run(warmed(each, pages))
        browser = stack.enter_context(browsing())
        for each in running:
            with reader(browser) as first:
                load(first, each, PAGES[0])
        for turn in range(rounds):
            for page in pages:
                for each in running if turn % 2 else running[::-1]:
                    if each.way != PLAIN or turn < part.OF_PLAIN:
                        visit(rows, browser, each, page, slow=each.way != PLAIN or page == PAGES[0])


async def warmed(each: Served, pages: Sequence[str]) -> None:
    """Each page once; the floor's are files."""
    for page in pages if each.way != FLOOR else ():
        session = await joined(each, page)
        await session.run()
        await leave([session])


def visit(rows: Rows, browser: Browser, each: Served, page: str, slow: bool) -> None:
    """A reader nobody has seen before, the same reader again, and another on a slow line."""
    with reader(browser) as new:
        first, again = load(new, each, page), load(new, each, page)
    found = [
        ("first load, empty cache", "ms", first.readable),
        ("… until it is up", "ms", first.usable),
        ("repeat load", "ms", again.readable),
        ("repeat load until it is up", "ms", again.usable),
        ("bytes, empty cache", "kB", first.bytes / 1e3),
        ("requests, empty cache", "", first.requests),
        ("bytes, repeat load", "kB", again.bytes / 1e3),
    ]
    if slow:
        with reader(browser) as new:
            far = load(new, each, page, slow=True)
        found += [(f"first load, {SLOW_LINE}", "ms", far.readable), (f"{SLOW_LINE}, until it is up", "ms", far.usable)]
    part.said(f"{page}, {each.way}: {first.readable:.0f} ms")
    for what, unit, value in found:
        rows.note(page, what, unit, each.way, value)


if __name__ == "__main__":
    part.run("loads", measure, PAGES)
