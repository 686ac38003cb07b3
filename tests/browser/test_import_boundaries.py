"""Official boundaries that an editor brings in become true areas on the map; a bad file changes nothing."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import sign_in, signing_in
from tools.visit import drawn, visiting

OFFICIAL = Path(__file__).parents[3] / "shared" / "boundaries" / "malopolskie_powiaty.geojson"
CHIP = '[data-testid="stFileChip"][aria-label^="{}"]'  # what says that a file has come


def test_a_file_is_checked_taken_and_drawn(browser: Browser, tmp_path: Path) -> None:
    if not OFFICIAL.is_file():
        pytest.skip("The official boundaries are not beside this checkout; the project may not carry them.")
    content = json.loads(OFFICIAL.read_text(encoding="utf-8"))
    bad = tmp_path / "one-missing.geojson"
    bad.write_text(json.dumps({**content, "features": content["features"][1:]}), encoding="utf-8")
    home = tmp_path / "home"  # a dashboard of its own: the other tests go on without boundaries
    with signing_in(home) as base, visiting(browser, base, "/register", 1440, 900, "en", "light") as visit:
        page = visit.page
        sign_in(page, base, "editor")
        page.get_by_role("tab", name="Boundaries").click()
        visit.wait()  # a file that is given while the tab is still being filled may go astray
        given = page.locator(".st-key-boundaries input[type=file]")
        given.set_input_files(bad)
        page.locator(CHIP.format(bad.name)).wait_for()
        visit.wait()
        page.get_by_role("button", name="Check and import").click()
        refusal = page.get_by_role("alert").filter(has_text="bocheński")
        refusal.wait_for(timeout=120_000)
        given.set_input_files(OFFICIAL)
        page.locator(CHIP.format(OFFICIAL.name)).wait_for()
        refusal.wait_for(state="hidden")  # the page has run again with the other file
        visit.wait()
        page.get_by_role("button", name="Check and import").click()
        drawn(page).get_by_text("22 outlines are taken").wait_for(timeout=180_000)
        page.goto(f"{base}/map?layer=powiat_density&lang=en")
        drawn(page).get_by_text("True areas").wait_for(timeout=120_000)
