"""The CSV file a reader takes home: codes, names, plain numbers, and nothing that a spreadsheet runs."""

import csv
import io
from dataclasses import replace

from lsk_metrics import language
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.indicators import Answer, answer

COLUMNS = [
    "indicator",
    "place",
    "place_name",
    "series",
    "series_name",
    "year",
    "value",
    "unit",
    "flag",
    "remark",
    "kind",
    "source",
    "snapshot",
]


def lines(found: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_file(found).decode("utf-8-sig"))))


def test_the_file_opens_with_the_mark_spreadsheets_look_for(snapshot: str) -> None:
    assert csv_file(answer("members", {}, snapshot)).startswith(b"\xef\xbb\xbfindicator,place,")


def test_the_file_has_codes_and_names_and_where_each_row_is_from(snapshot: str) -> None:
    rows = lines(answer("investment_by_kind", {}, snapshot))
    assert [list(row) for row in rows] == [COLUMNS, COLUMNS]
    assert [(row["series"], row["series_name"]) for row in rows] == [
        ("infrastructure", "R&D infrastructure"),
        ("project", "R&D projects"),
    ]
    assert {(row["kind"], row["source"], row["snapshot"]) for row in rows} == {("published", "uiin_2018", snapshot)}


def test_numbers_in_the_file_are_plain_in_either_language(snapshot: str) -> None:
    language.use("pl")
    rows = lines(answer("investment_by_kind", {}, snapshot))
    assert [(row["year"], float(row["value"]), row["flag"]) for row in rows] == [
        ("2018", 207.0, ">"),
        ("2018", 202.0, ">"),
    ]
    gdp = lines(answer("gdp_per_head_pps", {"places": "PL21", "first_year": "2023"}, snapshot))
    assert [(row["year"], float(row["value"])) for row in gdp] == [("2023", 26200.0)]


def test_polish_letters_survive_the_file(snapshot: str) -> None:
    rows = lines(answer("members_by_town", {}, snapshot))
    assert "Kraków" in {row["place"] for row in rows}


def test_a_missing_value_is_an_empty_cell_and_no_row_is_lost(snapshot: str) -> None:
    found = answer("members", {}, snapshot)
    gap = replace(found.rows[0], value=None)
    rows = lines(replace(found, rows=(gap, *found.rows[1:])))
    assert len(rows) == len(found.rows)
    assert rows[0]["value"] == ""


def test_text_that_a_spreadsheet_would_run_gets_an_apostrophe_and_negative_numbers_stay(snapshot: str) -> None:
    found = answer("members", {}, snapshot)
    hostile = replace(found.rows[0], place="=1+1", series="@cmd", value=-0.5)
    [row] = lines(replace(found, rows=(hostile,)))
    assert (row["place"], row["place_name"], row["series"], row["value"]) == ("'=1+1", "'=1+1", "'@cmd", "-0.5")
