"""What a real browser shows where there is no page, no server or no luck; and the switch of events."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tools.server import ROOT, ending, free_port, serving, wait_until_up
from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser
Open = Callable[..., Visit]
QUIETLY = ["--server.headless", "true", "--client.showErrorDetails", "none", "--browser.gatherUsageStats", "false"]
BROKEN = """
import sys
from pathlib import Path
from lsk_metrics.screen import server
server.application(Path(sys.argv[1])).run(config=server.settings() | {"server.port": int(sys.argv[2])})
"""
PAGE = "import streamlit as st\nst.title('Before')\nprint(1 // 0)\n"
# As app.py begins, with the mistake behind it; `lsk run` needs no such beginning.
OWN = PAGE.replace("st.title", "from lsk_metrics.screen import states\nstates.stand_by()\nst.title")
WAYS = {
    "lsk-run": (PAGE, ["-c", BROKEN, "{door}", "{port}"]),
    "streamlit-run": (OWN, ["-m", "streamlit", "run", "{door}", "--server.port", "{port}", *QUIETLY]),
}


@pytest.mark.parametrize(("lang", "title"), [("en", "There is no such page"), ("pl", "Nie ma takiej strony")])
def test_an_address_without_a_page_says_so_and_leads_on(visit: Open, lang: str, title: str) -> None:
    page = visit(f"/nowhere?lang={lang}", lang=lang).page
    expect(page.get_by_role("heading", name=title)).to_be_visible()
    expect(drawn(page).get_by_text("nowhere")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_test_id("stMain").get_by_test_id("stPageLink-NavLink").nth(2).click()
    expect(page).to_have_url(re.compile("/members"))


def test_the_switch_of_events_is_in_the_address_and_obeyed(visit: Open) -> None:
    page = visit("/members?lang=en").page
    expect(drawn(page).get_by_text("2016 Key National Cluster").first).to_be_visible()
    expect(page.locator(".events")).to_have_count(2)
    drawn(page).get_by_text("Events", exact=True).first.click()
    expect(page.locator(".events")).to_have_count(0)
    expect(page).to_have_url(re.compile("events=false"))
    again = visit("/members?lang=en&events=false").page
    expect(again.get_by_role("heading", name="How fast has the cluster grown?")).to_be_visible()
    expect(drawn(again).get_by_text("2016 Key National Cluster")).to_have_count(0)


def test_a_server_that_has_gone_is_said_to_have(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(locale="pl-PL")
    page = context.new_page()
    with serving(tmp_path) as base:
        page.goto(f"{base}/members?lang=pl")
        expect(page.get_by_role("heading", name="Członkowie", level=1, exact=True)).to_be_visible()
        expect(page.locator(".lost")).to_be_hidden()
    expect(page.locator(".lost")).to_be_visible()
    expect(page.locator(".lost")).to_contain_text("Utracono połączenie z panelem.")
    page.wait_for_timeout(8000)  # Streamlit's own dialog would come by now
    expect(page.get_by_role("dialog")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("way", WAYS)
def test_what_nobody_foresaw_shows_a_number_that_the_log_has_too(way: str, browser: Browser, tmp_path: Path) -> None:
    door, log, port = tmp_path / "door.py", tmp_path / "server.log", free_port()
    page_code, given = WAYS[way]
    door.write_text(page_code, encoding="utf-8")
    environment = {**os.environ, "LSK_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    with log.open("w") as out:
        command = [sys.executable, *(each.replace("{door}", str(door)).replace("{port}", str(port)) for each in given)]
        running = subprocess.Popen(command, env=environment, stdout=out, stderr=subprocess.STDOUT)
    context = browser.new_context()
    try:
        wait_until_up(running, f"http://localhost:{port}/_stcore/health", log)
        page = context.new_page()
        page.goto(f"http://localhost:{port}/")
        box = page.get_by_test_id("stAlert")
        expect(box).to_contain_text("Something went wrong here that should not have: incident")
        assert "ZeroDivisionError" not in page.content()
        number = box.inner_text().partition("incident ")[2][:6]
        assert re.search(rf"page\.failed.*{number}", log.read_text()), ending(running, log)
        assert "ZeroDivisionError" in log.read_text()
    finally:
        context.close()
        running.terminate()
        running.wait(10)
