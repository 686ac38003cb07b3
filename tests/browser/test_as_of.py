"""An earlier snapshot stays in the address from page to page, and every page says that it is shown."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Served
from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser
Open = Callable[..., AbstractContextManager[Visit]]


def says(visit: Visit, earlier: str) -> None:
    expect(drawn(visit.page).get_by_text(f"These pages show snapshot {earlier}")).to_be_visible()


def test_the_choice_on_the_data_page_goes_from_page_to_page_and_ends_with_one_press(
    served: Served, opens: Open
) -> None:
    _base, earlier = served
    with opens("/data") as visit:
        page = visit.page
        page.get_by_role("tab", name="Snapshots").click()
        page.locator(".st-key-as_of_choice [role=combobox], .st-key-as_of_choice input").first.click()
        page.get_by_role("option", name=re.compile(earlier)).click()
        visit.wait()
        says(visit, earlier)
        expect(page.get_by_role("tab", name="Snapshots")).to_have_attribute("aria-selected", "true")
        expect(page).to_have_url(re.compile(rf"/data\?.*snapshot={earlier}"))
        page.get_by_role("link", name="Members", exact=True).click()
        visit.wait()
        says(visit, earlier)
        expect(page).to_have_url(re.compile(rf"/members\?.*snapshot={earlier}"))
        page.get_by_role("button", name="Show the current snapshot").click()
        visit.wait()
        expect(drawn(page).get_by_text("These pages show snapshot")).to_have_count(0)
        expect(page).not_to_have_url(re.compile("snapshot="))
        assert visit.exceptions() == visit.errors == visit.foreign == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_an_address_that_was_passed_on_shows_the_banner_and_nothing_is_clipped(
    served: Served, opens: Open, width: int, scheme: str
) -> None:
    _base, earlier = served
    with opens(f"/startups?lang=en&snapshot={earlier}", size=(width, 900), scheme=scheme) as visit:
        says(visit, earlier)
        assert visit.size()[0] <= width
        assert visit.exceptions() == visit.errors == visit.foreign == []
