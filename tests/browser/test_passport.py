"""From a chart to its passport in one click, by mouse and by keyboard, in the language of the page and within it."""

import re
from collections.abc import Callable
from contextlib import suppress

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.visit import Scheme, Visit

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
# What reaches beyond the window within the dialog, or has to be scrolled sideways to be read.
TOO_WIDE = """box => [box, ...box.querySelectorAll('.passport, .passport *, pre')].filter(each =>
  each.getBoundingClientRect().right > innerWidth + 1 || each.scrollWidth > each.clientWidth + 1
  && getComputedStyle(each).display !== 'inline').map(each => each.outerHTML.slice(0, 80))"""

# Each figure is drawn as wide as its place.
FITTED = """() => [...document.querySelectorAll('.drawing.chart svg')].every(
  each => Math.abs(each.getBoundingClientRect().width - Number(each.getAttribute('width'))) < 20)"""


def door(page: Page, key: str) -> Locator:
    return page.locator(f".st-key-drawing_{key} [data-door=passport]")


def test_one_click_with_the_mouse_shows_the_passport_and_esc_leads_back(visit: Open) -> None:
    found = visit("/investment")
    door(found.page, "investment_by_kind").click()
    dialog = found.page.get_by_role("dialog", name="Passport: Investment by kind")
    expect(dialog).to_contain_text("Both are lower bounds up to 2018")
    expect(dialog).to_contain_text("> means “over”: the source gives a lower bound.")
    expect(dialog.locator("code").first).to_have_text(
        re.compile(r"^lsk show investment_by_kind --lang en --snapshot \d{8}-[0-9a-f]{8}$")
    )
    expect(dialog.locator("code").nth(1)).to_have_text(re.compile(r"^[0-9a-f]{64}  reference/claims\.csv$"))
    expect(dialog.locator("code").last).to_contain_text("WHERE year BETWEEN $first_year AND $last_year")
    address = dialog.get_by_role("link")
    expect(address).to_have_attribute("href", re.compile("^https://uiin.org/"))
    expect(address).to_have_attribute("target", "_blank")
    found.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert found.exceptions() == found.errors == found.foreign == []


def test_a_key_opens_the_passport_and_another_closes_it_where_one_was(visit: Open) -> None:
    found = visit("/members", lang="pl")
    opener = door(found.page, "members")
    found.page.locator(".st-key-drawing_members [data-door=more]").focus()
    found.page.keyboard.press("Shift+Tab")
    expect(found.page.locator(".st-key-drawing_members [data-door=turn]")).to_be_focused()
    found.page.keyboard.press("Shift+Tab")
    expect(opener).to_be_focused()
    found.page.keyboard.press("Enter")
    dialog = found.page.get_by_role("dialog", name="Metryka wskaźnika: Członkowie klastra")
    expect(dialog).to_contain_text("Organizacje należące do klastra")
    expect(dialog).to_contain_text("Ta sama liczba w terminalu")
    expect(dialog.locator("code").first).to_have_text(
        re.compile(r"^lsk show members --lang pl --snapshot \d{8}-[0-9a-f]{8}$")
    )
    assert found.page.evaluate("document.activeElement.closest('[role=dialog]') !== null")
    found.page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(opener).to_be_focused()


def settled(found: Visit) -> None:
    """A window of another size or scheme has its figures drawn anew; that run would close what is opened before it."""
    found.page.wait_for_timeout(600)
    found.page.wait_for_function(FITTED)
    found.wait()


@pytest.mark.parametrize("lang", ["en", "pl"])
@pytest.mark.parametrize(("path", "key"), [("/peers", "compared-gap_leader"), ("/members", "members")])
def test_nothing_of_a_passport_is_wider_than_the_page(visit: Open, path: str, key: str, lang: str) -> None:
    found = visit(path, width=390, height=844, lang=lang)
    looks: list[tuple[int, Scheme]] = [(390, "light"), (390, "dark"), (1440, "dark")]
    for width, scheme in looks:
        found.page.emulate_media(color_scheme=scheme)
        found.page.set_viewport_size({"width": width, "height": 844})
        settled(found)
        dialog = found.page.get_by_role("dialog")
        for _attempt in range(3):  # a run that comes late all the same closes it
            door(found.page, key).click()
            with suppress(AssertionError):
                expect(dialog.locator("code").last).to_contain_text("SELECT", timeout=30_000)
                break
        expect(dialog.locator("code").last).to_contain_text("SELECT")
        found.wait()
        assert (width, scheme, dialog.evaluate(TOO_WIDE)) == (width, scheme, [])
        found.page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
    assert found.errors == []


def test_the_passport_in_the_box_stays_within_its_column(visit: Open) -> None:
    found = visit("/members", lang="pl")
    found.page.locator(".st-key-drawing_members_joined [data-door=more]").click()
    box = found.page.locator(".st-key-moves_members_joined")
    box.get_by_role("tab", name="Metryka wskaźnika").click()
    expect(box.locator(".passport").first).to_contain_text("Organizacje z rejestru według roku kalendarzowego")
    assert box.evaluate(TOO_WIDE) == []


def test_the_command_can_be_copied_as_it_stands(visit: Open) -> None:
    found = visit("/investment")
    found.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    door(found.page, "investment_by_kind").click()
    dialog = found.page.get_by_role("dialog")
    command = dialog.locator('[data-testid="stCode"]').first
    command.hover()
    command.get_by_role("button").click()
    copied = found.page.evaluate("navigator.clipboard.readText()")
    assert copied == command.locator("code").inner_text()
    assert copied.startswith("lsk show investment_by_kind --lang en --snapshot ")
