"""An earlier snapshot stays in the address from page to page, and every page says that it is shown."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lsk_metrics import paths
from tools.server import serving
from tools.visit import Visit, visiting

pytestmark = pytest.mark.browser
Served = tuple[str, str]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A dashboard of the real data with an earlier snapshot beside it: its address, and the earlier one's id."""
    folder = tmp_path_factory.mktemp("as-of")
    shutil.copytree(paths.data(), folder / "data")
    caveats = folder / "data" / "reference" / "caveats.csv"
    caveats.write_text("indicator,sort,words,words_pl\n", encoding="utf-8")
    there = {**os.environ, "LSK_HOME": str(folder), "LSK_DATA": str(folder / "data")}
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-m", "lsk_metrics", "build"], cwd=root, env=there, check=True, capture_output=True)
    [earlier] = [path.stem for path in (folder / "snapshots").glob("*.duckdb")]
    with serving(folder) as base:
        yield base, earlier


def says(visit: Visit, earlier: str) -> None:
    expect(visit.page.get_by_text(f"These pages show snapshot {earlier}")).to_be_visible()


def test_the_choice_on_the_data_page_goes_from_page_to_page_and_ends_with_one_press(
    served: Served, browser: Browser
) -> None:
    base, earlier = served
    with visiting(browser, base, "/data", 1440, 900) as visit:
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
        expect(page.get_by_text("These pages show snapshot")).to_have_count(0)
        expect(page).not_to_have_url(re.compile("snapshot="))
        assert visit.exceptions() == visit.errors == visit.foreign == []


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_an_address_that_was_passed_on_shows_the_banner_and_nothing_is_clipped(
    served: Served, browser: Browser, width: int, scheme: str
) -> None:
    base, earlier = served
    with visiting(browser, base, f"/startups?lang=en&snapshot={earlier}", width, 900, "en", scheme) as visit:  # type: ignore[arg-type]
        says(visit, earlier)
        assert visit.size()[0] <= width
        assert visit.exceptions() == visit.errors == visit.foreign == []
