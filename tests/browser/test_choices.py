"""What a reader chooses happens, stands in the address, and opens again from a copied address."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
SWITCH = "Published and register only"


def switch(page: Page) -> None:
    page.locator('[data-testid="stCheckbox"] label', has_text=SWITCH).click()


def test_the_switch_hides_the_sample_and_says_so_in_the_address(visit: Open) -> None:
    found = visit("/members")
    badge = found.page.locator(".badge", has_text="Illustrative")
    assert badge.count() == 4
    switch(found.page)
    expect(badge).to_have_count(0)
    expect(found.page).to_have_url(re.compile(r"[?&]real=true"))
    expect(drawn(found.page).get_by_text("Only sample rows answer this, and they are hidden.").first).to_be_visible()
    switch(found.page)
    expect(badge).to_have_count(4)
    assert "real=true" not in found.page.url


def test_a_copied_address_opens_the_same(visit: Open) -> None:
    first = visit("/members")
    switch(first.page)
    expect(first.page).to_have_url(re.compile(r"[?&]real=true"))
    first.wait()
    address = urlsplit(first.page.url)
    second = visit(f"{address.path}?{address.query}", lang="pl")
    expect(second.page.get_by_role("switch", name=SWITCH)).to_be_checked()
    assert second.page.locator("main h3, [data-testid=stMain] h3").all_inner_texts() == (
        first.page.locator("main h3, [data-testid=stMain] h3").all_inner_texts()
    )
    assert second.page.locator(".badge", has_text="Illustrative").count() == 0


def test_the_switch_stays_from_page_to_page(visit: Open) -> None:
    found = visit("/members")
    switch(found.page)
    expect(found.page).to_have_url(re.compile(r"[?&]real=true"))
    found.page.get_by_role("link", name="Start-ups").click()
    expect(found.page.get_by_role("heading", level=1)).to_have_text("Start-ups")
    expect(found.page).to_have_url(re.compile(r"/startups\?.*real=true"))
    expect(found.page.locator(".badge", has_text="Illustrative")).to_have_count(0)


def test_the_table_opens_and_the_file_has_its_rows(visit: Open, tmp_path: Path) -> None:
    found = visit("/investment")
    more = found.page.locator(".st-key-moves_investment_by_kind")
    more.get_by_text("Table, passport and files").click()
    expect(more.locator("tbody tr")).to_have_count(2)
    expect(more.locator("tbody tr").first).to_contain_text("R&D infrastructure")
    more.get_by_role("tab", name="Take it away").click()
    with found.page.expect_download() as coming:
        more.get_by_role("button", name="CSV").click()
    assert re.fullmatch(r"investment_by_kind_PL21_2018_en_[0-9a-f-]+\.csv", coming.value.suggested_filename)
    file = tmp_path / "file.csv"
    coming.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [(row["series"], row["year"], float(row["value"]), row["flag"], row["kind"]) for row in rows] == [
        ("infrastructure", "2018", 207.0, ">", "published"),
        ("project", "2018", 202.0, ">", "published"),
    ]


def test_a_box_that_is_opened_speaks_the_language_of_its_page(visit: Open) -> None:
    """It is computed by itself, after the page: neither language nor snapshot may be lost on the way."""
    more = visit("/investment", lang="pl").page.locator(".st-key-moves_investment_by_kind")
    more.get_by_text("Tabela, metryka i pliki").click()
    expect(more.locator("tbody tr").first).to_contain_text("Infrastruktura B+R")
    more.get_by_role("tab", name="Metryka wskaźnika").click()
    expect(more).to_contain_text("Sposób obliczenia")
    expect(more.locator("code").last).to_contain_text("WHERE year BETWEEN $first_year AND $last_year")


def test_the_file_holds_what_the_page_shows_without_the_sample(visit: Open, tmp_path: Path) -> None:
    found = visit("/members?real=true")
    more = found.page.locator(".st-key-moves_members")
    more.get_by_text("Table, passport and files").click()
    more.get_by_role("tab", name="Take it away").click()
    with found.page.expect_download() as coming:
        more.get_by_role("button", name="CSV").click()
    file = tmp_path / "file.csv"
    coming.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [(row["year"], float(row["value"]), row["kind"]) for row in rows] == [
        ("2006", 32.0, "published"),
        ("2018", 95.0, "published"),
    ]


def test_another_indicator_draws_another_chart(visit: Open) -> None:
    found = visit("/ecosystem")
    picture = found.page.locator(".drawing svg").last
    assert "GDP per head" in (picture.get_attribute("aria-label") or "")
    before = picture.inner_html()
    found.page.get_by_role("combobox", name="Indicator").click()
    found.page.get_by_role("combobox", name="Indicator").fill("patent")
    found.page.get_by_role("option", name=re.compile("Patent")).first.click()
    expect(found.page.get_by_role("heading", name=re.compile("productive"))).to_have_count(0)
    found.wait()
    assert "applications per million inhabitants" in (picture.get_attribute("aria-label") or "") + (
        picture.text_content() or ""
    )
    assert picture.inner_html() != before
    assert found.exceptions() == found.errors == []
