"""The web page of a review in a real browser, from a file: it asks for nothing, and its charts move when asked to."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lsk_metrics import language
from lsk_metrics.exports.webpage import html_file
from lsk_metrics.indicators.reviews import review
from tests.browser.test_every_page import AUDIT, AXE, CLIPPED, CONTRAST
from tools.visit import LOCALES

pytestmark = pytest.mark.browser
FIGURES = "members,gerd_share_of_gdp;view=ranking,members_by_town,employment_rate;target=sample-employment"
WORDS = {"en": ("Interactive chart", "Simple chart"), "pl": ("Wykres interaktywny", "Zwykły wykres")}


@pytest.fixture(scope="module")
def files(snapshot: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same review in each language, in a folder of its own."""
    folder = tmp_path_factory.mktemp("stick")
    for lang in WORDS:
        language.use(lang)
        Path(folder, f"{lang}.html").write_bytes(html_file(review(figures=FIGURES, on="2026-05-21")))
    return {lang: Path(folder, f"{lang}.html") for lang in WORDS}


@pytest.fixture(params=[("en", 1440, "light"), ("pl", 390, "dark")], ids=["en-wide-light", "pl-narrow-dark"])
def opened(
    browser: Browser, files: dict[str, Path], request: pytest.FixtureRequest
) -> Iterator[tuple[Page, str, list[str], list[str]]]:
    """The page, its language, every address it asked for, and everything it complained of."""
    lang, width, scheme = request.param
    window = browser.new_context(viewport={"width": width, "height": 844}, locale=LOCALES[lang], color_scheme=scheme)
    page = window.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda each: asked.append(each.url))
    page.on("console", lambda each: complaints.append(each.text))
    page.on("pageerror", lambda each: complaints.append(str(each)))
    page.goto(files[lang].as_uri())
    yield page, lang, asked, complaints
    window.close()


def test_it_opens_from_a_file_and_asks_for_nothing(
    opened: tuple[Page, str, list[str], list[str]], files: dict[str, Path]
) -> None:
    page, lang, asked, complaints = opened
    for n in range(1, 5):
        expect(page.locator(f"#answer-{n} .drawing:visible svg").first).to_be_visible()
        assert page.locator(f"#answer-{n} .drawing:visible").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    there, back = WORDS[lang]
    chart = page.locator("#answer-1")
    chart.get_by_role("button", name=there).click()
    expect(chart.locator(".main-svg").first).to_be_visible()
    expect(chart.locator(".word")).to_be_visible()
    expect(chart.locator(".drawing:visible")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    chart.get_by_role("button", name=back).click()
    expect(chart.locator(".drawing:visible")).to_have_count(1)
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert asked == [files[lang].as_uri()]
    assert complaints == []


def test_a_mark_says_what_it_stands_for_and_a_key_leads_to_the_answers(
    opened: tuple[Page, str, list[str], list[str]],
) -> None:
    page, _lang, _asked, _complaints = opened
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    drawing = page.locator("#answer-2 .drawing:visible")
    drawing.locator("[data-tip]").first.hover()
    expect(drawing.locator(".tip")).to_be_visible()
    assert page.locator("#answer-3 .drawing:visible title").count() > 10  # a map says it by titles
    page.locator("details").evaluate_all("all => all.forEach(each => each.open = true)")
    assert page.evaluate(CONTRAST, 4.5) == []
    page.evaluate(AXE)
    assert [each for each in page.evaluate(AUDIT) if each["impact"] in ("serious", "critical")] == []
    assert page.evaluate(CLIPPED) == []


def test_it_is_whole_without_any_script(browser: Browser, files: dict[str, Path]) -> None:
    window = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = window.new_page()
    page.goto(files["en"].as_uri())
    expect(page.locator("#answer-1 .drawing.light.wide svg").first).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    page.locator("#answer-1 summary").first.click()
    expect(page.locator("#answer-1 table")).to_be_visible()
    with page.expect_download() as held:
        page.locator("#answer-1 a[download]").click()
    assert Path(held.value.path()).read_bytes().startswith(b"\xef\xbb\xbfindicator,")
    window.close()
