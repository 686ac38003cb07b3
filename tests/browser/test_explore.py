"""What is chosen on the Explore page is its address, which opens the same elsewhere; the keyboard reaches it all."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
BOXES = ("choose_indicator", "peers", "choose_from", "choose_to", "choose_second")
LISTS = ("towns", "groups", "areas", "places")


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def press(page: Page, name: str) -> None:
    page.locator(".choices").get_by_role("button", name=name, exact=True).click()


def pick(page: Page, key: str, typed: str, option: str) -> None:
    """From a box or a list, as a reader does: type, and take the option."""
    box = page.locator(f".st-key-{key}").get_by_role("combobox")
    box.click()
    box.fill(typed)
    page.get_by_role("option", name=option, exact=True).click()
    page.keyboard.press("Escape")  # a list of several stays open, and hides the rest of the page from who listens
    expect(page.get_by_role("listbox")).to_have_count(0)


def pressed(page: Page) -> list[str]:
    return [each.get_attribute("data-code") or "" for each in page.locator(".choices [aria-pressed=true]").all()]


def state(page: Page) -> dict[str, object]:
    """What every control shows, and the sentence."""
    shown: dict[str, object] = {"pressed": pressed(page)}
    for key in BOXES:
        box = page.locator(f".st-key-{key}").get_by_role("combobox")
        if box.count():
            shown[key] = box.input_value()
    for key in LISTS:
        shown[key] = page.locator(f".st-key-{key} [data-tag]").all_inner_texts()
    shown["find"] = page.locator(".st-key-choose_find input").input_value()
    shown["sentence"] = page.locator('[data-testid="stMain"] .said').first.inner_text()
    return shown


def again(visit: Open, found: Visit, lang: str = "en") -> Visit:
    """The same address in another window; in the other language, but for the language in it."""
    address = urlsplit(found.page.url)
    return visit(f"{address.path}?{address.query.replace('lang=en', f'lang={lang}')}", lang=lang)


def test_what_is_chosen_of_regions_is_the_address(visit: Open) -> None:
    found = visit("/explore")
    page = found.page
    assert pressed(page) == ["trend", "absolute"]
    press(page, "Ranking")
    expect(page).to_have_url(re.compile("form=ranking"))
    pick(page, "peers", "Similar", "Similar regions")
    expect(page).to_have_url(re.compile("peers=similar"))
    pick(page, "choose_from", "2015", "2015")
    expect(page).to_have_url(re.compile("from=2015"))
    pick(page, "choose_to", "2021", "2021")
    expect(page).to_have_url(re.compile("to=2021"))
    press(page, "Change on the year before")
    expect(page).to_have_url(re.compile("measure=change"))
    found.wait()
    told = {"form": "ranking", "peers": "similar", "from": "2015", "to": "2021", "measure": "change"}
    assert asked(page) == {"lang": "en", **told}
    other = again(visit, found)
    assert state(other.page) == state(page)
    polish = again(visit, found, "pl")
    assert asked(polish.page) == {"lang": "pl", **told}
    assert pressed(polish.page) == ["ranking", "change"]
    assert found.exceptions() == other.exceptions() == polish.exceptions() == []


def test_what_is_chosen_of_towns_is_the_address(visit: Open) -> None:
    found = visit("/explore?indicator=members_by_town&form=table")
    page = found.page
    pick(page, "towns", "Tarn", "Tarnów")
    expect(page).to_have_url(re.compile("towns="))
    pick(page, "groups", "Research", "Research and development")
    expect(page).to_have_url(re.compile("groups="))
    pick(page, "areas", "Research", "Research and development")
    expect(page).to_have_url(re.compile("areas="))
    found.wait()
    other = again(visit, found)
    assert state(other.page) == state(page)
    assert asked(other.page) == asked(page)
    expect(drawn(other.page).get_by_text("It comes back by changing the groups and the places.")).to_be_visible()


def test_two_indicators_stand_in_the_address(visit: Open) -> None:
    found = visit("/explore")
    press(found.page, "Two indicators")
    pick(found.page, "choose_second", "Patent", "Patent applications")
    expect(found.page).to_have_url(re.compile("second=patents_per_million"))
    found.wait()
    assert state(again(visit, found).page) == state(found.page)


def test_typing_finds_an_indicator_whatever_the_language(visit: Open) -> None:
    found = visit("/explore?indicator=powiat_wages")
    page = found.page
    for typed, title in (("naklady", "R&D expenditure (GERD)"), ("patent", "Patent applications")):
        box = page.locator(".st-key-choose_find input")
        box.fill(typed)
        box.press("Enter")
        expect(page).to_have_url(re.compile(f"find={typed}"))
        found.wait()
        page.locator(".st-key-choose_indicator").get_by_role("combobox").click()
        listed = page.get_by_role("option").all_inner_texts()
        assert title in listed and len(listed) < 10
        page.keyboard.press("Escape")
        expect(page.get_by_role("listbox")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_contain_text("How much of the research ends in patents?")
    assert state(again(visit, found).page) == state(page)


def test_theme_kind_and_source_stand_in_the_address(visit: Open) -> None:
    found = visit("/explore?theme=cluster&kind=illustrative&indicator=members_by_town")
    page = found.page
    expect(page.get_by_role("button", name="Theme, kind, source (2)")).to_be_visible()
    page.get_by_role("button", name="Theme, kind, source (2)").click()
    expect(page.locator(".st-key-theme [data-tag]")).to_have_count(1)
    page.locator(".st-key-kind [data-tag]").get_by_role("button").click()
    expect(page).not_to_have_url(re.compile("kind="))
    assert asked(page)["theme"] == "cluster"


def test_the_keyboard_alone_changes_form_and_hears_why_not(visit: Open) -> None:
    page = visit("/explore").page
    trend, map_ = (page.locator(f".choices [data-code={code}]") for code in ("trend", "map"))
    trend.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(map_).to_be_focused()
    expect(map_).to_have_attribute("aria-disabled", "true")
    expect(map_).to_have_accessible_description(re.compile("is not about towns or powiats"))
    expect(page.locator(".choices li", has_text="is not about towns or powiats")).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("form=table"))
    expect(page.locator(".choices [data-code=table]")).to_be_focused()


def test_an_address_made_by_hand_is_answered(visit: Open) -> None:
    found = visit("/explore?indicator=nonsense&form=pie&measure=%3Cb%3E&from=soon&to=1066&peers=none&towns=,,&find=%00")
    assert found.exceptions() == []
    assert pressed(found.page) == ["trend", "absolute"]
    expect(found.page.get_by_role("heading", level=1)).to_contain_text("How much of its GDP does the region spend")
