"""The Peers page answers from the top down, in both languages, for whatever is chosen and whatever the address says."""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.indicators import answer, indicators
from tests.screen.pictures import below, questions, sentences

PAGE = str(Path(__file__).parents[2] / "app.py")
NAMES = [each.id for each in indicators() if each.places == "regions"]

SOME, OTHER_SETS = ["gerd_share_of_gdp", "regional_innovation_index", "population"], ["domestic", "similar", "own"]
KEYS = ("indicator", "peers", "year", "from", "to", "target", "second")


def opened(lang: str = "en", **asked: str) -> AppTest:
    """The page as a reader gets it from an address; a page is switched to before its address is read."""
    language.use(lang)
    page = AppTest.from_file(PAGE, default_timeout=60)
    page.query_params["lang"] = lang
    page.run()
    page.switch_page("pages/peers.py")
    for name, value in {"lang": lang, **asked}.items():
        page.query_params[name] = value
    return page.run()


def said(page: AppTest) -> str:
    found = [*page.markdown, *page.caption, *page.info]
    told = [*sentences(page), *below(page)]
    return " ".join([*(each.value for each in found), *told]).replace("\\", "")


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_the_first_thing_said_is_where_the_home_region_stands(read: Callable[..., Any], lang: str) -> None:
    found = read("peers", lang)
    first = answer("gerd_share_of_gdp", {"view": "ranking", "peers": "partners"})
    assert found.questions[0] == first.question
    assert found.text.index(" ".join(first.sentence.split())) < 900
    for view in ("gap_leader", "gap_union", "pace"):
        told = answer("gerd_share_of_gdp", {"view": view, "peers": "partners"})
        assert " ".join(told.sentence.split()) in found.text


@pytest.mark.parametrize(("name", "peers"), [*product(NAMES, ["partners"]), *product(SOME, OTHER_SETS)])
def test_every_indicator_with_every_set_of_peers_runs(name: str, peers: str, snapshot: str) -> None:
    page = opened(indicator=name, peers=peers)
    assert not page.exception
    assert not page.error
    assert page.selectbox(key="indicator").value == name
    assert answer(name, {"view": "ranking"}).question in questions(page)


def test_what_an_indicator_cannot_have_is_said_in_words(snapshot: str) -> None:
    text = said(opened(indicator="population"))
    assert "In “Population” neither more nor less is better, so there is no leader to catch up with." in text
    assert "“Population” is a total" in text


@pytest.mark.parametrize(("name", "year"), [("employment_rate", "2013"), ("gerd_share_of_gdp", "2014")])
def test_every_caveat_is_said_also_where_the_ranking_is_of_an_earlier_year(name: str, year: str, snapshot: str) -> None:
    page = opened(indicator=name, year=year)
    course, top = answer(name, {"peers": "partners"}), answer(name, {"view": "ranking", "last_year": year})
    assert set(course.caveats) - set(top.caveats)
    assert [words for words in course.caveats if words not in said(page)] == []


def test_an_address_is_read_whole(snapshot: str) -> None:
    said_there = dict(
        zip(KEYS, ["gdp_per_head_pps", "similar", "2020", "2010", "2020", "2035", "hrst_share"], strict=True)
    )
    parts = "hrst_share,tertiary_attainment"
    page = opened(**said_there, number="3", own_country="no", weight_population="0", parts=parts)
    assert not page.exception
    assert {key: page.selectbox(key=key).value for key in KEYS} == said_there
    assert (page.select_slider(key="number").value, page.select_slider(key="weight_population").value) == ("3", "0")
    assert page.multiselect(key="parts").value == ["hrst_share", "tertiary_attainment"]
    given = {"peers": "similar", "number": "3", "own_country": "no", "likeness": "population:0"}
    assert answer("gdp_per_head_pps", {**given, "view": "ranking", "last_year": "2020"}).sentence in said(page)


def test_another_indicator_begins_with_its_own_years(snapshot: str) -> None:
    page = opened(year="2020", **{"from": "2014", "to": "2021"})
    assert [page.selectbox(key=key).value for key in ("year", "from", "to")] == ["2020", "2014", "2021"]
    page.selectbox(key="indicator").set_value("employment_rate").run()
    assert [page.selectbox(key=key).value for key in ("year", "from", "to")] == ["2024", "2021", "2024"]
    page.selectbox(key="from").set_value("2016").run()
    assert page.selectbox(key="from").value == "2016"
    assert not page.exception


def test_what_an_address_cannot_mean_is_passed_over(snapshot: str) -> None:
    page = opened(indicator="members", peers="friends", year="1066", number="many", parts="members", second="gerd")
    assert not page.exception
    assert page.selectbox(key="indicator").value == "gerd_share_of_gdp"
    assert page.selectbox(key="peers").value == "partners"


def test_the_weights_change_the_distances_and_the_peers(snapshot: str) -> None:
    page = opened(peers="similar", indicator="gdp_per_head_pps", number="2")
    before = said(page)
    page.select_slider(key="weight_gdp_per_head_pps").set_value("0").run()
    page.select_slider(key="weight_population").set_value("3").run()
    assert not page.exception
    assert page.query_params["weight_population"] in ("3", ["3"])
    given = {"peers": "similar", "number": "2", "likeness": "gdp_per_head_pps:0,population:3"}
    wanted = answer("gdp_per_head_pps", {**given, "view": "ranking"})
    assert wanted.peers in said(page) and wanted.peers not in before


def test_a_composite_of_one_is_asked_for_more(snapshot: str) -> None:
    page = opened()
    page.multiselect(key="parts").set_value(["hrst_share"]).run()
    assert not page.exception
    assert "A composite takes at least two indicators." in said(page)


def test_regions_can_be_picked_one_by_one(snapshot: str) -> None:
    page = opened(peers="own", places="ES21,BE2", indicator="gdp_per_head_pps")
    assert not page.exception
    assert "Compared with regions of the reader's choice: Basque Country and Flanders." in said(page)
