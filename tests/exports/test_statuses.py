"""The table of targets as CSV and as a workbook: the command's own rows, and nothing a spreadsheet would run."""

import csv
import io

import openpyxl

from lsk_metrics import language
from lsk_metrics.exports import statuses
from lsk_metrics.indicators.status import board


def test_csv_is_what_the_command_gives(snapshot: str) -> None:
    found = board.statuses(snapshot)
    text = statuses.csv_file(found).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["reason"] for row in rows] == [each.reason for each in found]
    assert [row["status"] for row in rows].count("on_track") == 3
    assert rows[0]["required"] == "4.583333333"


def test_the_workbook_has_numbers_rules_and_sources_in_the_language_spoken(snapshot: str) -> None:
    language.use("pl")
    book = openpyxl.load_workbook(io.BytesIO(statuses.xlsx_file(board.statuses(snapshot))))
    assert book.sheetnames == ["Wartości docelowe", "Reguły", "Źródła"]
    sheet = book["Wartości docelowe"]
    assert sheet["A1"].value.startswith("PRZYKŁAD")
    head = [cell.value for cell in sheet[2]]
    first = dict(zip(head, (cell.value for cell in sheet[3]), strict=True))
    assert (first["Wskaźnik"], first["Ocena celu"], first["Cel"]) == ("Członkowie klastra", "Poniżej planu", 150)
    assert first["Potrzebna zmiana roczna"] == 4.583333333
    assert [cell.value for cell in book["Reguły"]["A"]][-3:] == ["R1.1", "R2.1", "R3.1"]
    assert "sample_targets" in [cell.value for cell in book["Źródła"]["A"]]


def test_the_name_of_the_file_says_what_is_made_up(snapshot: str) -> None:
    assert statuses.file_name(board.statuses(snapshot), "csv") == f"targets_illustrative_en_{snapshot}.csv"
