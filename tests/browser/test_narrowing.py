"""A bar that is clicked narrows the page and is seen as chosen; keys do the same; the address keeps it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
CHIPS = '[class*="st-key-chip_"] button'
SME = "Cluster members, small and medium-sized enterprises: 9 in 2006, 45 in 2018"
WHOLE = "The cluster grew from 32 members in 2006 to 95 in 2018"
GREY = "rgb(137, 145, 149)"


def click_bar(visit: Visit, figure: str, at: int) -> None:
    bar = visit.page.locator(f".st-key-drawing_{figure} .bar").nth(at)
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box
    visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def fills(page: Page, figure: str) -> list[str]:
    """Colour and opacity of each bar, as drawn."""
    return page.locator(f".st-key-drawing_{figure} .bar").evaluate_all(
        "bars => bars.map(bar => getComputedStyle(bar).fill + ' ' + getComputedStyle(bar).opacity)"
    )


def test_a_click_on_a_bar_narrows_the_page_and_a_second_takes_it_back(visit: Open) -> None:
    found = visit("/members")
    before = fills(found.page, "members_by_type")[:3]  # the fourth is dotted, by a pattern of a new name each time
    click_bar(found, "members_by_type", 0)
    expect(drawn(found.page).get_by_text(SME)).to_be_visible()
    expect(found.page.locator(CHIPS)).to_have_text(["Type: small and medium-sized enterprises ×"])
    expect(found.page).to_have_url(re.compile(r"[?&]member_types=sme"))
    found.wait()
    assert fills(found.page, "members_by_type")[:3] == ["rgb(11, 102, 102) 1", f"{GREY} 1", f"{GREY} 1"]
    click_bar(found, "members_by_type", 0)
    expect(drawn(found.page).get_by_text(WHOLE)).to_be_visible()
    expect(found.page.locator(CHIPS)).to_have_count(0)
    expect(found.page).not_to_have_url(re.compile("member_types"))
    found.wait()
    assert fills(found.page, "members_by_type")[:3] == before
    assert found.errors == []


def test_another_bar_takes_the_place_of_the_first_and_another_figure_adds_to_it(visit: Open) -> None:
    found = visit("/members?member_types=sme")
    click_bar(found, "members_by_type", 1)
    expect(found.page.locator(CHIPS)).to_have_text(["Type: public institutions ×"])
    found.wait()
    click_bar(found, "members_by_area", 1)
    expect(found.page.locator(CHIPS)).to_have_text(["Type: public institutions ×", "Area: science and education ×"])
    found.page.get_by_role("button", name="Clear all").click()
    expect(drawn(found.page).get_by_text(WHOLE)).to_be_visible()
    expect(found.page).not_to_have_url(re.compile("member_types|areas"))
    found.wait()
    click_bar(found, "members_by_type", 1)  # not taken for a second click on what was cleared
    expect(found.page.locator(CHIPS)).to_have_text(["Type: public institutions ×"])


def test_a_click_on_a_group_of_the_helix_narrows_to_its_areas_and_a_second_takes_them_back(visit: Open) -> None:
    found = visit("/ecosystem")
    expect(found.page.locator(CHIPS)).to_have_count(0)
    click_bar(found, "members_by_helix", 1)
    areas = ["Area: research and development ×", "Area: science and education ×"]
    expect(found.page.locator(CHIPS)).to_have_text(areas)
    expect(found.page).to_have_url(re.compile(r"[?&]areas=R%26D%2CEdu|[?&]areas=R%26D,Edu"))
    found.wait()
    assert fills(found.page, "members_by_helix")[0] != fills(found.page, "members_by_helix")[1]
    click_bar(found, "members_by_helix", 2)  # another takes its place
    expect(found.page.locator(CHIPS)).to_have_text(["Area: local government ×"])
    found.wait()
    click_bar(found, "members_by_helix", 2)
    expect(found.page.locator(CHIPS)).to_have_count(0)
    assert found.errors == []


def test_the_keyboard_does_the_same(visit: Open) -> None:
    found = visit("/members")
    found.page.get_by_role("button", name="Narrow the page").focus()
    found.page.keyboard.press("Enter")
    expect(drawn(found.page).get_by_text("Type of organisation", exact=True)).to_be_visible()
    pill = found.page.locator(".st-key-narrow_lists").get_by_text("Small and medium-sized enterprises", exact=True)
    for _press in range(3):
        found.page.keyboard.press("Tab")
        if found.page.evaluate("document.activeElement.innerText").strip() == pill.inner_text():
            break
    found.page.keyboard.press("Enter")
    expect(drawn(found.page).get_by_text(SME)).to_be_visible()
    found.page.keyboard.press("Escape")
    chip = found.page.locator(CHIPS)
    expect(chip).to_have_count(1)
    chip.focus()
    found.page.keyboard.press("Enter")
    expect(drawn(found.page).get_by_text(WHOLE)).to_be_visible()
    expect(chip).to_have_count(0)


def test_a_choice_outlives_a_reload_another_language_and_another_page(visit: Open) -> None:
    found = visit("/members?areas=Med")
    found.page.reload()
    found.wait()
    expect(found.page.locator(CHIPS)).to_have_text(["Area: healthcare ×"])
    drawn(found.page).get_by_text("Polski", exact=True).click()
    expect(found.page.locator(CHIPS)).to_have_text(["Obszar: ochrona zdrowia ×"])
    expect(found.page).to_have_url(re.compile(r"areas=Med"))
    found.page.get_by_role("link", name="Start-upy").click()
    expect(found.page.get_by_role("heading", level=1)).to_have_text("Start-upy")
    expect(found.page.locator(CHIPS)).to_have_text(["Obszar: ochrona zdrowia ×"])
    expect(found.page).to_have_url(re.compile(r"/startups\?.*areas=Med"))


def test_a_region_clicked_in_the_ranking_is_marked_in_the_figures_below(visit: Open) -> None:
    found = visit("/peers")
    click_bar(found, "compared-ranking", 0)
    expect(found.page.locator(CHIPS)).to_have_text(["Region: Flanders ×"])
    expect(found.page).to_have_url(re.compile(r"regions=BE2"))
    found.wait()
    named = found.page.locator(".st-key-drawing_compared text", has_text="Flanders")
    assert "rgb(177, 77, 35)" in named.first.evaluate("text => getComputedStyle(text).fill")


def test_chips_wrap_on_a_phone_and_none_is_wider_than_its_line(visit: Open) -> None:
    found = visit("/members?member_types=sme&areas=BioF", width=390, height=844, lang="pl")
    boxes = [each.bounding_box() for each in found.page.locator(CHIPS).all()]
    assert len(boxes) == 2
    assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["height"] <= 40 for box in boxes)
    assert found.size()[0] <= 390
