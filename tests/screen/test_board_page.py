"""The page of targets: its finding, its rows, its choices, and what it says when the sample is hidden."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators.status import board
from lsk_metrics.indicators.status.rules import STATES, state_name
from lsk_metrics.screen.board import choosing, rows
from lsk_metrics.warehouse import comments
from tests.screen.conftest import Reading
from tests.screen.pictures import sentences
from tests.screen.test_addresses import asked, note, opened

both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)


def test_it_opens_on_its_finding_and_says_that_nobody_adopted_the_targets(read: Callable[..., Reading]) -> None:
    page = read("board")
    assert page.exceptions == []
    assert page.titles == ["4 of 8 targets are reached or on track; 3 need attention; of 1 nothing can be said"]
    assert "These targets are illustrative: nobody has adopted them." in page.text
    assert "Off track: needs +4.6 members a year to reach 150 by 2030" in page.text
    assert "Tried on the past, 3 years ahead, it missed by 6.6 on average (7 tries)." in page.text


@both_languages
def test_the_rules_stand_on_the_page_in_words(read: Callable[..., Reading], lang: str) -> None:
    page = read("board", lang)
    words = {"en": ("R1, version 1", "R2, version 1", "R3, version 1", "75% of it"), "pl": ("R2, wersja 1", "75%")}
    assert [said for said in words[lang] if said not in page.text] == []


@both_languages
def test_without_the_sample_it_says_what_is_hidden(read: Callable[..., Reading], lang: str) -> None:
    page = read("board", lang, real=True)
    assert page.exceptions == [] and page.refusals == []
    assert page.titles == [{"en": "There are no targets to judge", "pl": "Nie ma celów do oceny"}[lang]]


def test_the_choices_are_followed_from_the_address(snapshot: str) -> None:
    found = asked(opened("board"), {"goal": "sample-unemployment", "sort": "name"})
    assert note(found) == ""
    assert (found.selectbox(key="goal").value, found.selectbox(key="sort").value) == ("sample-unemployment", "name")
    assert any("−0.23 (rule R2)" in each for each in sentences(found))


def test_what_the_board_said_of_the_chosen_indicator_stands_below_its_chart(
    snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comments, "file", lambda: tmp_path / "comments.jsonl")
    comments.add("unemployment_rate", "Ask the labour office.", "Rada Fundacji", "status")
    comments.add("members", "Another matter.", "Rada Fundacji")
    said = [each.value for each in asked(opened("board"), {"goal": "sample-unemployment"}).markdown]
    assert [words for words in said if "Ask the labour office" in words and "Rada Fundacji" in words]
    assert not [words for words in said if "Another matter" in words]


def test_a_target_that_is_not_there_is_put_aside(snapshot: str) -> None:
    found = asked(opened("board"), {"goal": "sample-memebrs"})
    assert "`goal=sample-memebrs` is not among the choices, `sample-members` is shown." in note(found)


@both_languages
def test_a_row_says_its_status_in_words_and_by_a_shape_and_has_a_button(lang: str, snapshot: str) -> None:
    language.use(lang)
    found = board.statuses(snapshot)
    html = rows.html(found, found[0].target.id, LIGHT)
    assert html.count("<tr class=") == html.count("<button") == html.count('role="img"') == 8
    assert html.count('aria-pressed="true"') == 1
    for state in STATES:
        assert state_name(state) in html
    for each in found:
        assert each.because[:40] in html.replace("&#x27;", "'").replace("&amp;", "&")


def test_the_shapes_differ_without_their_colours() -> None:
    drawn = {state: rows.shape(state, LIGHT) for state in STATES}
    grey = {state: words.replace(LIGHT.accent, "").replace(LIGHT.warning, "") for state, words in drawn.items()}
    assert len(set(grey.values())) == len(STATES)


def test_two_targets_that_are_called_the_same_are_told_apart_in_the_list(snapshot: str) -> None:
    first = board.statuses(snapshot)[0]
    again = replace(first, verdict=replace(first.verdict, target=replace(first.target, id="T2")))
    away = replace(first, verdict=replace(first.verdict, target=replace(first.target, id="T3", place="BE2")))
    assert choosing.names([first, again, away]) == {
        "sample-members": "Cluster members – 150 by 2030 (sample-members)",
        "T2": "Cluster members – 150 by 2030 (T2)",
        "T3": "Cluster members, Flanders – 150 by 2030",
    }
