"""Each reader's tasks from beginning to end by Tab, arrows, letters and Enter: no mouse, no focus set by hand."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
MOST = 140  # presses of the Tab key to anything on a page
# What has the focus: the box it stands in by its key, its role, and what is read for it.
FOCUSED = """() => {
  const at = document.activeElement, box = at.closest('[class*="st-key-"]');
  const words = at.getAttribute('aria-label') || at.innerText || at.closest('label')?.innerText || '';
  const key = (box?.className.match(/st-key-([\\w-]+)/) || ['', ''])[1];
  return [key, at.getAttribute('role') || at.localName, words.replace(/\\s+/g, ' ').trim().slice(0, 80)];
}"""


def reach(page: Page, role: str, words: str = "", box: str = "", key: str = "Tab") -> None:
    """Tab on, or back, from where the focus is until it comes to this: it has these words, its box this key."""
    met = []
    for _press in range(MOST):
        page.keyboard.press(key)
        found = page.evaluate(FOCUSED)
        if found[1] == role and words in found[2] and (not box or found[0] == box):
            return
        met.append(found)
    raise AssertionError(f"Tab never comes to {role} {words!r} {box}: {met}")


def choose(page: Page, box: str, typed: str) -> None:
    reach(page, "combobox", box=box)
    page.keyboard.press("Enter")
    page.keyboard.type(typed, delay=20)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")


def test_a_policy_maker_compares_another_indicator(visit: Open) -> None:
    found = visit("/peers?lang=en")
    choose(found.page, "indicator", "Employment rate")
    expect(found.page).to_have_url(re.compile("indicator=employment_rate"))
    expect(drawn(found.page).get_by_text("Employment rate:").first).to_be_visible()


def test_a_policy_maker_narrows_a_page_and_widens_it_again(visit: Open) -> None:
    found = visit("/members?lang=en")
    reach(found.page, "button", "Narrow the page")
    found.page.keyboard.press("Enter")
    expect(found.page.locator(".st-key-narrow_lists")).to_be_visible()
    found.wait()
    reach(found.page, "button", box="narrow_areas")  # of its buttons the arrows choose
    found.page.keyboard.press("Enter")
    expect(found.page).to_have_url(re.compile("areas="))
    found.wait()
    reach(found.page, "button", "×", key="Shift+Tab")
    found.page.keyboard.press("Enter")
    expect(found.page).not_to_have_url(re.compile("areas="))


def test_a_policy_maker_goes_back_in_the_years_of_the_map(visit: Open) -> None:
    found = visit("/map?lang=en")
    reach(found.page, "input", "", box="years")
    found.page.keyboard.press("Home")
    expect(found.page).to_have_url(re.compile("year=2006"))


def test_a_policy_maker_asks_the_tables_and_leaves_the_box(visit: Open) -> None:
    """In the box of the query Tab leads on, as everywhere: nobody is caught."""
    found = visit("/ask?lang=en")
    reach(found.page, "textarea")
    found.page.keyboard.press("Control+a")
    found.page.keyboard.type("SELECT 6 * 7 AS answer")
    found.page.keyboard.press("Tab")
    expect(found.page.get_by_role("button", name="Run")).to_be_focused()
    found.page.keyboard.press("Enter")
    expect(drawn(found.page).get_by_text("1 row, found within")).to_be_visible()


def test_a_board_member_opens_a_target_and_its_source(visit: Open) -> None:
    found = visit("/board?lang=en")
    reach(found.page, "button", "Show the way: Unemployment rate")
    found.page.keyboard.press("Enter")
    expect(found.page).to_have_url(re.compile("goal=sample-unemployment"))
    found.wait()
    reach(found.page, "button", "Passport")
    found.page.keyboard.press("Enter")
    expect(found.page.get_by_role("dialog").get_by_text("Where it comes from")).to_be_visible()


def test_a_board_member_takes_the_figures_of_a_chart_away(visit: Open) -> None:
    found = visit("/members?lang=en")
    reach(found.page, "button", "Table, passport and files")
    found.page.keyboard.press("Enter")
    expect(found.page.get_by_role("tab", name="Take it away")).to_be_visible()
    found.wait()
    reach(found.page, "tab")
    # What stands behind a tab is there before the next key: an answer on its way may be on the page a while later.
    behind = {
        "Passport": found.page.get_by_role("tabpanel").locator("code"),
        "Take it away": found.page.get_by_role("button", name="CSV"),
    }
    for name, inside in behind.items():
        found.page.keyboard.press("ArrowRight")
        expect(found.page.get_by_role("tab", name=name)).to_be_focused()
        expect(inside.first).to_be_visible()
        found.wait()
    found.page.keyboard.press("Enter")
    expect(found.page.get_by_role("button", name="CSV").first).to_be_visible()
    found.wait()
    reach(found.page, "button", "CSV")
    with found.page.expect_download() as download:
        found.page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")


def test_a_presenter_puts_figures_in_another_order(visit: Open) -> None:
    found = visit("/review?lang=en&story=own&figures=members,employment_rate")
    reach(found.page, "button", "Move down: Cluster members")
    found.page.keyboard.press("Enter")
    expect(found.page).to_have_url(re.compile("figures=employment_rate(,|%2C)members"))


def test_an_editor_chooses_a_file(visit: Open) -> None:
    found = visit("/register?lang=en")
    with found.page.expect_file_chooser() as chooser:
        reach(found.page, "button", "Upload")
        found.page.keyboard.press("Enter")
    assert not chooser.value.is_multiple()
