"""A link is copied from any page by one button, and a note says what of an address could not be followed."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

WIDE, NARROW = (1440, 900), (390, 844)


@pytest.mark.parametrize(("lang", "size", "label", "told"), [("en", WIDE, "Copy link", "Copied"),
                                                            ("pl", NARROW, "Kopiuj link", "Skopiowano")])  # fmt: skip
def test_the_link_that_is_copied_pins_language_and_snapshot(
    opens: Callable[..., Any], served: Served, lang: str, size: tuple[int, int], label: str, told: str
) -> None:
    with opens(f"/ecosystem?lang={lang}&indicator=population", lang, size) as visit:
        button = visit.page.locator(".st-key-copy_link button").first
        expect(button).to_have_text(label)
        visit.page.evaluate("""() => {
          Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
            writeText: async (text) => { window.copied = text; } } });
        }""")
        button.focus()
        button.press("Enter")
        expect(button).to_have_text(told)
        link = parse_qs(urlsplit(visit.page.evaluate("window.copied")).query)
        assert link["lang"] == [lang] and link["indicator"] == ["population"]
        assert re.fullmatch(r"\d{8}-[0-9a-f]{8}", link["snapshot"][0]) and link["snapshot"] != [served[1]]
        expect(button).to_have_text(label)


def test_without_the_clipboards_door_the_old_way_copies_and_last_the_link_is_shown(opens: Callable[..., Any]) -> None:
    with opens("/members?lang=en") as visit:
        visit.page.evaluate("""() => {
          Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
          document.addEventListener('copy', () => { window.selected = document.activeElement.value; });
        }""")
        button = visit.page.locator(".st-key-copy_link button").first
        button.click()
        expect(button).to_have_text("Copied")
        assert "snapshot=" in visit.page.evaluate("window.selected")
        visit.page.evaluate("document.execCommand = () => false")
        button.click()
        expect(visit.page.locator(".st-key-copy_link input")).to_have_value(re.compile("/members.*snapshot="))
        assert visit.errors == []


def test_a_note_stands_near_the_top_on_a_phone_and_goes_when_something_else_is_chosen(
    opens: Callable[..., Any], tmp_path: Path
) -> None:
    with opens("/ecosystem?lang=pl&indicator=<b>gdp</b>&" + "x" * 4000 + "=1", "pl", NARROW) as visit:
        note = visit.page.locator(".st-key-address_note")
        expect(note).to_contain_text("wartości indicator=<b>gdp</b> nie ma do wyboru")
        assert visit.page.locator(".st-key-address_note b").count() == 0
        assert visit.size()[0] <= NARROW[0]
        expect(visit.page).to_have_url(re.compile(r"/ecosystem\?lang=pl$"))
        box = visit.page.locator(".st-key-indicator").get_by_role("combobox")
        box.click()
        box.fill("Liczba ludności")
        visit.page.get_by_role("option", name="Liczba ludności").first.click()
        expect(note.get_by_text("indicator")).to_have_count(0)
        assert visit.errors == visit.exceptions() == []


@pytest.mark.parametrize(("start", "link", "arrived"), [
    ("/members?lang=en&areas=Med", "Start-ups", "/startups?lang=en&areas=Med"),
    ("/explore?lang=en&indicator=gerd_eur_m&real=true", "Members", "/members?lang=en&real=true"),
    ("/members?lang=en&areas=Med", "Data", "/data?lang=en"),
])  # fmt: skip
def test_a_page_entered_from_another_is_one_step_back(
    opens: Callable[..., Any], start: str, link: str, arrived: str
) -> None:
    with opens(start) as visit:
        before = visit.page.evaluate("history.length")
        [here] = [heading.inner_text() for heading in visit.page.get_by_role("heading", level=1).all()]
        visit.page.get_by_role("link", name=link, exact=True).first.click()
        expect(visit.page.get_by_role("heading", level=1)).not_to_have_text(here)
        visit.wait()
        assert alike(visit.page.url, arrived)
        assert visit.page.evaluate("history.length") == before + 1
        visit.page.go_back()
        expect(visit.page.get_by_role("heading", level=1)).to_have_text(here)
        visit.wait()
        assert alike(visit.page.url, start)
        visit.page.go_forward()
        expect(visit.page.get_by_role("heading", level=1)).not_to_have_text(here)
        visit.wait()
        assert alike(visit.page.url, arrived)
        assert visit.errors == visit.exceptions() == []


def test_what_a_page_adds_to_the_address_it_was_opened_at_is_no_step(opens: Callable[..., Any]) -> None:
    with opens("/investment?real=perhaps") as visit:
        assert alike(visit.page.url, "/investment?lang=en")
        assert visit.page.evaluate("history.length") == 2  # the empty tab, and this page


def alike(url: str, wanted: str) -> bool:
    """Whether two addresses say the same, in whatever order."""
    found, meant = urlsplit(url), urlsplit(wanted)
    return (found.path, parse_qs(found.query)) == (meant.path, parse_qs(meant.query))


def test_a_link_to_one_figure_leads_there_and_lets_the_reader_go_on(opens: Callable[..., Any]) -> None:
    with opens("/members?lang=en#members-by-value-chain") as visit:
        there = visit.page.locator("#root #members-by-value-chain")
        expect(there).to_be_in_viewport()
        visit.page.get_by_test_id("stMain").evaluate("main => { main.scrollTop = 0; }")
        visit.page.get_by_role("button", name="Narrow the page").click()
        expect(visit.page.locator(".st-key-narrow_areas")).to_be_visible()
        expect(there).not_to_be_in_viewport()
