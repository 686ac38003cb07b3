"""The page of targets: the button of a row shows its way below, for mouse and keyboard, and the address says which."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tools.visit import Visit

Open = Callable[..., Visit]
pytestmark = pytest.mark.browser


def test_the_button_of_a_row_shows_its_way_below_and_the_address_keeps_it(visit: Open) -> None:
    found = visit("/board")
    page = found.page
    expect(page.locator(".targets tr.chosen .title")).to_have_text("Cluster members")
    page.get_by_role("button", name="Show the way: Unemployment rate").click()
    found.wait()
    expect(page).to_have_url(re.compile(r"goal=sample-unemployment"))
    expect(page.locator(".targets tr.chosen .title")).to_have_text("Unemployment rate")
    expect(page.get_by_role("heading", name="Unemployment rate: is the target within reach?")).to_be_in_viewport()
    page.go_back()
    found.wait()
    expect(page.locator(".targets tr.chosen .title")).to_have_text("Cluster members")


def test_the_keyboard_reaches_the_button_and_stays_on_it(visit: Open) -> None:
    found = visit("/board?sort=name")
    page = found.page
    button = page.locator('.targets button[data-target="sample-gerd"]')
    button.focus()
    page.keyboard.press("Enter")
    found.wait()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    expect(page.locator(".targets tbody .title").first).to_have_text("Cluster members")


def test_a_narrow_page_lays_the_rows_out_as_blocks_with_nothing_beyond_its_edge(visit: Open) -> None:
    found = visit("/board?lang=pl", width=390, height=844)
    assert found.size()[0] <= 390
    box = found.page.locator(".targets tbody tr").first.bounding_box()
    assert box is not None and box["width"] <= 390
