"""Behind every chart, one click: the passport, with the command that gives the same number in a terminal."""

import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.indicators import Answer, answer
from lsk_metrics.indicators.command import command
from lsk_metrics.screen import blocks
from tests.screen.conftest import ROOT, SECONDS, in_front, spaced, with_boxes_open, words
from tests.screen.pictures import enter, figures

PAGES = ("overview", "board", "members", "investment", "startups", "ecosystem", "peers", "projects", "map", "data")
TITLES = {"en": "Passport: Cluster members", "pl": "Metryka wskaźnika: Członkowie klastra"}
SAID = {
    "en": [
        "What is counted", "Organisations that belong to the cluster:", "persons are never counted.",
        "Why it matters", "It shows the reach of the cluster",
        "Direction", "More is better.",
        "Output: it counts what activities bring about directly.",
        "Values may be added up over places and over groups. They may not be added up over time.",
        "Cluster office", "Members are counted at the end of the year.",
        "The blog dates the growth “over the past decade”; from 2006 to 2018 is twelve years.",
        "University Industry Innovation Network (UIIN), Case study of the cluster, blog of 7 May 2018",
        "Facts restated in other words; the text belongs to its publisher", "7 May 2018", "reference/claims.csv",
        "-- $first_year = 1900", "UNION ALL", "by version 0.1.0 of the program",
    ],
    "pl": [
        "Co obejmuje wskaźnik", "Organizacje należące do klastra:", "Dlaczego to ważne", "Im więcej, tym lepiej.",
        "Wskaźnik produktu: liczy to, co bezpośrednio powstaje dzięki działaniom.",
        "Wartości można sumować między miejscami i między grupami. Nie wolno ich sumować w czasie.",
        "Biuro klastra", "Studium przypadku klastra, wpis na blogu z 7 maja 2018 r.", "przez program w wersji 0.1.0",
        "-- $first_year = 1900",
    ],
}  # fmt: skip
both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)


@pytest.fixture
def front(snapshot: str, tmp_path: Path) -> Callable[..., AppTest]:
    """Opens a page as the first a reader sees, where what is pressed counts."""

    def opens(name: str, lang: str = "en", **asked: str) -> AppTest:
        language.use(lang)
        page = AppTest.from_file(str(in_front(name, tmp_path)), default_timeout=SECONDS)
        for parameter, value in {"lang": lang, **asked}.items():
            page.query_params[parameter] = value
        return page.run()

    return opens


def dialogs(page: AppTest) -> list[Any]:
    """What stands over the page."""
    return [block for block in page._tree.children[2].children.values() if block.type == "dialog"]


@both_languages
def test_one_click_shows_the_passport_in_the_language_of_the_page(
    front: Callable[..., AppTest], lang: str, snapshot: str
) -> None:
    page = front("members", lang)
    assert dialogs(page) == []
    enter(page, "members", "passport")
    [dialog] = dialogs(page)
    assert dialog.proto.dialog.title == TITLES[lang]
    text = spaced("\n".join(words(each) for each in dialog))
    assert [said for said in SAID[lang] if spaced(said) not in text] == []
    for card in answer("members", {}, snapshot).sources:
        assert f"{card.sha256} {card.file}" in text
    assert f"lsk show members --lang {lang} --snapshot {snapshot}" in text


def test_the_same_passport_stands_behind_a_tab_of_the_box(front: Callable[..., AppTest], snapshot: str) -> None:
    page = with_boxes_open(front("members"))
    assert not page.code  # the table is in front, and nobody has asked for more
    page.session_state["tab_members"] = "Passport"
    page.run()
    [command] = [each.value for each in page.code if each.value.startswith("lsk show ")]
    assert command == f"lsk show members --lang en --snapshot {snapshot}"


def test_nothing_of_a_passport_is_computed_before_it_is_asked_for(front: Callable[..., AppTest]) -> None:
    page = front("members")
    drawn = figures(page)
    assert list(drawn) == [
        "members", "members_by_type", "members_joined", "members_by_area", "members_by_value_chain"
    ]  # fmt: skip
    assert all('data-door=\\"passport\\"' in each.json for each in drawn.values())
    assert not page.code


ASKED = [(name, lang, False) for name in PAGES for lang in language.LANGUAGES]
ASKED += [("members", "pl", True), ("investment", "en", True)]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Answer]:
    """The answers behind the figures of the pages that are run, as they get onto them."""
    shown: list[Answer] = []
    place: Callable[..., None] = blocks.stand

    def noting(found: Answer, *given: Any) -> None:
        shown.append(found)
        place(found, *given)

    monkeypatch.setattr(blocks, "stand", noting)
    return shown


def compare(page: AppTest, seen: list[Answer], lang: str, capsys: pytest.CaptureFixture[str]) -> int:
    """Each figure has its door, and the command behind it gives the same; how many there are."""
    behind = {found.key: found for found in seen}
    assert {key for key, proto in figures(page).items() if json.loads(proto.json)["below"]} == set(behind)
    language.use(lang)
    for found in behind.values():
        capsys.readouterr()
        assert main([*shlex.split(command(found))[1:], "--format", "json"]) == 0
        document = json.loads(capsys.readouterr().out)
        assert document["rows"] == json.loads(json.dumps(found.document()["rows"]))
        assert (document["sentence"], document["snapshot"]) == (found.sentence, found.snapshot)
    return len(behind)


@pytest.mark.parametrize(("name", "lang", "real"), ASKED)
def test_the_command_of_every_chart_of_every_page_gives_the_same(
    name: str,
    lang: str,
    real: bool,
    front: Callable[..., AppTest],
    seen: list[Answer],
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = front(name, lang, **({"real": "true"} if real else {}))
    assert compare(page, seen, lang, capsys) or name in ("projects", "data")


@both_languages
def test_the_same_holds_for_projects_that_have_been_fetched(
    lang: str, projects: str, front: Callable[..., AppTest], seen: list[Answer], capsys: pytest.CaptureFixture[str]
) -> None:
    assert compare(front("projects", lang), seen, lang, capsys) == 6


def test_every_page_that_has_charts_is_looked_at() -> None:
    there = {path.stem for path in (ROOT / "pages").glob("*.py")}
    # These show none, but Explore, which shows any; test_same_number tries them all.
    assert there - set(PAGES) == {
        "accessibility", "ask", "explore", "governance", "privacy", "register", "review", "since"}  # fmt: skip
