"""Cells as people type them: which value each says, and with which sentence the others are refused."""

from datetime import date, datetime
from typing import Any

import pytest

from lsk_metrics.ingest.register import dates, numbers
from lsk_metrics.ingest.register.cells import Fault, Formula, reader
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.problems import Refused
from lsk_metrics.ingest.register.schema import table
from tests.ingest.register.conftest import M1, MEMBERS, Check, book, places


@pytest.mark.parametrize(
    "cell",
    ["2018-05-03", "2018/5/3", "2018.05.03", "3.05.2018", "03.05.2018", "3.05.2018 r.", "3/5/2018", "03-05-2018",
     "3. 5. 2018", "3 maja 2018", "3 maja 2018 r.", "3 May 2018", "3 V 2018", "3 maj 2018", "2018-05-03 00:00:00",
     date(2018, 5, 3), datetime.fromisoformat("2018-05-03")],
    ids=str,
)  # fmt: skip
def test_the_third_of_may_2018_is_read_in_every_way_it_is_typed(cell: Any) -> None:
    assert dates.read(cell) == date(2018, 5, 3)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [("maj 2018", "date_without_day"), ("May 2018", "date_without_day"), ("05.2018", "date_without_day"),
     ("2018-05", "date_without_day"), ("2018", "date_without_day"), (2018, "date_without_day"),
     ("3.05.18", "date_short_year"), ("05/25/2018", "date_month_first"), ("31.02.2018", "no_such_day"),
     ("2018-13-01", "no_such_day"), ("43223", "date_serial"), (43223, "date_serial"), (43223.0, "date_serial"),
     (datetime.fromisoformat("2018-05-03 14:30"), "date_with_time"),
     ("wiosna", "not_a_date"), ("2018-05-03T14:30", "not_a_date"),
     ("3 foo 2018", "not_a_date")],
    ids=str,
)  # fmt: skip
def test_a_date_that_can_be_read_in_two_ways_or_in_none_is_refused(cell: Any, rule: str) -> None:
    with pytest.raises(Refused) as reason:
        dates.read(cell)
    assert reason.value.rule == rule


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1.25", "1.25"), ("1,25", "1.25"), ("1 250", "1250"), ("1\u00a0250,5", "1250.5"), ("1 250 000,75", "1250000.75"),
     ("1.250,5", "1250.5"), ("1,250.5", "1250.5"), ("1.250.000", "1250000"), ("-3,5", "-3.5"), ("−3,5", "-3.5"),
     ("1'250", "1250"), ("0,000", "0"), ("12", "12"), (12, "12"), (12.5, "12.5"), ("6,653", "6.653")],
    ids=str,
)  # fmt: skip
def test_a_number_is_read_with_comma_or_point_and_with_spaced_thousands(cell: Any, value: str) -> None:
    assert numbers.written(numbers.read(cell if not isinstance(cell, str) else cell.replace("\u00a0", " "))) == value


@pytest.mark.parametrize("cell", ["abc", "1,2,3", "12 5", "1.25 mln", "€1.25", "1e5", "--1", "", "9" * 41, "1,25.5,1"])
def test_what_is_no_number_is_refused_and_never_half_read(cell: str) -> None:
    with pytest.raises(Refused) as reason:
        numbers.read(cell)
    assert reason.value.rule == "not_a_number"


def test_a_fraction_that_a_spreadsheet_computed_is_rounded_and_one_that_was_typed_is_refused(now: Lists) -> None:
    amount = reader(table("investments").field("amount_eur_m"), None)
    assert amount(3.3000000000000003) == "3.3"
    with pytest.raises(Refused) as reason:
        amount("3,3001")
    assert reason.value.rule == "too_precise"
    with pytest.raises(Refused) as reason:
        amount("250000")
    assert reason.value.rule == "number_range"


@pytest.mark.parametrize(("cell", "rule"), [(Formula("=A1"), "formula"), (Fault("#REF!"), "spreadsheet_error")])
def test_a_cell_that_computes_or_fails_is_refused_in_every_column(cell: Any, rule: str, now: Lists) -> None:
    for field in table("members").fields:
        with pytest.raises(Refused) as reason:
            reader(field, now.of(field))(cell)
        assert reason.value.rule == rule


def test_a_thousand_or_a_fraction_is_refused_where_the_column_uses_the_other_mark(
    check: Check,
) -> None:
    header = "id;name;launched;town;area;seed_funding_eur_m;status\n"
    row = "S{};Alfa;2018-05-03;Tarnów;R&D;{};active\n"
    commas = check(header + row.format(1, "1,234") + row.format(2, "0,5"), "startups")
    assert [each["seed_funding_eur_m"] for each in commas.rows] == ["1.234", "0.5"] and not commas.problems
    mixed = check(header + row.format(1, "1,234") + row.format(2, "0.5"), "startups")
    assert places(mixed.problems) == [(2, "F", "mixed_marks")]


@pytest.mark.parametrize("town", ["Tarnów", "tarnow", "TARNÓW", " Tarnów  ", "Tarno\u0301w"])
def test_a_town_is_found_with_and_without_polish_letters(town: str, check: Check) -> None:
    [row] = check(MEMBERS + M1.replace("Tarnów", town)).rows
    assert row["town"] == "Tarnów"


@pytest.mark.parametrize("area", ["R&D", "Research and development", "Badania i rozwój", "badania i rozwoj", "r&d"])
def test_a_coded_cell_may_hold_the_code_or_its_name_in_either_language(area: str, check: Check) -> None:
    [row] = check(MEMBERS + M1.replace("R&D", area)).rows
    assert row["area"] == "R&D"


def test_a_town_that_is_nearly_right_is_refused_with_the_nearest_name(check: Check) -> None:
    [problem] = check(MEMBERS + M1.replace("Tarnów", "Tarnuw")).problems
    assert problem.sentence("en") == (
        "row 2, column F “town”: “Tarnuw” is not in the list for this column. Did you mean “Tarnów”?"
    )
    assert problem.sentence("pl") == (
        "wiersz 2, kolumna F „town”: Wartości „Tarnuw” nie ma na liście dla tej kolumny. Czy chodziło o „Tarnów”?"
    )


def test_text_that_begins_like_a_formula_is_text(check: Check) -> None:
    for said in ("=1+1", "+48", "@home", "-Beta"):
        [row] = check(MEMBERS + M1.replace("Alfa", said)).rows
        assert row["name"] == said
    names = MEMBERS.strip().split(",")
    [row] = check(book([names, ["M1", "=1+1", "sme", "R&D", None, "Tarnów", date(2018, 5, 3), None]])).rows
    assert (row["name"], row["joined"]) == ("=1+1", "2018-05-03")
