"""What is chosen on any page stands in the address, and opens the same from there, in the other language too."""

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import groupby
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.browser.conftest import Served
from tests.controls import CONTROLS, EARLIER, Control
from tools.visit import Visit

pytestmark = pytest.mark.browser

GROUPS = [list(group) for _key, group in groupby(CONTROLS, lambda each: (each.page, each.opened))]

# All that is shown: what is said, what the pictures say, and what each control holds; not the news of what has changed.
SHOWN = """() => {
  const all = (selector) => [...document.querySelectorAll(`[data-testid="stMain"] ${selector}`)];
  const words = all('h1, h2, h3, p, .headlines dd, textarea').filter((each) => each.checkVisibility())
    .filter((each) => each.id !== 'aloud')
    .map((each) => (each.value || each.innerText).trim());
  return {
    words, pictures: all('.drawing svg, [data-testid="stDeckGlJsonChart"][aria-label]')
      .map((each) => each.getAttribute('aria-label')),
    boxes: all('[role=combobox]').map((each) => each.value),
    sliders: all('[role=slider], input[type=range]').map((each) => each.getAttribute('aria-valuetext') || each.value),
    tags: all('[data-tag]').map((each) => each.innerText),
    pressed: all('[role=radio][aria-checked=true], [role=tab][aria-selected=true]').map((each) => each.innerText),
    switches: [...document.querySelectorAll('[role=switch]')].map((each) => each.checked),
  };
}"""


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def local(page: Page, base: str) -> None:
    """The street map is another host's; here it is as on a machine without a network."""

    def answer(route: Route) -> None:
        route.continue_() if route.request.url.startswith((base, "data:", "blob:")) else route.abort()

    page.route("**/*", answer)


def pick(page: Page, box: Locator, what: str) -> None:
    """Choose in a list by typing; a list that a late run of the page has closed is opened again, as a reader would."""
    option = page.get_by_role("option", name=re.compile(re.escape(what))).first
    for _attempt in range(3):
        box.get_by_role("combobox").click()
        box.get_by_role("combobox").fill(what)
        with suppress(PlaywrightTimeout):
            option.click(timeout=5_000)
            return
        page.keyboard.press("Escape")
    option.click(timeout=1)


def do(visit: Visit, control: Control, what: str) -> None:
    page, box = visit.page, visit.page.locator(f".st-key-{control.key}")
    match control.act:
        case "choose":
            pick(page, box, what)
            # A list of several choices stays open; in one that may be empty the key takes the choice back as it closes.
            if box.get_by_test_id("stMultiSelect").count():
                page.keyboard.press("Escape")
        case "press":
            box.get_by_role("radio", name=what).click()
        case "slide":
            box.get_by_role("slider").press(what)
        case "spin":
            box.get_by_role("spinbutton").first.press(what)
            page.get_by_role("heading", level=1).click()  # what was typed holds once the box is left
        case "switch":
            page.locator(f".st-key-{control.key} label", has_text=what).click()
        case "tab":
            page.get_by_role("tab", name=what).click()
        case "type":
            box.locator("input").fill(what)
            box.locator("input").press("Enter")
        case "unfold":  # in a box that is folded away
            page.get_by_role("button", name=re.compile("Theme, kind, source")).click()
            pick(page, box, what)
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")
        case "run":
            box.locator("textarea").fill(what)
            box.locator("textarea").press("Control+Enter")


def stands(page: Page, control: Control, earlier: str) -> None:
    """Waits until the address says what it is to say of this control."""
    wanted = control.expected.replace(EARLIER, earlier)
    page.wait_for_function(
        """([name, wanted]) => {
          const said = new URLSearchParams(location.search).get(name) || '';
          return wanted[0] === '+' ? said.split(',').includes(wanted.slice(1)) : said === wanted;
        }""",
        arg=[control.parameter, wanted],
    )


def speak(visit: Visit, language: str, code: str) -> None:
    visit.page.locator(".st-key-lang_choice").get_by_role("radio", name=language).click()
    expect(visit.page.locator("html")).to_have_attribute("lang", code)
    visit.wait()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: f"{group[0].page}-{group[0].opened or group[0].key}")
def test_each_choice_stands_in_the_address_and_opens_the_same_in_the_other_language(
    group: list[Control], opens: Callable[..., Any], served: Served
) -> None:
    base, earlier = served
    with opens(f"/{group[0].page}?lang=en&{group[0].opened}") as first:
        if any(control.key == "streets" for control in group):
            local(first.page, base)  # not elsewhere: what is intercepted is not kept either
        for control in group:
            do(first, control, control.what.replace(EARLIER, earlier))
            stands(first.page, control, earlier)
            first.wait()
        for control in group:
            stands(first.page, control, earlier)
        if asked(first.page)["lang"] == "en":
            speak(first, "Polski", "pl")
        address = urlsplit(first.page.url)
        if group[0].page == "ask":  # a link alone runs nothing
            address = address._replace(query=address.query + "#")
        with opens(f"{address.path}?{address.query}", "en") as second:
            if any(control.key == "streets" for control in group):
                local(second.page, base)
                second.page.reload()
                second.wait()
            if group[0].page == "ask":
                second.page.get_by_role("button", name="Wykonaj").click()
                second.wait()
            assert asked(second.page) == asked(first.page)
            settled(second, lambda: shown(first))
            assert second.exceptions() == first.exceptions() == []


def shown(visit: Visit) -> dict[str, Any]:
    """What stands on the page, without what a query took in seconds."""
    visit.wait()
    seen: dict[str, Any] = visit.page.evaluate(SHOWN)
    return {**seen, "words": [re.sub(r"\d+,\d+ s\b|\d+,\d+\ss\.", "", each) for each in seen["words"]]}


def test_back_and_forward_restore_what_was_shown(opens: Callable[..., Any], served: Served) -> None:
    with opens("/peers?lang=en") as visit:
        seen = [shown(visit)]
        steps = [each for each in CONTROLS if each.page == "peers" and each.key in ("year", "second", "peers")]
        for control in steps:
            do(visit, control, control.what)
            stands(visit.page, control, served[1])
            seen.append(shown(visit))
        for at in (2, 1, 0):
            visit.page.go_back()
            settled(visit, lambda at=at: seen[at])
        visit.page.go_forward()
        settled(visit, lambda: seen[1])
        assert visit.errors == visit.exceptions() == []


def settled(visit: Visit, wanted: Callable[[], dict[str, Any]]) -> None:
    """Some words come when the page stands already: that there is no network is known once a tile has not come,
    and then the page runs once more, on either side."""
    for _attempt in range(20):
        if shown(visit) == wanted():
            return
    assert shown(visit) == wanted()
