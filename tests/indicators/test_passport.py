"""Every indicator has a whole passport, and a passport that is wrong is refused with the key that is."""

import re
from pathlib import Path

import pytest

from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import Indicator, answer, indicator, indicators, themes, units
from lsk_metrics.indicators.facts import placeholders
from lsk_metrics.indicators.parameters import FILTERS, Parameters
from lsk_metrics.indicators.passport import PassportError, caveat_words, load
from lsk_metrics.warehouse import read

CHARTS = {"growth", "lines", "columns", "bars", "ranking", "map", "network"}
TURNS = {"up", "up_first", "down", "down_first", "flat", "text", "text_first", "all"} | {
    "narrowed", "up_narrowed", "all_narrowed",
}  # fmt: skip
GOOD = """/*
title = "Cluster members"
question = "How many members are there?"
definition = "Organisations in the register."
why = "It shows the size."
theme = "cluster"
unit = "members"
direction = "more"
role = "output"
additive = []
sources = ["members"]
caveats = []
chart = "bars"
owner = "cluster office"

[sentence]
text = "There are {last_n}."
*/
SELECT 1
"""
OWN_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'snapshot'"
EACH = pytest.mark.parametrize("each", indicators(), ids=lambda each: each.id)


@EACH
def test_a_passport_says_what_the_numbers_are(each: Indicator) -> None:
    assert each.title and each.owner
    assert each.question.endswith("?")
    assert 1 <= len(sentences(each.definition)) <= 3 and each.definition.endswith(".")
    assert len(sentences(each.why)) == 1 and each.why.endswith(".")
    assert each.unit in units.names()
    assert each.theme in set(themes.names()) - {"comparison"}
    assert each.direction in {"more", "less", "neither"}
    assert each.role in {"context", "result", "output"}
    assert set(each.additive) <= {"time", "place", "group"}
    assert each.chart in CHARTS
    assert 0 <= each.decimals <= 2
    assert each.years in {"calendar", "academic"}
    assert set(each.filters) <= set(FILTERS)


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=\.) (?=[A-Z])", text)


@EACH
def test_a_passport_names_only_caveats_that_have_words(each: Indicator) -> None:
    assert set(each.caveats) - set(caveat_words()) == set()


@EACH
def test_a_passport_names_only_tables_of_the_warehouse(each: Indicator, snapshot: str) -> None:
    tables = {row["table_name"] for row in read.rows(OWN_TABLES)}
    assert each.sources
    assert set(each.sources) - tables == set()


@EACH
def test_a_sentence_asks_only_for_what_can_be_known(each: Indicator, snapshot: str) -> None:
    assert "text" in each.sentence
    assert set(each.sentence) <= TURNS
    names = {
        "first", "first_n", "first_year", "last", "last_n", "last_year", "change", "change_n", "times", "peak",
        "peak_n", "peak_year", "total", "total_n", "top", "top_n", "top_value", "top_share", "second",
        "second_n", "second_value", "bottom", "bottom_n", "bottom_value", "count", "others", "parts_total",
        "parts_total_n", "part_year", "rank", "of", "leader", "leader_value", "leader_year", "home",
        "home_value", "home_year", "nation", "nation_value", "nation_year", "union", "union_value", "union_year",
        "break_year",
    }  # fmt: skip
    assert {name for text in each.sentence.values() for name in placeholders(text)} - names == set()


@EACH
def test_every_indicator_answers_in_the_same_columns(each: Indicator, snapshot: str) -> None:
    bound = Parameters().bound(each.filters)
    columns = {
        row["column_name"] for row in read.rows(f"DESCRIBE {each.sql}", {name: bound[name] for name in each.filters})
    }
    assert {"place", "year", "value", "kind", "source"} <= columns
    assert columns <= {"place", "year", "value", "series", "kind", "flag", "low", "high", "source"}
    assert ("series" in columns) or not (each.series or each.names)


@EACH
def test_places_and_series_are_of_a_list_that_names_them(each: Indicator, snapshot: str) -> None:
    lists = {row["list"] for row in read.rows("SELECT DISTINCT list FROM labels")}
    assert {each.places, each.series} - {None} <= lists
    assert all(re.fullmatch(r"[a-z0-9_]+", code) for code in each.names)


def test_warnings_about_data_belong_to_indicators_there_are(snapshot: str) -> None:
    warned = {row["indicator"] for row in read.rows("SELECT indicator FROM caveats")}
    assert warned - {each.id for each in indicators()} == set()


def test_every_flag_that_occurs_has_words(snapshot: str) -> None:
    letters = {letter for row in read.rows("SELECT flag FROM observations") for letter in row["flag"]}
    assert {f"flag_{letter}" for letter in letters} - set(caveat_words()) == set()


def test_a_whole_passport_is_read(tmp_path: Path) -> None:
    path = tmp_path / "staff.sql"
    path.write_text(GOOD, encoding="utf-8")
    found = load(path)
    assert (found.id, found.unit, found.sentence["text"], found.sql) == (
        "staff", "members", "There are {last_n}.", "SELECT 1")  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("/*\n", "-- ", r"staff\.sql should open with its passport in a /\* … \*/ comment\."),
        ('owner = "cluster office"\n', "", r"The passport of staff\.sql lacks: owner\."),
        ('why = "It shows the size."\n', "", r"The passport of staff\.sql lacks: why\."),
        ("caveats = []", "caveats = []\ncolor = 1", r"The passport of staff\.sql has keys nobody reads: color\."),
        ('role = "output"', 'role = "impact"', r"The passport of staff\.sql: role is one of context, result, output\."),
        ('unit = "members"', "unit = members", r"The passport of staff\.sql is not valid TOML"),
    ],
    ids=["no passport", "a key is missing", "no reason why", "a key nobody reads", "a role that is none", "not TOML"],
)
def test_a_passport_that_is_wrong_is_refused(old: str, new: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "staff.sql"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(PassportError, match=said):
        load(path)


@pytest.mark.parametrize(("name", "nearest"), [("member", "members"), ("gerd_share", "gerd_share_of_gdp")])
def test_an_indicator_nobody_has_is_refused_with_the_nearest(name: str, nearest: str, snapshot: str) -> None:
    with pytest.raises(NameUnknown, match=f"There is no indicator called “{name}”. Did you mean “{nearest}”?"):
        indicator(name)
    with pytest.raises(NameUnknown):
        answer(name)
