"""Every page in every language and size is fit to be shown: silent, whole, readable, and at home."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from itertools import product
from pathlib import Path

import pytest

from tools.server import ROOT
from tools.visit import LOCALES, Scheme, Visit

pytestmark = pytest.mark.browser

PAGES = ["/", *sorted(f"/{path.stem}" for path in (ROOT / "pages").glob("*.py") if path.stem != "overview")]
WIDE, NARROW = (1440, 900), (390, 844)
WINDOWS: list[tuple[tuple[int, int], str, Scheme]] = [
    *((size, lang, "light") for size, lang in product((WIDE, NARROW), LOCALES)),
    (WIDE, "en", "dark"),
]
OPENED = [(page, *window) for window, page in product(WINDOWS, PAGES)]
WORDS_ALONE = (
    "/accessibility", "/ask", "/data", "/governance", "/privacy", "/projects", "/register", "/review", "/since"
)  # fmt: skip
CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AUDIT = """() => axe
  .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] })
  .then(result => result.violations.map(each => (
    { impact: each.impact, rule: each.id, where: each.nodes.map(node => node.html.slice(0, 200)) })))"""

SIDEWAYS = """() => [document.scrollingElement, document.querySelector('[data-testid="stMain"]')]
  .map(box => box.scrollWidth - box.clientWidth)"""

# Words of a chart that leave its picture: cut off, or printed over what stands beside it.
CLIPPED = """() => [...document.querySelectorAll('.main-svg, .drawing svg')].flatMap(picture => {
  const frame = picture.getBoundingClientRect();
  return [...picture.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect();
    const sideways = box.left < frame.left - 1 || box.right > frame.right + 1;
    const upright = box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
    return text.textContent.trim() && box.width && text.checkVisibility() && (sideways || upright);
  }).map(text => text.textContent);
})"""

# Each picture with its role and what is read aloud for it.
PICTURES = """() => [...document.querySelectorAll(
    '[data-testid="stPlotlyChart"], [data-testid="stDeckGlJsonChart"], [data-testid="stMain"] [role=img], img'
  )].map(picture => [
    picture.getAttribute('role') || picture.tagName.toLowerCase(),
    picture.getAttribute('aria-label') || picture.getAttribute('alt') ||
      picture.querySelector(':scope > title')?.textContent || ''
  ])"""


@dataclass(frozen=True)
class Opened:
    page: str
    lang: str
    visit: Visit


def named(case: tuple[str, tuple[int, int], str, Scheme]) -> str:
    page, (width, _height), lang, scheme = case
    return f"{page.strip('/') or 'overview'}-{lang}-{width}-{scheme}"


@pytest.fixture(scope="module", params=OPENED, ids=named)
def opened(request: pytest.FixtureRequest, turned: Callable[..., Visit]) -> Opened:
    page, (width, height), lang, scheme = request.param
    return Opened(page, lang, turned(page, (width, height, lang, scheme)))


def spaced(text: str) -> str:
    return " ".join(text.split())


def test_no_request_goes_to_another_host(opened: Opened) -> None:
    assert opened.visit.foreign == []


def test_the_console_is_silent(opened: Opened) -> None:
    assert opened.visit.errors == []


def test_the_browser_keeps_only_what_the_privacy_note_names(opened: Opened) -> None:
    page = opened.visit.page
    cookies = page.context.cookies()
    assert {each.get("name") for each in cookies} <= {"lsk_window", "_streamlit_xsrf"}
    assert {each.get("expires") for each in cookies} == {-1}, "gone when the browser is closed"
    stored = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert [name for name in stored if not name.startswith(("stActiveTheme", "stSidebar", "sidebar"))] == []


def test_nothing_on_it_broke(opened: Opened) -> None:
    assert opened.visit.exceptions() == []


def test_nothing_has_to_be_scrolled_sideways(opened: Opened) -> None:
    assert opened.visit.page.evaluate(SIDEWAYS) == [0, 0]


def test_no_word_of_a_chart_is_clipped(opened: Opened) -> None:
    assert opened.visit.page.evaluate(CLIPPED) == []


def test_the_document_says_its_language(opened: Opened) -> None:
    assert opened.visit.page.evaluate("document.documentElement.lang") == opened.lang


def test_there_is_one_main_heading(opened: Opened) -> None:
    [heading] = opened.visit.page.locator("h1").all()
    assert heading.inner_text().strip()
    assert heading.is_visible()


def test_each_picture_is_read_aloud_as_the_sentence_above_it(opened: Opened) -> None:
    text = spaced(opened.visit.page.locator('[data-testid="stMain"]').inner_text())
    pictures = opened.visit.page.evaluate(PICTURES)
    # Before anything is fetched, the page of European projects has no picture; others hold tables and words alone.
    assert pictures or opened.page in WORDS_ALONE
    for role, sentence in pictures:
        assert role in ("figure", "img")
        assert sentence.endswith(".")
        assert spaced(sentence) in text


def test_axe_finds_nothing_serious(opened: Opened) -> None:
    """The rules of WCAG 2.1 A and AA, as the engine most audits use holds them."""
    if not opened.visit.page.evaluate("'axe' in window"):
        opened.visit.page.evaluate(AXE)
    found = opened.visit.page.evaluate(AUDIT)
    assert [each for each in found if each["impact"] in ("serious", "critical")] == []


def test_every_word_stands_out_from_its_ground(opened: Opened) -> None:
    assert opened.visit.page.evaluate(CONTRAST, 4.5) == []
