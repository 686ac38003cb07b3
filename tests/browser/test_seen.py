"""What a reader has seen stands again at once when the same is done again, and the server has the last word."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
WHOLE, SME = "The cluster grew from 32 members in 2006", "Cluster members, small and medium-sized enterprises"
# What the page says is kept from the server.
UNHEARD = "() => { WebSocket.prototype.send = () => {}; }"
SETTLED = "() => window.lskSeen.act === null"
FALSE = """() => {
  for (const seen of lskSeen.views.values()) {
    for (const [name, told] of seen) seen.set(name, { ...told, head: '<p class="said">Nobody ever said so.</p>' });
  }
}"""
# The sentence of the first figure, at each change of it.
LISTEN = """() => {
  const first = () => document.querySelector('[data-testid="stMain"] .said').innerText;
  window.heard = [first()];
  new MutationObserver(() => { if (heard.at(-1) !== first()) heard.push(first()); })
    .observe(document.body, { subtree: true, childList: true, characterData: true });
}"""

# The browser has said what was done and is then busy until the whole answer has come: it never shows that it waits.
BUSY = """() => {
  const app = document.querySelector('[data-testid="stApp"]'), send = WebSocket.prototype.send;
  window.shown = 0;
  new MutationObserver(() => shown++).observe(app, { attributeFilter: ["data-test-script-state"] });
  WebSocket.prototype.send = function (said) {
    WebSocket.prototype.send = send;
    this.send(said);
    for (const end = performance.now() + 1000; performance.now() < end;);
  };
}"""


def sentence(page: Page) -> Locator:
    return page.locator('[data-testid="stMain"] .said').first


def pictures(found: Visit) -> list[str]:
    """Each sentence and drawing as it stands on the page."""
    shown = found.page.locator(".figure .head, .figure .drawing svg")
    return [str(html) for html in shown.evaluate_all("all => all.map(each => each.outerHTML)")]


def opened(visit: Open) -> Visit:
    """The page as somebody finds it who has not been there, its lists open."""
    found = visit("/members")
    found.page.get_by_role("button", name="Narrow the page").click()
    expect(pill(found)).to_be_visible()
    still(found)
    return found


def narrowed(visit: Open) -> Visit:
    """The page with its lists open, once it has been narrowed and widened again."""
    found = opened(visit)
    turn(found)
    expect(sentence(found.page)).to_contain_text(SME)
    turn(found)
    expect(sentence(found.page)).to_contain_text(WHOLE)
    return found


def turn(found: Visit) -> None:
    """One type of members chosen, or no longer; then the page is still."""
    pill(found).click()
    still(found)


def still(found: Visit) -> None:
    """The act is over: one that began before would not be remembered alone."""
    found.page.wait_for_function(SETTLED)
    found.wait()


def pill(found: Visit) -> Locator:
    lists = found.page.locator(".st-key-narrow_member_types")
    return lists.get_by_role("button", name="Small and medium-sized enterprises", exact=True)


def test_what_was_seen_stands_before_the_server_has_heard_of_it(visit: Open) -> None:
    found = narrowed(visit)
    before = pictures(found)
    found.page.evaluate(UNHEARD)
    pill(found).click()
    expect(sentence(found.page)).to_contain_text(SME, timeout=1000)
    assert pictures(found) != before
    # Nothing comes from the server: after a while the page is again what it said last.
    expect(sentence(found.page)).to_contain_text(WHOLE)
    assert pictures(found) == before


def test_what_was_seen_stays_without_a_flash_where_the_server_says_the_same(visit: Open) -> None:
    found = narrowed(visit)
    found.page.evaluate(LISTEN)
    turn(found)
    turn(found)
    whole, sme, again = found.page.evaluate("heard")
    assert whole == again and WHOLE in whole and SME in sme
    assert found.errors == []


def test_an_answer_that_comes_before_the_browser_waits_is_remembered_and_told(visit: Open) -> None:
    found = opened(visit)
    found.page.evaluate(BUSY)
    pill(found).click()
    expect(sentence(found.page)).to_contain_text(SME)
    expect(found.page.locator("#aloud")).to_contain_text(SME)
    assert found.page.evaluate("shown") == 0
    assert found.page.evaluate("[...lskSeen.views.keys()]")[-1].endswith("Small and medium-sized enterprises")


def test_the_server_has_the_last_word(visit: Open) -> None:
    found = narrowed(visit)
    found.page.evaluate(FALSE)
    found.page.evaluate(LISTEN)
    turn(found)
    expect(sentence(found.page)).to_contain_text(SME)
    assert found.page.evaluate("heard")[1] == "Nobody ever said so."


def test_beside_an_open_table_nothing_is_shown_ahead(visit: Open) -> None:
    found = narrowed(visit)
    found.page.locator(".st-key-drawing_members [data-door=more]").click()
    expect(found.page.locator(".st-key-moves_members table")).to_be_visible()
    found.wait()
    found.page.evaluate(FALSE)
    found.page.evaluate(LISTEN)
    turn(found)
    expect(sentence(found.page)).to_contain_text(SME)
    assert "Nobody ever said so." not in found.page.evaluate("heard")


def test_acts_in_quick_succession_end_where_the_address_says(visit: Open) -> None:
    found = narrowed(visit)
    for _ in range(5):
        pill(found).click()
    expect(sentence(found.page)).to_contain_text(SME)
    found.page.wait_for_function(SETTLED)
    found.wait()
    told = found.page.locator(".figure").all_inner_texts()
    assert "member_types=sme" in found.page.url
    again = visit(f"/members?{urlsplit(found.page.url).query}")
    assert again.page.locator(".figure").all_inner_texts() == told


def test_another_language_is_another_view(visit: Open) -> None:
    found = narrowed(visit)
    keys = found.page.evaluate("[...lskSeen.views.keys()]")
    assert keys and all(" en " in key for key in keys)
    drawn(found.page).get_by_text("Polski", exact=True).click()
    expect(found.page.locator("h1")).to_have_text("Członkowie")
    found.wait()
    found.page.evaluate(LISTEN)
    found.page.locator(".st-key-narrow_member_types button").first.click()
    found.page.wait_for_function(SETTLED)
    assert not [words for words in found.page.evaluate("heard") if "Cluster members" in words]
