"""An interaction on Peers: from the choice of another indicator, or another year, to the changed pictures."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboards.content import CHOICES, FIRST, Choice, never_compared, years
from dashboards.home import prepared
from dashboards.readers import opened, reader, turn, wait
from dashboards.servers import FLOOR, PLAIN, WAYS, Served, served
from recorded import part
from recorded.targets import ANEW, CACHED, INTERACTIONS

from lsk_metrics.indicators import answer
from tools.visit import browsing

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from recorded.rows import Rows


def measure(rows: Rows, rounds: int) -> None:
    """Each way has its page open; what was asked before was asked in a round that does not count."""
    with prepared() as home, ExitStack() as stack:
        indicators = never_compared()
        # The years that are no choice of the floor's, so that nobody has asked for them.
        known = [year for year in years(answer(FIRST, {"peers": "partners"}))[:-1] if year != CHOICES[2].year]
        running = [stack.enter_context(served(way, home)) for way in WAYS]
        browser = stack.enter_context(browsing())
        tabs = []
        for each in running:
            tab = opened(stack.enter_context(reader(browser)), each, "peers")
            tab.goto(each.address("peers"), wait_until="commit")
            wait(tab)
            tabs.append((each, tab))
        for at in range(rounds + 1):
            for each, tab in tabs if at % 2 else tabs[::-1]:
                if each.way == PLAIN and at > part.OF_PLAIN:
                    continue
                tab.bring_to_front()
                unasked = [Choice(indicators[at]), Choice(FIRST, known[at])] if at and at < len(indicators) else []
                acts(rows, each, tab, unasked, counts=at > 0)


def acts(rows: Rows, each: Served, tab: Page, unasked: list[Choice], counts: bool) -> None:
    """There and back for each choice. The floor and the plain page keep no answers: to them all are alike."""
    start = CHOICES[0]
    for choices, how in ((CHOICES[1:], CACHED), (unasked if each.way != FLOOR else CHOICES[1:], ANEW)):
        for what, choice in zip(INTERACTIONS, choices, strict=bool(choices)):
            for now, to in ((start, choice), (choice, start)):
                before = each.processor()
                ms = turn(tab, each, now, to)
                spent = 1e3 * (each.processor() - before)
                if counts and (how == CACHED or to is choice):  # the way back was asked before
                    rows.note("peers", f"{what}, {how}", "ms", each.way, ms)
                    rows.note("peers", f"{what}, {how}: server", "ms of CPU", each.way, spent)


if __name__ == "__main__":
    part.run("interactions", measure)
