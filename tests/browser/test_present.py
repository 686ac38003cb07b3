"""The show: moved by keys and a clicker, nothing clipped on a projector, notes in a window of their own, no network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from lsk_metrics import language
from lsk_metrics.exports.present import show_file
from lsk_metrics.indicators.reviews import review

pytestmark = pytest.mark.browser

# Where the words or the picture of a screen go beyond it or over each other, and how high its picture is.
TROUBLE = """() => [...document.querySelectorAll('section')].flatMap((screen, at) => {
  const room = screen.getBoundingClientRect(), found = [];
  if (screen.scrollHeight > screen.clientHeight || screen.scrollWidth > screen.clientWidth) found.push('spills');
  const parts = [...screen.querySelectorAll('header, figure, .rests, table, ul')].map(
    each => each.getBoundingClientRect());
  if (parts.some(part => part.right > room.right + 1 || part.bottom > room.bottom + 1)) found.push('beyond');
  const figure = screen.querySelector('figure');
  if (figure && figure.getBoundingClientRect().height < room.height * 0.45) found.push('small picture');
  for (const text of screen.querySelectorAll('.picture:not(.map) > svg text')) {
    if (!text.checkVisibility()) continue;
    const box = text.getBoundingClientRect();
    if (box.left < room.left || box.right > room.right) found.push(text.textContent);
  }
  return found.length ? [[at + 1, ...found]] : [];
})"""


@pytest.fixture(scope="module")
def shows(tmp_path_factory: pytest.TempPathFactory, snapshot: str) -> dict[tuple[str, str], str]:
    """Addresses of the ready stories as files, in both languages."""
    folder: Path = tmp_path_factory.mktemp("shows")
    found = {}
    for story in ("s3", "board", "glance"):
        for lang in language.LANGUAGES:
            language.use(lang)
            path = folder / f"{story}-{lang}.html"
            path.write_bytes(show_file(review(story)))
            found[story, lang] = path.as_uri()
    return found


@pytest.fixture
def window(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 720}, reduced_motion="reduce")
    yield context
    context.close()


def now(page: Page) -> str:
    return page.locator("section.now .place").inner_text()


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=["1280", "1920"])
@pytest.mark.parametrize("story", ["s3", "board", "glance"])
def test_every_screen_has_room_for_what_it_says(
    browser: Browser, shows: dict[tuple[str, str], str], story: str, size: tuple[int, int]
) -> None:
    for lang, scheme in (("en", "dark"), ("pl", "light")):
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
        page, errors = context.new_page(), []
        page.on("console", lambda said, errors=errors: errors.append(said.text) if said.type == "error" else None)
        page.goto(shows[story, lang])
        page.evaluate("document.fonts.ready")
        assert page.evaluate(TROUBLE) == []
        assert errors == []
        context.close()


def test_keys_and_a_clicker_move_it(window: BrowserContext, shows: dict[tuple[str, str], str]) -> None:
    page = window.new_page()
    page.goto(shows["s3", "en"])
    count = page.locator("section").count()
    assert now(page) == f"1 of {count}"
    for key, at in [
        ("ArrowRight", 2), ("PageDown", 3), (" ", 4), ("ArrowLeft", 3), ("PageUp", 2), ("End", count),
        ("ArrowRight", count), ("Home", 1), ("ArrowLeft", 1),
    ]:  # fmt: skip
        page.keyboard.press(key)
        expect(page.locator("section.now .place")).to_have_text(f"{at} of {count}")
    page.goto(shows["s3", "en"] + "#s5")
    assert now(page) == f"5 of {count}"
    page.keyboard.press("ArrowRight")
    page.go_back()
    expect(page.locator("section.now .place")).to_have_text(f"5 of {count}")
    assert page.locator("[role=status]").inner_text().startswith(f"5 of {count}: ")


def test_the_ground_can_be_turned_and_the_screen_blanked(
    window: BrowserContext, shows: dict[tuple[str, str], str]
) -> None:
    page = window.new_page()
    page.goto(shows["glance", "pl"] + "#s2")
    light, dark = page.locator("section.now .picture.light"), page.locator("section.now .picture.dark")
    expect(light).to_be_visible()
    expect(dark).to_be_hidden()
    page.keyboard.press("d")
    expect(light).to_be_hidden()
    expect(dark).to_be_visible()
    page.keyboard.press("b")
    expect(page.locator("section.now h2")).to_be_hidden()
    page.keyboard.press("b")
    expect(page.locator("section.now h2")).to_be_visible()


def test_the_speaker_s_window_follows(window: BrowserContext, shows: dict[tuple[str, str], str]) -> None:
    page = window.new_page()
    page.goto(shows["s3", "pl"] + "#s2")
    with window.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    expect(notes.locator("h1")).to_have_text(page.locator("section.now h2").inner_text())
    expect(notes.locator("#next")).to_contain_text("Następny: ")
    notes.keyboard.press("ArrowRight")
    expect(page.locator("section.now .place")).to_contain_text("3 z")
    expect(notes.locator("h1")).to_have_text(page.locator("section.now h2").inner_text())
    expect(notes.locator("#said")).to_contain_text("lsk show gerd_share_of_gdp")


def test_it_starts_from_a_link_and_leads_back(window: BrowserContext, server: str) -> None:
    page, foreign = window.new_page(), []
    page.on("request", lambda asked: foreign.append(asked.url) if not asked.url.startswith((server, "data:")) else None)
    page.goto(f"{server}/present?story=board&lang=pl&name=Rada+nadzorcza&date=2026-05-21")
    expect(page.locator("h1")).to_have_text("Rada nadzorcza")
    expect(page.locator("section.now")).to_contain_text("21 maja 2026")
    assert foreign == []
    page.keyboard.press("Escape")
    page.wait_for_url("**/review?**")
    assert "name=Rada" in page.url
    assert "date=2026-05-21" in page.url


def test_what_cannot_be_shown_is_said_in_a_sentence(window: BrowserContext, server: str) -> None:
    page = window.new_page()
    answer = page.goto(f"{server}/present?story=s4&lang=pl")
    assert answer is not None
    assert answer.status == 400
    expect(page.locator("body")).to_contain_text("Nieznana nazwa: „s4” (gotowy zestaw). Czy chodziło o „s3”?")
