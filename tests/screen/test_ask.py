"""The page on which a reader asks the tables: examples, answers, refusals, the sample and what is taken away."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.indicators.queries import Found, examples, records
from lsk_metrics.screen.answered import comma_separated, frame, unarmed

from .conftest import SECONDS, Reading, in_front, reading

both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)


@pytest.fixture
def page(snapshot: str, tmp_path: Path) -> Iterator[Any]:
    """Opens the page with these words in its address."""
    door = in_front("ask", tmp_path)

    def open_page(lang: str = "en", **asked: str) -> AppTest:
        language.use(lang)
        front = AppTest.from_file(str(door), default_timeout=SECONDS)
        for name, value in {"lang": lang, **asked}.items():
            front.query_params[name] = value
        return front.run()

    yield open_page


def run(page: AppTest, sql: str) -> Reading:
    page.text_area(key="ask_sql").set_value(sql)
    return reading(next(each for each in page.button if each.label in ("Run", "Wykonaj")).click().run())


@both_languages
def test_nothing_is_run_before_the_reader_says_so(page: Any, lang: str) -> None:
    found = page(lang, q="SELECT 6 * 7 AS answer")
    assert found.text_area(key="ask_sql").value == "SELECT 6 * 7 AS answer"
    assert not found.dataframe
    words = {"en": "This query came with the link.", "pl": "To zapytanie pochodzi z\N{NO-BREAK SPACE}odnośnika."}
    assert any(words[lang] in each.value for each in found.caption)


@both_languages
@pytest.mark.parametrize("at", range(4))
def test_each_example_is_answered_with_rows(page: Any, lang: str, at: int) -> None:
    language.use(lang)
    sql = list(examples().values())[at]
    found = page(lang).button(key=f"ask_example_{at}").click().run()
    told = reading(found)
    assert told.exceptions == told.refusals == []
    assert found.text_area(key="ask_sql").value == sql
    assert len(found.dataframe[0].value) >= 5
    assert found.query_params["q"] in (sql, [sql])


@both_languages
def test_what_rests_on_the_sample_is_badged_and_said(page: Any, lang: str) -> None:
    badge = {"en": ":orange-badge[Illustrative]", "pl": ":orange-badge[Przykładowe]"}[lang]
    words = {"en": "the made-up sample register", "pl": "fikcyjny rejestr przykładowy"}[lang]
    told = run(page(lang), "SELECT count(*) FROM membership")
    assert [each for each in told.said if badge in each]
    assert words in told.text
    told = run(page(lang), "SELECT count(*) FROM observations")
    assert not [each for each in told.said if badge in each]


def test_the_switch_leaves_the_sample_out_of_every_query(page: Any) -> None:
    told = run(page(real="true"), "SELECT count(*) AS n FROM members")
    assert "The sample is hidden: queries find published and register rows only." in told.text
    assert not [each for each in told.said if ":orange-badge[Illustrative]" in each]
    found = page(real="true")
    run(found, "SELECT count(*) AS n FROM members")
    assert found.dataframe[0].value["n"].tolist() == [0]


@pytest.mark.parametrize(
    ("lang", "sql", "sentence"),
    [
        ("en", "DROP TABLE members", "Only questions are answered: SELECT, WITH … SELECT"),
        ("pl", "DROP TABLE members", "Tabele można tylko odczytywać"),
        ("en", "FROM membres", "There is no table “membres” that can be read here. Did you mean “members”?"),
        ("pl", "FROM membres", "Czy chodziło o\N{NO-BREAK SPACE}„members”?"),
        ("en", "SELECT getenv('HOME')", "The function “getenv” is closed here"),
        ("en", "SELECT jioned FROM members", "The query cannot be run as it is written."),
        ("en", " ", "There is no query yet."),
    ],
)
def test_a_refusal_says_in_the_readers_language_what_to_do(page: Any, lang: str, sql: str, sentence: str) -> None:
    told = run(page(lang), sql)
    assert told.exceptions == []
    assert len(told.refusals) == 1
    assert sentence in told.refusals[0]


def test_the_engines_own_words_stand_below_the_refusal(page: Any) -> None:
    assert 'Candidate bindings: "joined"' in run(page(), "SELECT jioned FROM members").text


def test_a_query_too_long_for_a_link_is_answered_and_that_is_said(page: Any) -> None:
    found = page(q="SELECT 1")
    told = run(found, f"SELECT '{'x' * 2000}' AS x")
    assert "The query is too long for a link (2,014 characters, 2,000 at most)" in told.text
    assert "q" not in found.query_params


def test_a_table_tells_its_columns_and_gives_its_first_rows(page: Any) -> None:
    found = page().selectbox(key="table").select("observations").run()
    assert "the producer's letters: b break, p provisional" in reading(found).text
    found.button(key="ask_peek").click().run()
    assert found.text_area(key="ask_sql").value == 'FROM "observations"\nLIMIT 100'
    assert len(found.dataframe[0].value) == 100


def answer(columns: list[str], rows: list[list[Any]]) -> Found:
    return Found(columns, ["VARCHAR"] * len(columns), rows, [], "", 0.0)


def test_columns_of_one_name_are_told_apart() -> None:
    assert records(answer(["a", "a", "b", "a"], [[1, 2, 3, 4]])) == [{"a": 1, "a (2)": 2, "b": 3, "a (3)": 4}]


def test_whole_numbers_stay_whole_where_one_is_missing() -> None:
    assert comma_separated(frame(answer(["year"], [[2018], [None]]))) == b'\xef\xbb\xbfyear\n2018\n""\n'


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+48 12 000", "'+48 12 000"),
        ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("-2.5", "-2.5"),
        ("+7", "+7"),
        (-2.5, -2.5),
        (None, None),
        ("R&D", "R&D"),
    ],
)
def test_a_cell_is_never_a_formula_and_a_negative_number_stays_one(cell: Any, written: Any) -> None:
    assert unarmed(cell) == written


def test_headings_are_no_formulas_either() -> None:
    assert comma_separated(pd.DataFrame({"=1+1": [1]})) == b"\xef\xbb\xbf'=1+1\n1\n"
