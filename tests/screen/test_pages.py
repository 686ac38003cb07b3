"""Every page runs in both languages and says what its indicators say."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import answer, indicator
from lsk_metrics.indicators.passport import caveat_words

ROOT = Path(__file__).parents[2]
TITLES = {
    "overview": {"en": "From 32 members to 95", "pl": "Od 32 do 95 członków"},
    "board": {
        "en": "4 of 8 targets are reached or on track; 3 need attention; of 1 nothing can be said",
        "pl": "Osiągnięte lub zgodne z\xa0planem: 4 z\xa08\xa0celów; 3\xa0wymagają uwagi; 1\xa0bez oceny",
    },
    "members": {"en": "Members", "pl": "Członkowie"},
    "investment": {"en": "Investment", "pl": "Inwestycje"},
    "startups": {"en": "Start-ups", "pl": "Start-upy"},
    "ecosystem": {"en": "Ecosystem", "pl": "Ekosystem"},
    "projects": {"en": "European projects", "pl": "Projekty europejskie"},
    "peers": {"en": "How does Małopolska compare?", "pl": "Jak Małopolska wypada na tle innych?"},
    "explore": {
        "en": "How much of its GDP does the region spend on research and development?",
        "pl": "Jaką część PKB region przeznacza na badania i\xa0rozwój?",
    },
    "map": {"en": "Where is it?", "pl": "Gdzie to jest?"},
    "since": {"en": "Since the last review", "pl": "Od ostatniego przeglądu"},
    "governance": {"en": "S3 governance and cluster readiness", "pl": "Zarządzanie S3 i\xa0gotowość klastra"},
    "review": {"en": "Smart specialisation review", "pl": "Przegląd inteligentnych specjalizacji"},
    "data": {"en": "Data", "pl": "Dane"},
    "ask": {"en": "Ask the tables", "pl": "Zapytania do tabel"},
    "register": {"en": "Bring in your register", "pl": "Wczytaj własny rejestr"},
    "privacy": {"en": "Privacy", "pl": "Prywatność"},
    "accessibility": {"en": "Accessibility statement", "pl": "Deklaracja dostępności"},
}
FIRST_CHOICE = {"ecosystem": ["gdp_per_head_pps"], "map": ["members_by_town"]}
Read = Callable[..., Any]

each_page = pytest.mark.parametrize("page", TITLES)
both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)


def shown(page: str) -> list[str]:
    """The indicators a page shows by name, and what it shows first where the reader may choose.

    What waits to be fetched is shown in test_projects_page.py."""
    source = (ROOT / "pages" / f"{page}.py").read_text(encoding="utf-8")
    names = re.findall(r'\bshow\(\s*"(\w+)"', source) + FIRST_CHOICE.get(page, [])
    return [name for name in names if not indicator(name).fetch]


def test_there_is_a_title_here_for_every_page() -> None:
    assert {path.stem for path in (ROOT / "pages").glob("*.py")} == set(TITLES)


@each_page
@both_languages
def test_a_page_runs_without_trouble_under_its_title(read: Read, page: str, lang: str) -> None:
    found = read(page, lang)
    assert found.exceptions == []
    assert found.refusals == []
    assert found.titles == [TITLES[page][lang]]


@each_page
@both_languages
def test_each_indicator_comes_with_its_question_and_its_sentence(read: Read, page: str, lang: str) -> None:
    found = read(page, lang)
    for name in shown(page):
        told = answer(name)
        assert told.question in found.questions
        assert " ".join(told.sentence.split()) in found.text


@each_page
@both_languages
def test_each_indicator_comes_with_its_sources_and_caveats(read: Read, page: str, lang: str) -> None:
    found = read(page, lang)
    for name in shown(page):
        told = answer(name)
        for words in [*(card.citation() for card in told.sources), *told.caveats]:
            assert " ".join(words.split()) in found.text


@each_page
def test_the_two_languages_share_no_question(read: Read, page: str) -> None:
    assert not set(read(page, "en").questions) & set(read(page, "pl").questions) - {"Region"}


BADGES = {"en": "[Illustrative]", "pl": "[Przykładowe]"}
WITH_CHARTS = [page for page in TITLES if page not in ("data", "ask", "privacy", "accessibility")]


@pytest.mark.parametrize("page", WITH_CHARTS)
@both_languages
def test_published_and_register_only_leaves_nothing_of_the_sample(read: Read, page: str, lang: str) -> None:
    found = read(page, lang, real=True)
    assert found.exceptions == found.refusals == []
    assert not [words for words in found.said if BADGES[lang] in words]
    assert language.gettext(caveat_words()["illustrative"]) not in found.text
    for name in shown(page):
        kept, whole = answer(name, {"illustrative": "no"}), answer(name)
        assert kept.question in found.questions
        assert " ".join(kept.sentence.split()) in found.text
        if not kept.rows:
            assert " ".join(whole.sentence.split()) not in found.text


@both_languages
def test_published_and_register_only_leaves_no_check_that_rests_on_the_sample(read: Read, lang: str) -> None:
    whole, real = read("data", lang).text, read("data", lang, real=True).text
    assert language.gettext("a sample made to add up") in whole
    assert language.gettext("a sample made to add up") not in real


def test_the_sample_is_badged_where_it_is_shown(read: Read) -> None:
    for page in ("overview", "members", "investment", "startups"):
        assert [words for words in read(page).said if BADGES["en"] in words]


def test_what_is_hidden_says_where_it_went(read: Read) -> None:
    text = read("members", real=True).text
    assert "Only sample rows answer this, and they are hidden." in text
    assert "They come back with the switch “Published and register only” in the sidebar." in text
