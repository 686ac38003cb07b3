"""One act is one run of the page, whatever the window; and of two acts in quick succession both are kept."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
# Two switches, one after the other, the second before the browser has heard what the first one did to the address.
QUICKLY = """([first, second, pause]) => {
  const press = (key) => document.querySelector(`.st-key-${key} [role=switch]`).click();
  press(first);
  setTimeout(press, pause, second);
}"""


@pytest.mark.parametrize("width", [390, 700, 800, 1000, 1440])
def test_a_page_is_run_once_when_it_opens_and_once_for_an_act(visit: Open, width: int) -> None:
    """Else each figure is drawn for nothing, and what the reader does next meets a page that begins anew."""
    found = visit("/peers?lang=en", width=width)  # the browser now says itself how wide it is
    sent: list[bytes | str] = []
    found.page.on("websocket", lambda socket: socket.on("framesent", lambda each: sent.append(each)))
    found.page.reload()
    found.wait()
    found.page.wait_for_timeout(1_000)
    assert len(sent) == 1
    box = found.page.locator(".st-key-indicator").get_by_role("combobox")
    box.focus()  # a click in a low window would open the list below the pointer, and choose from it
    box.press_sequentially("Employment rate", delay=30)
    expect(found.page.get_by_role("option").first).to_have_text("Employment rate")
    box.press("Enter")  # the list moves while it is typed into: a click may meet its neighbour
    expect(found.page).to_have_url(re.compile("indicator=employment_rate"))
    found.wait()
    found.page.wait_for_timeout(1_000)
    assert len(sent) == 2


@pytest.mark.parametrize("pause", [20, 100, 220])
def test_of_two_quick_acts_both_are_kept(visit: Open, pause: int) -> None:
    found = visit("/map?lang=en")
    found.page.route("**/basemaps.cartocdn.com/**", lambda route: route.abort())
    found.page.evaluate(QUICKLY, ["streets", "events", pause])
    expect(found.page).to_have_url(re.compile("events=false"))
    expect(found.page).to_have_url(re.compile("streets=true"))
    expect(drawn(found.page).get_by_text("There is no network, so there are no streets")).to_be_visible()
    found.wait()
    assert found.page.locator(".st-key-streets [role=switch]").is_checked()
    assert not found.page.locator(".st-key-events [role=switch]").is_checked()
    assert found.exceptions() == []
