"""Without a mouse: the Tab key reaches what can be chosen, and a key chooses it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit

pytestmark = pytest.mark.browser

FOCUSED = """() => {
  const at = document.activeElement;
  const name = at.getAttribute('aria-label') || at.innerText || '';
  return [at.getAttribute('role') || at.tagName.toLowerCase(), name.trim()];
}"""


def tabbed(page: Page, steps: int) -> list[tuple[str, str]]:
    """Role and name of each element the Tab key comes to, from the top of the page."""
    page.evaluate("document.activeElement.blur()")
    found = []
    for _step in range(steps):
        page.keyboard.press("Tab")
        role, name = page.evaluate(FOCUSED)
        found.append((role, name))
    return found


def test_tab_reaches_the_pages_the_language_and_the_switch(visit: Callable[..., Visit]) -> None:
    reached = tabbed(visit("/members").page, 25)
    links = [name for role, name in reached if role == "a" and name != "Skip to main content"]
    assert links[:16] == [
        "Overview", "Targets and status", "Members", "Investment", "Start-ups", "Ecosystem", "Peers", "Explore",
        "European projects", "Map", "Since the last review", "S3 governance", "Review pack", "Data",
        "Ask the tables", "Import"]  # fmt: skip
    assert ("radio", "English") in reached
    assert ("switch", "Published and register only") in reached


def test_the_language_can_be_chosen_with_keys(visit: Callable[..., Visit]) -> None:
    page = visit("/members").page
    page.get_by_role("radio", name="English").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Członkowie")


def test_a_page_can_be_chosen_with_keys(visit: Callable[..., Visit]) -> None:
    page = visit("/members").page
    page.get_by_role("link", name="Start-ups").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Start-ups")


def test_the_table_opens_with_keys(visit: Callable[..., Visit]) -> None:
    page = visit("/members").page
    more = page.locator(".st-key-moves_members")
    more.locator("[data-door=more]").focus()
    page.keyboard.press("Enter")
    expect(more.locator("tbody tr").first).to_be_visible()


def test_what_has_the_focus_can_be_seen(visit: Callable[..., Visit]) -> None:
    """The focused link looks different from the same link without focus."""
    page = visit("/members").page
    link = page.get_by_role("link", name="Start-ups")
    before = link.screenshot()
    page.get_by_role("link", name="Investment").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["a", "Start-ups"]
    assert link.screenshot() != before
