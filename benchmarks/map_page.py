"""The Map page beside a plain Streamlit page with deck.gl: its first frame, and year steps a second."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboards.content import MAPS
from dashboards.home import prepared
from dashboards.readers import load, opened, reader, wait
from dashboards.servers import OURS, PLAIN, Served, served
from dashboards.watching import STEPPING
from recorded import part

from lsk_metrics.indicators import answer
from tools.visit import browsing

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from recorded.rows import Rows

STEPS = 8
STANDS = "() => window.lastDrawn && performance.now() - window.lastDrawn > 1000"


def measure(rows: Rows, rounds: int) -> None:
    with prepared() as home, ExitStack() as stack:
        running = [stack.enter_context(served(way, home)) for way in (PLAIN, OURS)]
        browser = stack.enter_context(browsing())
        for turn in range(rounds + 1):
            for each in running if turn % 2 else running[::-1]:
                with reader(browser) as new:
                    first = load(new, each, "map")
                found = [
                    ("first load, empty cache", "ms", first.readable),
                    ("… until it is up", "ms", first.usable),
                    ("bytes, empty cache", "kB", first.bytes / 1e3),
                    *steps(browser, each),
                ]
                for what, unit, value in found if turn else ():
                    rows.note("map", what, unit, each.way, value)


def steps(browser: Browser, each: Served) -> list[tuple[str, str, float]]:
    """Years stepped through by the keys as fast as the pictures follow, from the moment that the map stands; on ours,
    played to the end as well."""
    years = sorted({row.year for row in answer(MAPS["map"]).rows})
    with reader(browser) as again:
        tab = opened(again, each, "map")
        tab.goto(each.address("map"), wait_until="commit")
        wait(tab)
        slider = tab.get_by_role("slider").first
        slider.focus()
        tab.wait_for_function(STANDS)  # while megabytes of script are read, neither way steps anywhere
        begun = time.perf_counter()
        for year in years[::-1][1 : STEPS + 1]:
            tab.evaluate(STEPPING, answer(MAPS["map"], {"last_year": str(year)}).sentence)
            tab.keyboard.press("ArrowLeft")
            tab.wait_for_function("() => window.stepped", polling="raf")
        keys = STEPS / (time.perf_counter() - begun)
        found = [("year steps a second, by the keys", "", keys)]
        if each.way == OURS:
            played = tab.get_by_role("button", name="Play", exact=True)
            tab.wait_for_timeout(500)
            left = len([year for year in years if year > years[-1 - STEPS]])
            tab.evaluate(STEPPING, answer(MAPS["map"]).sentence)
            begun = time.perf_counter()
            played.click()
            tab.wait_for_function("() => window.stepped", polling="raf")
            found.append(("year steps a second, played", "", left / (time.perf_counter() - begun)))
    return found


if __name__ == "__main__":
    part.run("map_page", measure)
