"""Whatever is chosen on the Peers page stands in the address by its code, and opens again from a copied address."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def choose(found: Visit, key: str, text: str) -> None:
    """An option of a select box, found by typing."""
    box = found.page.locator(f".st-key-{key}").get_by_role("combobox")
    box.click()
    box.fill(text)
    found.page.get_by_role("option").first.click()
    found.wait()


def chosen(page: Page, key: str) -> str:
    return page.locator(f'.st-key-{key} [data-baseweb="select"]').inner_text().strip()


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def sentences(page: Page) -> list[str]:
    """What is read aloud for each picture."""
    pictures = page.locator('[data-testid="stPlotlyChart"]')
    return [pictures.nth(at).get_attribute("aria-label") or "" for at in range(pictures.count())]


def test_every_choice_stands_in_the_address_and_opens_the_same_in_another_browser(visit: Open) -> None:
    found = visit("/peers")
    assert set(asked(found.page)) == {"lang"}
    choose(found, "indicator", "GDP per head")
    choose(found, "peers", "Similar")
    choose(found, "own_country", "left out")
    choose(found, "from", "2010")
    choose(found, "target", "2035")
    choose(found, "second", "science")
    slider = found.page.locator(".st-key-weight_population").get_by_role("slider")
    slider.focus()
    slider.press("ArrowLeft")
    expect(found.page).to_have_url(re.compile("weight_population=0.5"))
    found.wait()
    assert asked(found.page) == {
        "lang": "en", "indicator": "gdp_per_head_pps", "peers": "similar", "own_country": "no", "from": "2010",
        "target": "2035", "second": "hrst_share", "weight_population": "0.5",
    }  # fmt: skip
    address = urlsplit(found.page.url)
    again = visit(f"{address.path}?{address.query}", width=1200)
    assert sentences(again.page) == sentences(found.page)
    for key in ("indicator", "peers", "own_country", "from", "to", "target", "second"):
        assert chosen(again.page, key) == chosen(found.page, key) != ""
    polish = visit(f"{address.path}?{address.query.replace('lang=en', 'lang=pl')}", lang="pl")
    assert len(sentences(polish.page)) == len(sentences(found.page))
    assert asked(polish.page) == {**asked(found.page), "lang": "pl"}
    assert found.exceptions() == again.exceptions() == polish.exceptions() == []


def test_the_composite_and_own_choice_stand_in_the_address_too(visit: Open) -> None:
    found = visit("/peers?peers=own&places=ES21,BE2&parts=hrst_share,employment_rate")
    parts = found.page.locator(".st-key-parts")
    expect(parts.locator('[data-baseweb="tag"]')).to_have_count(2)
    expect(found.page.locator(".st-key-places").locator('[data-baseweb="tag"]')).to_have_count(2)
    parts.locator('[data-baseweb="tag"]').first.get_by_role("button").click()
    expect(found.page.get_by_text("A composite takes at least two indicators.")).to_be_visible()
    expect(found.page).to_have_url(re.compile(r"parts=employment_rate(&|$)"))


def test_the_file_names_the_peers(visit: Open, tmp_path: Path) -> None:
    found = visit("/peers")
    more = found.page.locator(".st-key-more_gerd_share_of_gdp-change")
    more.get_by_text("Table, download and query").click()
    with found.page.expect_download() as coming:
        more.get_by_role("button", name="Download as CSV").click()
    assert re.fullmatch(r"gerd_share_of_gdp-change-[0-9a-f-]+\.csv", coming.value.suggested_filename)
    file = tmp_path / "file.csv"
    coming.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = {row["place"]: row for row in csv.DictReader(opened)}
    assert (rows["PL21"]["value"], rows["PL21"]["series"]) == ("1.43", "2013–2023")
    assert (rows["ITC4"]["value"], rows["ITC4"]["flag"]) == ("", "b")
    assert rows["PL21"]["peers"].startswith("Compared with the partner regions: Basque Country, Flanders")
