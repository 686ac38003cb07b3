"""Whatever is chosen on the Peers page stands in the address by its code, and opens again from a copied address."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def chosen(page: Page, key: str) -> str:
    return page.locator(f".st-key-{key}").get_by_role("combobox").input_value()


def asked(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def sentences(page: Page) -> list[str]:
    """What is read aloud for each picture."""
    pictures = page.locator(".drawing svg")
    return [pictures.nth(at).get_attribute("aria-label") or "" for at in range(pictures.count())]


def test_every_choice_stands_in_the_address_and_opens_the_same_for_another_reader(visit: Open) -> None:
    told = {
        "lang": "en", "indicator": "gdp_per_head_pps", "peers": "similar", "own_country": "no", "year": "2022",
        "from": "2010", "to": "2022", "target": "2035", "second": "hrst_share", "number": "3",
        "parts": "hrst_share,employment_rate",
    }  # fmt: skip
    found = visit("/peers?" + urlencode(told))
    assert asked(found.page) == told
    shown = {
        key: chosen(found.page, key) for key in ("indicator", "peers", "own_country", "year", "from", "to", "target")
    }
    assert shown == {
        "indicator": "GDP per head in purchasing power standards", "peers": "Similar regions",
        "own_country": "are left out", "year": "2022", "from": "2010", "to": "2022", "target": "2035",
    }  # fmt: skip
    before = sentences(found.page)
    slider = found.page.locator(".st-key-weight_population").get_by_role("slider")
    slider.focus()
    slider.press("ArrowLeft")
    expect(found.page).to_have_url(re.compile("weight_population=0.5"))
    box = found.page.locator(".st-key-peers").get_by_role("combobox")
    box.click()
    box.fill("Partner")
    found.page.get_by_role("option", name="Partner regions").click()
    expect(found.page).not_to_have_url(re.compile("peers="))
    found.wait()
    of_similar = ("peers", "number", "own_country", "weight_population")  # nothing of these is shown any more
    assert asked(found.page) == {key: value for key, value in told.items() if key not in of_similar}
    assert sentences(found.page)[0] != before[0]
    address = urlsplit(found.page.url)
    again = visit(f"{address.path}?{address.query}")
    assert sentences(again.page) == sentences(found.page)
    assert found.exceptions() == again.exceptions() == []


def test_own_choices_stand_in_the_address_too(visit: Open) -> None:
    found = visit("/peers?peers=own&places=ES21,BE2&parts=hrst_share,employment_rate")
    parts, places = (
        found.page.locator(f".st-key-{key} .react-aria-ComboBox [data-tag]") for key in ("parts", "places")
    )
    expect(parts).to_have_count(2)
    expect(places).to_have_count(2)
    parts.first.get_by_role("button").click()
    expect(found.page).to_have_url(re.compile(r"parts=employment_rate(&|$)"))
    expect(drawn(found.page).get_by_text("A composite takes at least two indicators.")).to_be_visible()


def test_the_file_names_the_peers(visit: Open, tmp_path: Path) -> None:
    found = visit("/peers")
    more = found.page.locator(".st-key-moves_compared-change")
    more.get_by_text("Table, passport and files").click()
    more.get_by_role("tab", name="Take it away").click()
    with found.page.expect_download() as coming:
        more.get_by_role("button", name="CSV").click()
    assert re.fullmatch(
        r"gerd_share_of_gdp-change_PL21-and-\d+-others_2023_en_[0-9a-f-]+\.csv", coming.value.suggested_filename
    )
    file = tmp_path / "file.csv"
    coming.value.save_as(file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = {row["place"]: row for row in csv.DictReader(opened)}
    assert (rows["PL21"]["value"], rows["PL21"]["series"]) == ("1.43", "2013–2023")
    assert (rows["ITC4"]["value"], rows["ITC4"]["flag"]) == ("", "b")
    assert rows["PL21"]["peers"].startswith("Compared with the partner regions: Basque Country, Flanders")
