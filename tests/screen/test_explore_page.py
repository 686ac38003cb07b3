"""The Explore page shows any indicator in any form it can have, and says beside the others why it cannot."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.indicators import answer, indicator, indicators
from lsk_metrics.screen.explore import forms
from tests.screen.conftest import ROOT, unescaped
from tests.screen.pictures import questions, sentences

NAMES = [each.id for each in indicators()]


def opened(lang: str = "en", **asked: str) -> AppTest:
    """The page as a reader gets it from an address; a page is switched to before its address is read."""
    language.use(lang)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    page.query_params["lang"] = lang
    page.run()
    page.switch_page("pages/explore.py")
    return turned(page, lang=lang, **asked)


def turned(page: AppTest, **asked: str) -> AppTest:
    for name, value in asked.items():
        page.query_params[name] = value
    return page.run()


def row(page: AppTest, name: str) -> dict[str, Any]:
    """A row of choices as the browser is told it: what is pressed, and the reasons by code."""
    [found] = [each for each in page.main if each.type == "bidi_component" and each.proto.id.endswith(f"row_{name}")]
    told = json.loads(found.proto.json)
    return {"chosen": told["chosen"], "reasons": {each["code"]: each["reason"] for each in told["options"]}}


def said(page: AppTest) -> str:
    every = [*page.title, *page.markdown, *page.caption]
    return " ".join([*(unescaped(each.value) for each in every), *questions(page), *sentences(page)])


def asked_in_address(page: AppTest, name: str) -> str:
    found = page.query_params.get(name, [])
    return found if isinstance(found, str) else ",".join(found)


@pytest.mark.parametrize("lang", language.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_stands_in_every_form_or_says_why_not(name: str, lang: str, snapshot: str) -> None:
    page = opened(lang, indicator=name)
    whole = answer(name)
    reasons = forms.refused(indicator(name), {}, snapshot)
    for form in forms.FORMS:
        turned(page, form=form)
        assert not page.exception and not page.error, form
        shown = row(page, "form")
        assert shown["reasons"] == reasons
        assert shown["chosen"] == (
            "" if not whole.rows else forms.own(indicator(name), reasons) if reasons[form] else form
        )
        assert whole.question in said(page)
        if reasons[form]:
            assert forms.names()[form] in said(page), "what could not be kept is said"


@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_stands_in_every_measure_or_says_why_not(name: str, snapshot: str) -> None:
    page = opened(indicator=name)
    for form in ("trend", "ranking", "map"):
        for measure in list(forms.measures())[1:]:
            turned(page, form=form, measure=measure)
            assert not page.exception and not page.error, (form, measure)
            shown = row(page, "measure")
            assert bool(shown["reasons"][measure]) == (shown["chosen"] != measure), (form, measure)


def test_some_groups_wait_where_a_measure_takes_them_all(snapshot: str) -> None:
    page = opened(indicator="members_by_town", form="trend", measure="index", groups="BioF,SciE")
    assert not page.exception and not page.error
    assert "kept for the next: Groups." in said(page)


def test_the_page_opens_on_an_answer(snapshot: str) -> None:
    page = opened()
    found = answer("gerd_share_of_gdp", {"peers": "partners"})
    assert unescaped(page.title[0].value) == found.question
    assert found.sentence in said(page)
    assert row(page, "form")["chosen"] == "trend"


@pytest.mark.parametrize(
    ("text", "name"),
    [("naklady", "gerd_share_of_gdp"), ("wydatki", "gerd_share_of_gdp"), ("patent", "patents_per_million")],
)
def test_an_indicator_is_found_by_words_of_either_language(text: str, name: str, snapshot: str) -> None:
    page = opened(indicator="powiat_wages")
    page.text_input(key="choose_find").set_value(text).run()
    options = page.selectbox(key="choose_indicator").options
    assert indicator(name).title in options
    assert len(options) < 10
    assert page.selectbox(key="choose_indicator").value != "powiat_wages"
    assert asked_in_address(page, "find") == text


def test_words_that_find_nothing_say_what_to_change_and_lose_nothing(snapshot: str) -> None:
    page = opened(indicator="powiat_wages", find="xyzzyq")
    assert not page.exception
    assert "No indicator has “xyzzyq”. Try fewer or other words" in said(page)
    assert page.selectbox(key="choose_indicator").value == "powiat_wages"


def test_a_theme_narrows_the_list_and_shows_its_first(snapshot: str) -> None:
    page = opened()
    page.multiselect(key="theme").set_value(["startups"]).run()
    listed = page.selectbox(key="choose_indicator").options
    assert {indicator(name).theme for name in NAMES if indicator(name).title in listed} == {"startups"}
    assert indicator(page.selectbox(key="choose_indicator").value).theme == "startups"


def test_another_indicator_keeps_what_it_can_and_says_what_waits(snapshot: str) -> None:
    page = opened(indicator="gerd_share_of_gdp", form="ranking", peers="similar", to="2019")
    page.selectbox(key="choose_indicator").set_value("members_by_town").run()
    assert row(page, "form")["chosen"] == "ranking"
    assert "kept for the next: Places, To 2019." in said(page)
    page.selectbox(key="choose_indicator").set_value("gdp_per_head_pps").run()
    assert page.selectbox(key="peers").value == "similar"
    assert page.selectbox(key="choose_to").value == "2019"
    assert "kept for the next" not in said(page)


def test_a_form_that_waits_comes_back_with_an_indicator_that_can_have_it(snapshot: str) -> None:
    page = opened(indicator="members_by_town", form="map")
    page.selectbox(key="choose_indicator").set_value("population").run()
    assert row(page, "form")["chosen"] == "trend"
    assert "kept for the next: Map." in said(page)
    page.selectbox(key="choose_indicator").set_value("powiat_wages").run()
    assert row(page, "form")["chosen"] == "map"


def test_years_are_clamped_to_those_there_are(snapshot: str) -> None:
    page = opened(indicator="members", to="2010", **{"from": "1990"})
    assert (page.selectbox(key="choose_from").value, page.selectbox(key="choose_to").value) == ("2006", "2010")
    assert "From 1990" in said(page) and "To 2010" not in said(page)


def test_groups_that_may_not_be_added_are_never_added(snapshot: str) -> None:
    page = opened(indicator="students_by_institution")
    assert "In “Students by university” groups overlap or are not all there" in said(page)
    assert "All groups together" not in page.multiselect(key="groups").options


def test_a_picture_of_some_says_that_the_sentence_is_of_all(snapshot: str) -> None:
    page = opened(indicator="members_by_town", form="trend", towns="Tarn\u00f3w", groups="BioF")
    assert not page.exception
    assert "only Tarn\u00f3w; Biotechnology and life science business. The sentence above is about all." in said(page)
    assert answer("members_by_town", {"groups": "each"}).sentence in said(page)


def test_an_empty_choice_says_what_to_change(snapshot: str) -> None:
    page = opened(indicator="members_by_town", towns="Zakopane", groups="BioF")
    assert not page.exception and not page.error
    assert "Nothing is left of this indicator with what was chosen." in said(page)
    assert "It comes back by changing the groups and the places." in said(page)


def test_an_indicator_of_the_sample_alone_says_where_its_rows_went(snapshot: str) -> None:
    page = opened(indicator="members_by_town")
    page.toggle(key="real").set_value(True).run()
    assert not page.exception and not page.error
    assert "Only sample rows answer this, and they are hidden." in " ".join(each.value for each in page.info) + said(
        page
    )
    assert set(row(page, "form")["reasons"].values()) == {"There are no figures for this choice."}


def test_two_indicators_stand_in_one_scatter(snapshot: str) -> None:
    page = opened(indicator="patents_per_million", form="scatter", second="hrst_share")
    assert page.selectbox(key="choose_second").value == "hrst_share"
    given = {"indicators": "hrst_share,patents_per_million", "peers": "partners"}
    assert answer("two_indicators", given).sentence in said(page)


def test_a_missing_value_is_never_drawn_as_zero(snapshot: str) -> None:
    page = opened(indicator="gerd_share_of_gdp", form="ranking")
    [drawing] = [each.proto.json for each in page.get("bidi_component") if "<svg" in each.proto.json]
    assert "0.00%" not in drawing and "2.75%" in drawing


def test_what_an_address_cannot_mean_is_passed_over(snapshot: str) -> None:
    wrong = {"form": "pie", "measure": "double", "from": "last year", "groups": "<b>", "peers": "friends"}
    page = opened(indicator="nothing", theme="x,y", kind=",", towns="Atlantis", find="a" * 500, **wrong)
    assert not page.exception and not page.error
    assert row(page, "form")["chosen"] == "trend"
    assert page.selectbox(key="choose_indicator").value == "gerd_share_of_gdp"
