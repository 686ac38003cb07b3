"""The language follows the browser, then the reader, and is in the address."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
ENGLISH = ("Sidebar", "Collapse sidebar", "Expand sidebar", "App pages", "Link to heading", "Close")
NONE_NAMED = "words => ![...document.querySelectorAll('[aria-label]')].some(each => words.includes(each.ariaLabel))"
SPEAKS = "lang => document.documentElement.lang === lang"


def speak(visit: Visit, name: str, lang: str) -> None:
    visit.page.get_by_role("radio", name=name).click()
    visit.page.wait_for_function(SPEAKS, arg=lang)
    visit.wait()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


@pytest.mark.parametrize(("lang", "title"), [("en", "Start-ups"), ("pl", "Start-upy")])
def test_it_follows_the_browser_at_first(visit: Open, lang: str, title: str) -> None:
    page = visit("/startups", lang=lang).page
    heading(page, title)
    expect(page).to_have_url(re.compile(rf"/startups\?lang={lang}$"))


def test_the_address_wins_over_the_browser(visit: Open) -> None:
    heading(visit("/startups?lang=pl", lang="en").page, "Start-upy")


def test_a_language_nobody_speaks_gives_way_to_the_browser(visit: Open) -> None:
    heading(visit("/startups?lang=de", lang="pl").page, "Start-upy")


def test_a_click_changes_the_words_and_the_address(visit: Open) -> None:
    found = visit("/members")
    speak(found, "Polski", "pl")
    heading(found.page, "Członkowie")
    expect(found.page.get_by_role("link", name="Start-upy")).to_be_visible()
    expect(found.page).to_have_url(re.compile(r"/members\?lang=pl$"))
    speak(found, "English", "en")
    heading(found.page, "Members")
    expect(found.page).to_have_url(re.compile(r"/members\?lang=en$"))


def test_it_stays_from_page_to_page_and_on_the_way_back(visit: Open) -> None:
    found = visit("/members")
    speak(found, "Polski", "pl")
    found.page.get_by_role("link", name="Inwestycje").click()
    heading(found.page, "Inwestycje")
    expect(found.page).to_have_url(re.compile(r"/investment\?lang=pl$"))
    found.page.go_back()
    heading(found.page, "Członkowie")
    expect(found.page).to_have_url(re.compile(r"/members\?lang=pl$"))
    assert found.page.evaluate("document.documentElement.lang") == "pl"
    found.wait()
    assert found.exceptions() == found.errors == []


def test_what_streamlit_names_in_english_alone_has_a_polish_name(visit: Open) -> None:
    page = visit("/members?lang=pl", lang="pl").page
    expect(page.get_by_role("button", name="Zwiń pasek boczny", include_hidden=True)).to_have_count(1)
    page.locator("[data-door=passport]").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Zamknij", exact=True).click()
    expect(dialog).to_have_count(0)
    page.wait_for_function(NONE_NAMED, arg=list(ENGLISH))
    page.set_viewport_size({"width": 390, "height": 900})
    expect(page.get_by_role("button", name="Rozwiń pasek boczny")).to_be_visible()
    page.wait_for_function(NONE_NAMED, arg=list(ENGLISH))
