"""An interaction: from the choice of another indicator or year, or of one area, to the changed pictures."""

from __future__ import annotations

import math
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboards.content import CHOICES, FIRST, NARROWED, PAGES, Choice, choices, never_compared, years
from dashboards.floor import CHANGES
from dashboards.home import prepared
from dashboards.readers import opened, reader, turn, wait
from dashboards.servers import FLOOR, OURS, PLAIN, WAYS, Served, served
from recorded import part
from recorded.targets import ANEW, CACHED, FORESEEN, INTERACTIONS, KNOWN, SEEN

from lsk_metrics.indicators import answer
from lsk_metrics.indicators.groups import codes
from tools.visit import browsing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page
    from recorded.rows import Rows

# How long our server is looked at, how much of the processor it spends in that time when at rest, how long it may take.
LOOK_S, STILL_S, LONGEST_S = 1.3, 0.01, 120


def measure(rows: Rows, rounds: int, pages: Sequence[str] = PAGES) -> None:
    """Each way has its page open; what was seen or asked before was so in a round that does not count.

    Our server is at rest before what it was to foresee is measured, and before another way is. A second one of ours
    foresees nothing, as where the reader acts at once; it is asked for what nobody has done before alone.
    """
    with prepared() as home, ExitStack() as stack:
        running = [stack.enter_context(served(way, home)) for way in WAYS]
        unready = stack.enter_context(served(OURS, home, LSK_AHEAD="off"))
        browser = stack.enter_context(browsing())
        for page in pages:
            with ExitStack() as open_now:
                tabs = [(each, opened_at(open_now, browser, each, page)) for each in running]
                at_once = opened_at(open_now, browser, unready, page)
                unasked = list(never_asked(page))
                for at in range(rounds + 1):
                    for each, tab in tabs if at % 2 else tabs[::-1]:
                        if each.way == PLAIN and at > part.OF_PLAIN:
                            continue
                        anew = unasked[at - 1] if 0 < at <= len(unasked) else []
                        tab.bring_to_front()
                        acts(rows, each, tab, page, anew, KNOWN, counts=at > 0)
                        other, place = (unready, at_once) if each.way == OURS else (each, tab)
                        place.bring_to_front()
                        acts(rows, other, place, page, anew, [ANEW], counts=at > 0)
            part.said(page)


def opened_at(stack: ExitStack, browser: Browser, each: Served, page: str) -> Page:
    """A tab with the page, where it can be changed; in ours the lists by which it is narrowed stand open."""
    tab = opened(stack.enter_context(reader(browser)), each, page)
    come(tab, each, page)
    return tab


def come(tab: Page, each: Served, page: str) -> None:
    """The page as a reader finds it who comes to it now, and remembers nothing of it."""
    changed = {FLOOR: each.address(page + CHANGES), PLAIN: f"{each.address(page)}&changes=1"}
    tab.goto(changed.get(each.way, each.address(page)), wait_until="commit")
    wait(tab)
    if each.way == OURS and page != "peers":
        tab.get_by_role("button", name="Narrow the page").click()
        tab.locator(".st-key-narrow_areas").wait_for()
    if each.way == OURS:
        tab.wait_for_timeout(1000)
        rest(each)


def never_asked(page: str) -> Iterator[list[Choice]]:
    """Choices for round after round that nobody has made before: not the floor's, whose pictures are all made."""
    if page == "peers":
        known = [year for year in years(answer(FIRST, {"peers": "partners"}))[:-1] if year != CHOICES[2].year]
        for name, year in zip(never_compared(), known, strict=False):
            yield [Choice(name), Choice(FIRST, year)]
    else:
        for area in codes(answer("members").snapshot, "areas"):
            if area != NARROWED[1].area:
                yield [Choice(area=area)]


def acts(
    rows: Rows, each: Served, tab: Page, page: str, unasked: list[Choice], hows: Sequence[str], counts: bool
) -> None:
    """There and back for each choice. The floor and the plain page remember nothing: to them all are alike."""
    start, *known = choices(page)
    whats = INTERACTIONS[:2] if page == "peers" else INTERACTIONS[2:]
    if ANEW in hows and each.way == OURS:  # where readers are, it is in use
        for choice in known:
            for now, to in ((start, choice), (choice, start)):
                turn(tab, each, page, now, to)
    for how in hows:
        is_new = how not in (SEEN, CACHED)
        made = unasked if is_new and each.way != FLOOR else known
        if each.way == OURS and how == CACHED:
            come(tab, each, page)
        for what, choice in zip(whats, made, strict=bool(made)):
            for now, to in ((start, choice), (choice, start)):
                foreseen = each.way == OURS and how == FORESEEN and to is choice
                if foreseen:
                    rest(each)
                ms, spent = turn(tab, each, page, now, to)
                if counts and (not is_new or to is choice):  # the way back was asked before
                    rows.note(page, f"{what}, {how}", "ms", each.way, ms)
                    rows.note(page, f"{what}, {how}: server", "ms of CPU", each.way, spent)
                worked = 1e3 * rest(each) if foreseen else 0
                if counts and foreseen:
                    rows.note(page, f"{what}: foreseeing what comes next", "ms of CPU", OURS, worked)


def rest(ours: Served) -> float:
    """Until the server has foreseen what may be done next, else it would take the processor from what is measured; the
    processor time it took, in seconds."""
    begun, before, until = ours.processor(), -math.inf, time.monotonic() + LONGEST_S
    while (now := ours.processor()) - before > STILL_S:
        if time.monotonic() > until:
            raise TimeoutError(f"{ours.way} is still at work after {LONGEST_S} s")
        before = now
        time.sleep(LOOK_S)
    return now - begun


if __name__ == "__main__":
    part.run("interactions", measure, PAGES)
