"""The page that is there before any script: read alone, where the app will put it, and gone once the app is up."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tools.server import serving
from tools.visit import COMPLETE

pytestmark = pytest.mark.browser
SHARP = 4.0  # pixels
PLACES = """root => Object.fromEntries([...document.querySelectorAll(
    ['h1', 'h2', 'h3', '.drawing svg', '.still', '.years', '.headlines', 'main p'].map(each => `${root} ${each}`).join()
  )]
  .filter(each => each.getBoundingClientRect().width && !each.closest('button, .e-button, details, label'))
  .map(each => [each, each.matches('svg')
    ? each.querySelector('title, desc')?.textContent ?? 'svg' : each.innerText])
  .map(([each, words]) => {
    const box = each.getBoundingClientRect();
    return [`${each.localName} ${words.replace(/\\s+/g, ' ').slice(0, 60)}`, [box.x, box.y, box.width]];
  }))"""


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard with its early pages: the first two windows' at least."""
    home: Path = tmp_path_factory.mktemp("early-home")
    with serving(home, early=True) as base:
        until = time.monotonic() + 240
        while not list(home.glob("early/*/pl/data-light-390.html")) and time.monotonic() < until:
            time.sleep(1)
        yield base


@pytest.fixture
def opened(early: str, browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens a page as a reader who has been here before, whose window is known."""
    contexts = []

    def opens(
        path: str,
        width: int = 1440,
        scheme: str = "light",
        script: bool = True,
        locale: str = "en-GB",
        held: bool = False,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script, locale=locale
        )  # type: ignore[arg-type]
        contexts.append(context)
        context.add_cookies([{"name": "lsk_window", "value": f"{width}x{scheme}", "url": early}])
        page = context.new_page()
        if held:
            hold(page)
        page.goto(early + path, wait_until="commit" if held else "domcontentloaded")
        if held:
            page.locator("#early").wait_for(state="attached")
        return page

    yield opens
    for context in contexts:
        context.close()


HELD: dict[Page, list[Route]] = {}


def hold(page: Page) -> None:
    """The app does not come before it is let go: on a busy machine it may else be there before what is looked at."""
    HELD[page] = []
    page.route("**/static/js/*.js", lambda route: HELD[page].append(route) if page in HELD else route.continue_())


def let_go(page: Page) -> None:
    for route in HELD.pop(page):
        route.continue_()
    page.unroute("**/static/js/*.js")


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize(("path", "parts"), [("/", 16), ("/peers", 16), ("/map", 7), ("/board", 16)])
def test_everything_stands_where_the_app_puts_it(
    opened: Callable[..., Page], path: str, parts: int, width: int
) -> None:
    page = opened(path, width, held=True)
    page.evaluate("document.fonts.ready.then(() => 1)")
    drawn = page.evaluate(PLACES, "#early")
    let_go(page)
    page.wait_for_function(COMPLETE, timeout=60_000)
    shown = page.evaluate(PLACES, "#root")
    assert len(drawn) >= parts
    away = {
        words: (place, shown.get(words))
        for words, place in drawn.items()
        if words not in shown or any(abs(one - other) >= SHARP for one, other in zip(place, shown[words], strict=True))
    }
    assert away == {}


def test_without_javascript_the_page_is_read_whole_and_its_links_lead_on(opened: Callable[..., Page]) -> None:
    page = opened("/?lang=pl", script=False)
    assert page.locator("h1").inner_text() == "Od 32 do 95 członków"
    assert page.locator("#early .drawing svg").count() == 4
    assert "JavaScriptu" in page.locator(".e-unaided").inner_text()
    page.get_by_role("link", name="Porównania").click()
    assert page.url.endswith("/peers?lang=pl")
    assert "Małopolska" in page.locator("h1").inner_text()


def test_the_place_on_the_page_is_kept_when_it_gives_way(opened: Callable[..., Page]) -> None:
    page = opened("/", held=True)
    page.evaluate("document.fonts.ready.then(() => 1)")
    page.evaluate("document.querySelector('#early main').scrollTop = 700")
    before = page.locator("#early h3").nth(1).evaluate("each => each.getBoundingClientRect().y")
    let_go(page)
    page.wait_for_function(COMPLETE, timeout=60_000)
    after = page.locator("#root h3").nth(1).evaluate("each => each.getBoundingClientRect().y")
    assert -200 < before < 900
    assert abs(after - before) < SHARP
    assert page.locator("h1").count() == 1
    assert page.locator("#root").evaluate("root => [root.inert, root.style.visibility]") == [False, ""]


def test_a_page_drawn_for_another_window_is_put_right_before_it_is_seen(early: str, browser: Browser) -> None:
    """A first visit: the server knows neither width nor ground, and thinks of a wide and light window."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark", locale="pl-PL")
    page = context.new_page()
    page.add_init_script(
        """new MutationObserver(() => {
          const early = document.getElementById('early');
          const hidden = document.documentElement.classList.contains('early-waits');
          window.seen ??= new Set();
          if (early) window.seen.add(`${early.lang} ${early.className} ${early.dataset.width} ${hidden}`);
        }).observe(document, { childList: true, subtree: true, attributes: true });"""
    )
    hold(page)
    page.goto(early + "/", wait_until="commit")
    page.wait_for_function("() => [...(window.seen ?? [])].some(each => each.startsWith('pl dark 390'))")
    let_go(page)
    page.wait_for_function(COMPLETE, timeout=60_000)
    seen = page.evaluate("[...window.seen]")
    context.close()
    assert "pl light 1440 false" not in seen


def test_a_question_in_the_address_is_answered_by_the_app_alone(opened: Callable[..., Page]) -> None:
    assert opened("/members?areas=Med").locator("#early").count() == 0
