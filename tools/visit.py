"""A reader's visit to a page in a real browser: for the tests and the screenshots alike."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, WebSocket, sync_playwright

from tools import browser as chromium

PAGES = (
    "/", "/board", "/members", "/investment", "/startups", "/ecosystem", "/peers", "/explore", "/projects", "/map",
    "/since", "/governance", "/review", "/data", "/ask", "/register", "/privacy",
    "/accessibility",
)  # fmt: skip
LOCALES = {"en": "en-GB", "pl": "pl-PL"}
Scheme = Literal["light", "dark"]

# Streamlit has run the page to its end, what was drawn early has given way, nothing is still a grey placeholder, and
# every chart has its picture.
COMPLETE = """() => {
  if (document.getElementById('early')) return false;
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  const all = selector => [...document.querySelectorAll(selector)];
  if (!document.querySelector('[data-testid="stMainBlockContainer"] [data-testid="stElementContainer"]')) return false;
  if (all('[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-stale="true"]').length) return false;
  if (!all('[data-testid="stPlotlyChart"]').every(chart => chart.querySelector('.main-svg'))) return false;
  // On the map's page the map has taken the drawing's place, or never will.
  return all('.st-key-stage').every(stage => ['map', 'alone'].includes(stage.dataset.shows));
}"""

# … and has been so, no taller or wider, for three tenths of a second since it was asked for the first time this turn.
STILL = f"""turn => {{
  const complete = {COMPLETE};
  const main = document.querySelector('[data-testid="stMain"]');
  if (!complete() || !main) {{ window.stood = null; return false; }}
  const size = `${{main.scrollWidth}} ${{main.scrollHeight}}`, now = performance.now();
  if (window.stood?.turn !== turn || window.stood.size !== size) window.stood = {{ turn, size, since: now }};
  return now - window.stood.since >= 300;
}}"""

# What a link to another page of the dashboard does, also where the list of pages is folded away.
TURN = """path => {
  const language = new URLSearchParams(location.search).get('lang');
  history.pushState({}, '', `${path}?lang=${language}`);
  dispatchEvent(new PopStateEvent('popstate', {}));
}"""


@contextmanager
def browsing() -> Iterator[Browser]:
    """A headless browser that speaks to nobody but the pages it is shown."""
    path = chromium.find()
    if path is None:
        raise RuntimeError("There is no browser to test with: “make browser” installs one.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield running
        running.close()


def drawn(page: Page) -> Locator:
    """The page as it is seen: without the words that a screen reader is told, which stand beside it a second time."""
    return page.get_by_test_id("stApp")


@dataclass
class Visit:
    """One page as one reader met it; `foreign` are the addresses asked for on any other host."""

    page: Page
    base: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def exceptions(self) -> list[str]:
        """What stands in red boxes: a page that broke, or a refusal the page caught."""
        return self.page.locator('[data-testid="stException"], [data-testid="stAlertContentError"]').all_inner_texts()

    def wait(self, seconds: float = 90) -> None:
        """Until the page stands still: complete, and no taller or wider for a moment."""
        self.page.wait_for_function(STILL, arg=time.monotonic(), polling=50, timeout=seconds * 1000)

    def turn(self, path: str) -> None:
        """Go to another page of the dashboard without loading the program anew; what was noted starts afresh."""
        self.foreign.clear()
        self.errors.clear()
        before = self.page.locator("h1").inner_text()
        self.page.evaluate(TURN, path)
        self.page.wait_for_function(
            "before => document.querySelector('h1') && document.querySelector('h1').innerText !== before", arg=before
        )
        self.wait()

    def size(self) -> tuple[int, int]:
        """Width and height of all there is to scroll through; wider than the viewport means something is clipped."""
        width, height = self.page.locator('[data-testid="stMain"]').evaluate(
            "main => [main.scrollWidth, main.scrollHeight]"
        )
        return int(width), int(height)

    def unroll(self) -> None:
        """Make the window as tall as the page: it scrolls inside itself, so a picture would stop at the fold."""
        width = (self.page.viewport_size or {"width": 1440})["width"]
        for _attempt in range(3):  # charts that come into view may make it taller still
            height = self.size()[1]
            if (self.page.viewport_size or {"height": 0})["height"] >= height:
                return
            self.page.set_viewport_size({"width": width, "height": height})
            self.wait()

    def request(self, request: Request | WebSocket) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != urlsplit(self.base).netloc:
            self.foreign.append(request.url)

    def console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({json.dumps(message.location)})")


@contextmanager
def visiting(
    running: Browser, base: str, path: str, width: int, height: int, lang: str = "en", scheme: Scheme = "light"
) -> Iterator[Visit]:
    """Open one page as a new reader with this window, language and colour scheme; it is complete when given."""
    context = running.new_context(
        viewport={"width": width, "height": height}, locale=LOCALES[lang], color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(90_000)
    visit = Visit(page, base)
    context.on("request", visit.request)
    page.on("websocket", visit.request)
    page.on("console", visit.console)
    page.on("pageerror", lambda error: visit.errors.append(str(error)))
    try:
        page.goto(base + path)
        visit.wait()
        yield visit
    finally:
        context.close()
