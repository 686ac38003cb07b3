"""What a reader's act leads to is on the screen before the page is placed: others have seen it, or the page has run."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, WebSocketRoute, expect

from tests.browser.conftest import Window, tab
from tests.browser.test_seen import (
    LISTEN,
    SETTLED,
    SME,
    UNHEARD,
    WHOLE,
    Open,
    narrowed,
    opened,
    pictures,
    pill,
    sentence,
    still,
    turn,
)
from tools.server import serving

pytestmark = pytest.mark.browser
# Until the server has what a click on this pill leads to; it is asked again and again, and nothing is clicked.
MADE = """async (what) => {
  const figures = [...document.querySelectorAll('[data-testid="stMain"] [class*="st-key-drawing_"]')];
  const has = figures.map((each) => each.className.match(/st-key-drawing_\\S+/)[0]);
  const { pathname: page, search: said } = location, place = "st-key-narrow_member_types";
  const asked = new URLSearchParams({ ...lskSeen.about, scheme: "dark", page, said, place, what, has });
  for (let times = 0; times < 30; times++) if ((await fetch(`/ahead?${asked}`)).status === 200) return;
  throw new Error("nobody made it");
}"""


def test_what_another_reader_has_seen_stands_before_the_server_has_heard_of_it(visit: Open) -> None:
    others = narrowed(visit)
    turn(others)
    found = opened(visit)
    found.page.evaluate(UNHEARD)
    pill(found).click()
    expect(sentence(found.page)).to_contain_text(SME, timeout=2000)
    assert pictures(found) == pictures(others)
    # Nothing comes from the server: after a while the page is again what it said last.
    expect(sentence(found.page)).to_contain_text(WHOLE)


def test_what_nobody_has_seen_stands_before_the_page_is_placed(visit: Open) -> None:
    found = visit("/startups")
    cut = False

    def between(page: WebSocketRoute) -> None:
        server = page.connect_to_server()
        server.on_message(lambda message: None if cut else page.send(message))

    found.page.route_web_socket("**/_stcore/stream", between)
    found.page.reload()
    found.page.get_by_role("button", name="Narrow the page").click()
    still(found)
    before = sentence(found.page).inner_text()
    cut = True
    found.page.locator(".st-key-narrow_areas").get_by_role("button", name="Healthcare", exact=True).click()
    expect(sentence(found.page)).not_to_have_text(before, timeout=3000)
    cut = False
    found.page.reload()
    expect(sentence(found.page)).to_have_text(before)


def test_what_nobody_may_be_asked_for_waits_for_the_server(visit: Open) -> None:
    narrowed(visit)
    found = opened(visit)
    found.page.route("**/ahead**", lambda asked: asked.abort())
    found.page.evaluate(UNHEARD)
    found.page.evaluate(LISTEN)
    pill(found).click()
    found.page.wait_for_function(SETTLED)
    assert len(found.page.evaluate("heard")) == 1


def test_what_nobody_has_done_stands_before_the_server_has_heard_of_it(
    tmp_path: Path, windows: Callable[[Window], BrowserContext]
) -> None:
    with (
        serving(tmp_path, ahead=True) as base,
        tab(windows((390, 844, "pl", "dark")), base, "/members?lang=pl") as found,
    ):
        page = found.page
        page.get_by_role("button", name="Zawęź stronę").click()
        still(found)
        before, clicked = pictures(found), page.locator(".st-key-narrow_member_types button").first
        page.evaluate(MADE, clicked.inner_text())
        assert pictures(found) == before
        page.evaluate(UNHEARD)
        words = sentence(page).inner_text()
        clicked.click()
        expect(sentence(page)).not_to_have_text(words, timeout=2000)
        ahead = pictures(found)
        page.goto(f"{base}/members?lang=pl")
        page.get_by_role("button", name="Zawęź stronę").click()
        clicked.click()
        still(found)
        assert pictures(found) == ahead != before
        assert found.errors == []
