"""What a reader's act leads to is on the screen before the page is placed: others have seen it, or the page has run."""

import pytest
from playwright.sync_api import WebSocketRoute, expect

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

pytestmark = pytest.mark.browser


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
