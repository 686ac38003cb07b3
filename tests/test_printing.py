"""Rows as a table to read, as CSV for a spreadsheet, as JSON for a program."""

import csv
import io
import json
from typing import Any

from lsk_metrics import printing

ROWS: list[dict[str, Any]] = [
    {"place": "PL21", "value": 1.5, "note": 'said "over", twice'},
    {"place": "Kraków", "value": None, "note": ""},
    {"place": "BE2", "value": 207600, "note": "x"},
]


def test_a_table_has_numbers_to_the_right_and_a_missing_one_is_blank() -> None:
    assert printing.printed(ROWS, "table").splitlines() == [
        "place    value  note",
        "------  ------  ------------------",
        'PL21       1.5  said "over", twice',
        "Kraków",
        "BE2     207600  x",
    ]


def test_a_table_without_rows_says_so() -> None:
    assert printing.printed([], "table") == "(no rows)"


def test_csv_can_be_read_back_and_a_missing_value_is_an_empty_cell() -> None:
    read = list(csv.DictReader(io.StringIO(printing.printed(ROWS, "csv"))))
    assert [row["value"] for row in read] == ["1.5", "", "207600"]
    assert read[0]["note"] == 'said "over", twice'


def test_json_keeps_types_and_polish_letters() -> None:
    text = printing.printed(ROWS, "json")
    assert json.loads(text) == ROWS
    assert "Kraków" in text


def test_a_table_prints_a_number_whole_with_no_digit_lost_and_none_added() -> None:
    values = [3360545.0, 207600.0, 143.4381167, 233280.45, 0.22, 0.0, -4.5, 95]
    assert [printing.shown(value) for value in values] == [
        "3360545", "207600", "143.4381167", "233280.45", "0.22", "0", "-4.5", "95"]  # fmt: skip
