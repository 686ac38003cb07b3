"""The year moves by hand and by itself, and every choice on the map is in the address by its code."""

import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from lsk_metrics.indicators import answer
from tools.visit import Visit, drawn

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
PLAYED = 60_000
# Every year the drawing shows, with the sentence, the dots and the sum of the legend that stand beside it.
WATCH = """() => {
  window.seen = [];
  document.addEventListener("lsk:year", () => {
    const figure = (text) => Number(text.match(/\\d+/)[0]);
    window.seen.push([
      document.querySelector(".years output").textContent,
      document.querySelector(".st-key-told .said").firstChild.nodeValue,
      document.querySelectorAll(".still .circles circle").length,
      [...document.querySelectorAll(".legend li b")].reduce((sum, each) => sum + figure(each.textContent), 0),
    ]);
  });
}"""


def year(page: Page) -> str:
    found = re.search(r"[?&]year=(\d+)", page.url)
    return found.group(1) if found else ""


def sentence(page: Page) -> str:
    return page.locator('[data-testid="stMain"] .said').first.inner_text()


def legend(page: Page) -> list[str]:
    return page.locator(".legend li b").all_inner_texts()


def test_play_shows_each_year_with_its_figures_and_the_address_says_the_last(visit: Open, snapshot: str) -> None:
    """A dot stands for each member; the legend counts them."""
    found = visit("/map?year=2012")
    steps: list[str] = []
    found.page.on("framenavigated", lambda frame: steps.append(year(frame)))
    found.page.evaluate(WATCH)
    found.page.get_by_role("button", name="Play").click()
    expect(found.page.get_by_role("button", name="Stop")).to_be_visible()
    expect(found.page.get_by_role("button", name="Play")).to_be_visible(timeout=PLAYED)
    expect(found.page).not_to_have_url(re.compile("year="))
    found.wait()
    seen = found.page.evaluate("window.seen")
    expected = {
        str(year): [answer("members_by_town", {"last_year": str(year)}).sentence, members(year)]
        for year in range(2013, 2019)
    }
    assert {label: [said.strip(), dots] for label, said, dots, _legend in seen} == expected
    assert all(legend_total == dots for _label, _said, dots, legend_total in seen)
    assert steps == [""]
    assert found.exceptions() == found.errors == found.foreign == []


def members(year: int) -> float:
    return sum(row.value or 0 for row in answer("members_by_town").rows if row.year == year)


def test_from_the_last_year_play_begins_with_the_first_and_stop_stops(visit: Open) -> None:
    found = visit("/map")
    found.page.get_by_role("button", name="Play").click()
    expect(found.page.locator(".years output")).to_have_text("2006")
    expect(found.page.locator(".years output")).to_have_text(re.compile("20(08|09|1[0-7])"))
    found.page.get_by_role("button", name="Stop").click()
    expect(found.page).to_have_url(re.compile("year=20"))
    expect(found.page.get_by_role("button", name="Play")).to_be_visible()
    found.wait()
    stopped = year(found.page)
    assert 2008 <= int(stopped) < 2018
    assert found.page.locator(".years output").inner_text() == stopped
    assert f"at the end of {stopped}" in sentence(found.page)
    found.page.wait_for_timeout(1200)
    assert year(found.page) == stopped


def test_a_map_that_was_moved_stays_where_it_is_while_the_years_go_by(visit: Open) -> None:
    found = visit("/map?year=2010")
    box = found.page.locator('[data-testid="stDeckGlJsonChart"]').first.bounding_box()
    assert box
    found.page.mouse.move(box["x"] + 300, box["y"] + 100)
    found.page.mouse.down()
    found.page.mouse.move(box["x"] + 200, box["y"] + 120, steps=4)
    found.page.mouse.up()
    found.page.get_by_role("slider", name="Year").press("ArrowRight")
    expect(found.page.locator(".st-key-stage")).to_have_attribute("data-shows", "map")
    expect(found.page).to_have_url(re.compile("year=2011"))
    expect(found.page.locator(".st-key-stage")).to_have_attribute("data-shows", "map")
    expect(drawn(found.page).get_by_text("at the end of 2011")).to_be_visible()


def test_the_slider_moves_by_keyboard(visit: Open) -> None:
    found = visit("/map?year=2010")
    found.page.get_by_role("slider", name="Year").press("ArrowRight")
    expect(found.page).to_have_url(re.compile("year=2011"))
    expect(drawn(found.page).get_by_text("at the end of 2011")).to_be_visible()


@pytest.mark.parametrize("width", [390])
def test_an_address_opens_the_same_view_in_both_languages(visit: Open, width: int) -> None:
    path = "/map?areas=Med,Biz&value_chains=health&member_types=sme&year=2014&place=Krak%C3%B3w"
    english, polish = visit(path + "&lang=en", width=width), visit(path + "&lang=pl", width=width)
    numbers = [re.findall(r"\d+", sentence(each.page)) for each in (english, polish)]
    assert sorted(numbers[0]) == sorted(numbers[1])
    assert "2014" in numbers[0]
    assert [re.findall(r"\d+", key) for key in legend(english.page)] == [
        re.findall(r"\d+", key) for key in legend(polish.page)
    ]
    for each in (english, polish):
        assert each.page.locator("#profile").inner_text() == "Kraków"
        for part in ("areas=Med%2CBiz", "value_chains=health", "member_types=sme", "year=2014", "place=Krak%C3%B3w"):
            assert unquote(part) in unquote(each.page.url)
        assert each.exceptions() == each.errors == []
        assert each.size()[0] <= width


@pytest.mark.parametrize("width", [1440])
def test_a_layer_is_opened_by_its_address(visit: Open, width: int) -> None:
    """On a phone too, where the page runs a second time as soon as it knows that it is narrow."""
    found = visit("/map?layer=powiat_wages&place=1261", width=width, lang="pl")
    found.page.wait_for_timeout(1500)
    assert "layer=powiat_wages" in found.page.url and "place=1261" in found.page.url
    assert found.page.locator("#profile").inner_text() == "Kraków"


def test_a_filter_stands_in_the_address_by_its_code(visit: Open) -> None:
    found = visit("/map", lang="pl")
    found.page.get_by_role("combobox", name="Obszar zainteresowań").click()
    found.page.get_by_role("option", name="Ochrona zdrowia").click()
    expect(found.page).to_have_url(re.compile("[?&]areas=Med(&|$)"))
    expect(found.page.locator(".legend li")).to_have_count(1)
    assert legend(found.page) == ["10\N{NO-BREAK SPACE}członków"]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "There are no figures for this choice."), ("pl", "Dla tego wyboru nie ma danych.")]
)
def test_without_the_sample_the_members_layer_says_that_it_has_no_figures(visit: Open, lang: str, words: str) -> None:
    found = visit("/map?real=true&place=Krakow&year=2010", lang=lang)
    assert found.exceptions() == found.errors == []
    expect(drawn(found.page).get_by_text(words)).to_be_visible()


def test_without_the_sample_the_published_layers_stay(visit: Open) -> None:
    found = visit("/map?real=true&layer=students_by_town&place=Kraków")
    assert found.page.locator("#profile").inner_text() == "Kraków"
    assert found.page.locator(".headlines dt").all_inner_texts() == ["Students by town"]
    assert found.page.locator(".st-key-people").count() == 0
    assert found.exceptions() == found.errors == []
