"""The page of European projects: worth opening before anything is fetched, whole afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.indicators import answer, indicators
from tests.screen.conftest import spaced
from tests.screen.pictures import below, questions, sentences

ROOT = Path(__file__).parents[2]
WAITING = [each.id for each in indicators() if each.fetch]
Read = Callable[..., Any]
both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)


def opened(page: str, lang: str, **asked: str) -> AppTest:
    language.use(lang)
    front = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    front.run().switch_page(f"pages/{page}.py")  # only then the address: the first page would clean it
    for name, value in {"lang": lang, **asked}.items():
        front.query_params[name] = value
    return front.run()


def text(page: AppTest) -> str:
    whole = [*page.markdown, *page.caption, *page.info]
    told = [*questions(page), *sentences(page), *below(page)]
    return spaced(" ".join([*(each.value.replace("\\", "") for each in whole), *told]))


@both_languages
def test_before_a_fetch_there_are_published_figures_the_questions_and_the_way_to_answers(read: Read, lang: str) -> None:
    found = read("projects", lang)
    assert found.exceptions == found.refusals == []
    assert "297" in found.text and language.gettext("Horizon 2020 and Horizon Europe") in found.questions
    for name in WAITING:
        assert " ".join(answer(name).question.split()) in found.text
        assert answer(name).question not in found.questions


def test_the_command_that_gets_the_figures_is_on_the_page_and_on_the_map(snapshot: str) -> None:
    assert "`lsk fetch cordis`" in text(opened("projects", "en"))
    layer = text(opened("map", "en", layer="participations_by_town"))
    assert "There are no figures yet." in layer
    assert "`lsk fetch cordis`" in layer
    assert "sample rows are hidden" not in layer


@both_languages
@pytest.mark.parametrize("real", [False, True])
def test_after_a_fetch_every_question_has_its_sentence_and_its_caveats(lang: str, real: bool, projects: str) -> None:
    page = opened("projects", lang, **({"real": "true"} if real else {}))
    assert [each.value for each in page.error] == [] and not page.exception
    said = text(page).replace("\N{WORD JOINER}", "")
    for name in WAITING:
        told = answer(name)
        assert told.rows
        for words in (told.question, told.sentence, *told.caveats):
            assert " ".join(words.split()) in said, (name, words)


def test_after_a_fetch_it_is_said_what_is_counted_nowhere(projects: str) -> None:
    said = text(opened("projects", "en"))
    assert "The files list 6 projects in all of Europe." in said
    assert "2 participations from the country give no region and are counted nowhere here." in said
    assert "0 rows could not be read, or not whole." in said


def test_the_map_offers_the_towns_and_a_profile_of_those_it_knows(projects: str) -> None:
    page = opened("map", "en", layer="participations_by_town", place="Wieliczka")
    assert not page.exception
    profiles = next(box for box in page.selectbox if box.key == "place")
    assert profiles.value == "Wieliczka"
    assert "Dworskie Pole" not in profiles.options


def test_a_period_without_figures_is_not_taken_for_one_that_was_never_fetched(projects: str) -> None:
    assert answer("joint_projects", {"first_year": "2090"}).sentence == "There are no figures for this choice."


def test_the_page_is_narrowed_by_programme_and_field_and_a_chip_says_so(projects: str) -> None:
    page = opened("projects", "en", programmes="horizon_europe", fields="medical_and_health_sciences")
    assert not page.exception
    chips = [each.label for each in page.button if (each.key or "").startswith("chip_")]
    assert chips == ["Field: medical and health sciences ×", "Programme: Horizon Europe ×"]
    given = {"programmes": "horizon_europe", "fields": "medical_and_health_sciences"}
    said = text(page).replace("\N{WORD JOINER}", "")
    assert " ".join(answer("joint_projects", given).sentence.split()) in said
