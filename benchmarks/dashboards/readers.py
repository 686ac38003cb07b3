"""What a reader waits for, by a real browser: until a page can be read, and from a choice to the changed pictures."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from dashboards.content import whole, years
from dashboards.servers import FLOOR, OURS
from dashboards.watching import CHANGING, LOADING
from lsk_metrics.indicators import answer, indicator
from lsk_metrics.indicators.groups import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

    from dashboards.content import Choice
    from dashboards.servers import Served

SLOW = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8, "latency": 150}
LONGEST_MS = 120_000
# By then the server has answered, also where the pictures stood before that; what it does when left alone comes later.
ANSWERED_S = 0.25


@dataclass(frozen=True)
class Load:
    """One load of a page, in milliseconds from its navigation; `ended` is the moment it could be read, in seconds
    since 1970. Bytes and requests are those until it could be used."""

    readable: float
    usable: float
    ended: float
    bytes: int
    requests: int


@contextmanager
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader nobody has seen before, with nothing in the cache."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="en-GB", color_scheme="light")
    context.set_default_timeout(LONGEST_MS)
    try:
        yield context
    finally:
        context.close()


def opened(context: BrowserContext, served: Served, page: str) -> Page:
    """A tab in which the page is asked for, and watched."""
    tab = context.new_page()
    tab.add_init_script(LOADING % json.dumps({**asdict(whole(page)), "way": served.way}))
    return tab


def load(context: BrowserContext, served: Served, page: str, slow: bool = False) -> Load:
    """Open a page in a tab of its own, and close it once it can be used."""
    tab = opened(context, served, page)
    wire = context.new_cdp_session(tab)
    wire.send("Network.enable")
    if slow:
        wire.send("Network.emulateNetworkConditions", SLOW)
    sizes: list[float] = []
    asked: list[str] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    # Frames are told in Base64.
    wire.on("Network.webSocketFrameReceived", lambda event: sizes.append(len(event["response"]["payloadData"]) * 0.75))
    wire.on("Network.requestWillBeSent", lambda event: asked.append(event["requestId"]))
    wire.on("Network.webSocketCreated", lambda event: asked.append(event["requestId"]))
    tab.goto(served.address(page), wait_until="commit")
    moments = wait(tab)
    found = Load(moments[0], moments[1], moments[2] / 1e3, round(sum(sizes)), len(set(asked)))
    tab.close()
    return found


def wait(tab: Page) -> list[float]:
    """Until the page can be used."""
    told = "() => window.readable && window.usable && [readable, usable, performance.timeOrigin + readable]"
    moments: list[float] = tab.wait_for_function(told, polling=50).json_value()
    return moments


def turn(tab: Page, served: Served, page: str, now: Choice, to: Choice) -> tuple[float, float]:
    """Milliseconds from a reader's choice to its pictures, and those of the processor that the server took for it;
    raises where the words are not those of it."""
    before = served.processor()
    if served.way == FLOOR:
        tab.evaluate(CHANGING, "change")
        tab.select_option("#choice", to.key)
    elif page != "peers" and served.way == OURS:
        pressed = names(answer("members").snapshot, "areas")[to.area or now.area]
        tab.evaluate(CHANGING, "pointerdown")
        tab.locator(".st-key-narrow_areas").get_by_role("button", name=pressed, exact=True).click()
    elif page != "peers":
        chosen(tab, tab.get_by_role("combobox", name="Area"), to.area)
    else:
        another = now.indicator != to.indicator
        box = tab.get_by_role("combobox", name="Indicator" if another else "Year", exact=not another).first
        title = indicator(to.indicator).title if served.way == OURS else to.indicator
        wanted = title if another else to.year or years(answer(to.indicator, {"peers": "partners"}))[-1]
        chosen(tab, box, wanted)
    done = time.monotonic()
    ms = float(tab.wait_for_function("() => window.changed", polling=50).json_value())
    time.sleep(max(0, done + ANSWERED_S - time.monotonic()))
    spent = 1e3 * (served.processor() - before)
    said = " ".join(tab.locator("body").inner_text().split())
    missing = [words for words in whole(page, to).words if " ".join(words.split()) not in said]
    if missing:
        raise AssertionError(f"{served.way} does not say after the choice of {to.key}: {missing}")
    return ms, spent


def chosen(tab: Page, box: Locator, wanted: str) -> None:
    """One of a list; from the click on it on, the page is watched."""
    box.click()
    box.fill(wanted)
    option = tab.get_by_role("option", name=wanted, exact=True).first
    option.wait_for()
    tab.evaluate(CHANGING, "pointerdown")
    option.click()
