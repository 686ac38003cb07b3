"""A dashboard in which every name means harm: each page stands as ever, and the names are words on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog

from tests.hostile_home import NAMES
from tools.server import serving
from tools.visit import PAGES, Visit, visiting

pytestmark = pytest.mark.browser

# Pages on which names of places and areas, or words about targets, stand for certain.
NAMED = ("/ecosystem", "/peers", "/map", "/data", "/board", "/governance", "/members")
# What a name would have become if it had been taken for HTML, Markdown or a formula.
MADE = """() => [
  ...document.querySelectorAll('[onerror], [onload], [onmouseover], img[src="x"], img[src*="x.example"], .katex'),
  ...[...document.querySelectorAll('a[href], form, iframe')].filter(each =>
    /^(javascript|data|vbscript):/i.test(each.getAttribute('href') || each.getAttribute('src') || '')),
  ...[...document.querySelectorAll('[data-testid="stMain"] :is(strong, em, code, del, b, i)')].filter(each =>
    ['x', 'y', 'z'].includes(each.textContent)),
  ...[...document.scripts].filter(each => each.textContent.trim() === 'alert(1)'),
].map(each => each.outerHTML.slice(0, 200))"""
JOINER = "\N{WORD JOINER}"


@pytest.fixture(scope="module")
def harm(browser: Browser, harmed_home: dict[str, str]) -> Iterator[tuple[Visit, list[str]]]:
    """One visit to that dashboard, and all that asked a reader anything."""
    asked: list[str] = []

    def noted(dialog: Dialog) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_DATA", harmed_home["LSK_DATA"])
        with (
            serving(Path(harmed_home["LSK_HOME"])) as base,
            visiting(browser, base, "/?lang=en", 1440, 900) as visit,
        ):
            visit.page.on("dialog", noted)
            yield visit, asked


WITHIN = "width => document.querySelector('[data-testid=stMain]').scrollWidth <= width"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_stands_and_makes_nothing_of_the_names(harm: tuple[Visit, list[str]], path: str) -> None:
    visit, asked = harm
    if path != "/":
        visit.turn(path)
    assert visit.page.evaluate(MADE) == []
    assert (visit.foreign, visit.errors, visit.exceptions(), asked) == ([], [], [], [])
    for width in (1440, 390):  # names have up to 200 letters, some without a space
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.page.wait_for_function(WITHIN, arg=width)  # the page hears of its width, and lists stand for wide tables
    visit.page.set_viewport_size({"width": 1440, "height": 900})
    visit.wait()
    if path in NAMED:
        text = visit.page.locator('[data-testid="stMain"]').inner_text().replace(JOINER, "")
        assert [name for name in NAMES if name in text]


def test_the_names_are_read_as_they_were_written(harm: tuple[Visit, list[str]]) -> None:
    """Of the 24 names at least 20, on the pages that list documents and what was published."""
    visit, _asked = harm
    words = ""
    for path in ("/governance", "/data"):
        visit.page.goto(visit.base + path)
        visit.wait()
        words += visit.page.locator('[data-testid="stMain"]').inner_text().replace(JOINER, "")
    read = [name for name in NAMES if name in words]
    assert len(read) >= 20, set(NAMES) - set(read)


@pytest.mark.parametrize("path", ["/present?story=board&name=%3Cimg%20src=x%20onerror=alert(1)%3E",
                                  "/embed/members_by_town", "/embed/members_by_area?lang=pl"])  # fmt: skip
def test_a_show_and_a_figure_for_other_sites_make_nothing_of_them(harm: tuple[Visit, list[str]], path: str) -> None:
    visit, asked = harm
    visit.foreign.clear()
    visit.errors.clear()
    answered = visit.page.goto(visit.base + path)
    assert answered is not None
    assert answered.status == 200
    assert visit.page.evaluate(MADE) == []
    assert (visit.foreign, visit.errors, asked) == ([], [], [])
