"""What a reader waits for, by a real browser: until a page can be read, and from a choice to the changed picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboards.content import CHOICES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

    from dashboards.servers import Served

SLOW = {"offline": False, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8, "latency": 150}
WINDOW = {"width": 1440, "height": 1000}

# Everything that is to be read stands on the page: gives the moment, in milliseconds since it was asked for.
READABLE = {
    "floor": "() => window.drawn",
    "streamlit": """pictures => {
  const all = selector => [...document.querySelectorAll(selector)];
  const drawn = all('.drawing svg, .stPlotlyChart .main-svg:first-child, .stDeckGlJsonChart canvas').length;
  if (drawn < pictures || all('[data-testid="stSkeleton"]').length) return null;
  const app = document.querySelector('[data-testid="stApp"]');
  const early = document.querySelector('#early');
  return early || app?.dataset.testScriptState === 'notRunning' ? performance.now() : null;
}""",
}


@dataclass(frozen=True)
class Load:
    """One load of a page: milliseconds until it can be read, bytes over the wire, requests."""

    ms: float
    bytes: int
    requests: int


def load(context: BrowserContext, served: Served, page: str, pictures: int, slow: bool = False) -> Load:
    """Open a page in a tab of its own; the context's cache is empty the first time."""
    tab = context.new_page()
    wire = context.new_cdp_session(tab)
    wire.send("Network.enable")
    if slow:
        wire.send("Network.emulateNetworkConditions", SLOW)
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    wire.on("Network.webSocketFrameReceived", lambda event: sizes.append(len(event["response"]["payloadData"])))
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.goto(served.address(page), wait_until="commit")
    moment = readable(tab, served, pictures)
    tab.wait_for_timeout(200)
    found = Load(moment, sum(sizes), len(requests))
    tab.close()
    return found


def readable(tab: Page, served: Served, pictures: int) -> float:
    script = READABLE["floor" if served.way == "floor" else "streamlit"]
    return float(tab.wait_for_function(script, arg=pictures, timeout=180_000).json_value())


def interaction(tab: Page, served: Served, to: str) -> float:
    """Milliseconds from choosing another indicator to its picture, on a page of peers that is open already."""
    if served.way == "floor":
        tab.evaluate("() => { window.changed = null; }")
        tab.select_option("#choice", to)
        return float(tab.wait_for_function("() => window.changed", timeout=60_000).json_value())
    box = tab.get_by_role("combobox", name="Indicator").first
    box.click()
    tab.get_by_role("option").first.wait_for()
    options = tab.get_by_role("option")
    at = options.all_inner_texts().index(to)
    tab.evaluate(WATCHED)
    options.nth(at).click()
    return float(tab.wait_for_function("() => window.changed", timeout=60_000).json_value())


# From the click on an option until no picture has changed and no run has gone on for a while: the last change counts.
WATCHED = """() => {
  window.changed = null;
  addEventListener('pointerdown', () => {
    const begun = performance.now();
    let last = 0;
    const pictures = '.drawing, .stPlotlyChart, .stDeckGlJsonChart';
    const seen = new MutationObserver(changes => {
      if (changes.some(each => (each.target.closest ?? (() => each.target.parentElement?.closest(pictures)))
        .call(each.target, pictures))) last = performance.now();
    });
    seen.observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
    const wait = setInterval(() => {
      if (!last || performance.now() - last < 700) return;
      clearInterval(wait); seen.disconnect(); window.changed = last - begun;
    }, 20);
  }, {once: true, capture: true});
}"""


def choices(served: Served, titles: dict[str, str]) -> list[str]:
    """The two indicators an interaction goes between, as this way names them."""
    return [titles[name] if served.way == "ours" else name for name in CHOICES]


def context(browser: Browser) -> BrowserContext:
    """A reader nobody has seen before."""
    return browser.new_context(viewport=WINDOW, locale="en-GB", color_scheme="light")  # type: ignore[arg-type]
