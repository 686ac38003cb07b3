"""Rows that are no answer, as CSV and as a workbook: nothing in them runs, and equal rows give equal bytes."""

import io
from pathlib import Path

import openpyxl
import pytest

from lsk_metrics import language
from lsk_metrics.exports import status_book
from lsk_metrics.exports.listed import csv_list, xlsx_list
from lsk_metrics.indicators.status import board
from lsk_metrics.warehouse import comments

ROWS: list[dict[str, str | int]] = [
    {"Wskaźnik": "Członkowie", "Wartości": 3, "Dlaczego": '=HYPERLINK("https://example.org")'},
    {"Wskaźnik": "PKB", "Wartości": 1, "Dlaczego": "Nowy okres; „2023”"},
]


def test_the_csv_has_its_mark_its_headings_and_no_formula() -> None:
    text = csv_list(ROWS).decode("utf-8")
    assert text.startswith("\ufeffWskaźnik,Wartości,Dlaczego\nCzłonkowie,3,")
    assert "'=HYPERLINK" in text


def test_the_workbook_holds_numbers_as_numbers_text_as_text_and_says_what_it_is() -> None:
    made = xlsx_list("Od ostatniego przeglądu", ROWS, ["Zmieniły się 2 wskaźniki."], "20261121-142fa50f")
    book = openpyxl.load_workbook(io.BytesIO(made))
    data, about = book.worksheets
    assert [cell.value for cell in data[1]] == ["Wskaźnik", "Wartości", "Dlaczego"]
    assert (data["B2"].value, data["B2"].data_type) == (3, "n")
    assert (data["C2"].value, data["C2"].data_type) == ('=HYPERLINK("https://example.org")', "s")
    assert [row[0].value for row in about.iter_rows()] == ["Od ostatniego przeglądu", "Zmieniły się 2 wskaźniki."]
    assert made == xlsx_list("Od ostatniego przeglądu", ROWS, ["Zmieniły się 2 wskaźniki."], "20261121-142fa50f")


def test_what_rests_on_the_sample_says_so_across_each_sheet() -> None:
    made = xlsx_list("Board", [{"Indicator": "Members"}], ["One."], "20261121-142fa50f", sample=True)
    data, about = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    assert data["A1"].value.startswith("ILLUSTRATIVE") and about["A1"].value.startswith("ILLUSTRATIVE")
    assert (data["A2"].value, data["A3"].value, about["A2"].value) == ("Indicator", "Members", "Board")


def test_no_rows_make_a_file_all_the_same() -> None:
    assert csv_list([]).decode("utf-8-sig").strip() == ""
    assert openpyxl.load_workbook(io.BytesIO(xlsx_list("Nothing", [], [], "x"))).sheetnames


@pytest.fixture
def spoken_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments, "file", lambda: tmp_path / "comments.jsonl")
    comments.add("members", "=1+1 needs a register.", "Rada Fundacji", "status")
    comments.add("population", "Another matter.", "Rada Fundacji")


@pytest.mark.parametrize(
    ("lang", "sheet", "about"), [("en", "Comments", "Status of the target"), ("pl", "Komentarze", "Ocena celu")]
)
@pytest.mark.usefixtures("spoken_of")
def test_what_the_board_said_goes_along_with_author_and_time(snapshot: str, lang: str, sheet: str, about: str) -> None:
    language.use(lang)
    title = {"en": "Cluster members", "pl": "Członkowie klastra"}[lang]
    made = [xlsx_list("Board", ROWS, [], "20261121-142fa50f", subjects=["members"])]
    made.append(status_book.xlsx_file([each for each in board.statuses(snapshot) if each.indicator.id == "members"]))
    for each in made:
        told = openpyxl.load_workbook(io.BytesIO(each))[sheet]
        rows = [[cell.value for cell in row] for row in told.iter_rows() if row[3].value == "Rada Fundacji"]
        assert [row[:4] for row in rows] == [[title, about, "=1+1 needs a register.", "Rada Fundacji"]]
        assert len(rows[0][4]) == len("2026-11-21 16:05")


@pytest.mark.usefixtures("spoken_of")
def test_without_comments_there_is_no_sheet_of_them(snapshot: str) -> None:
    made = xlsx_list("Board", ROWS, [], "20261121-142fa50f", subjects=["gerd_share_of_gdp"])
    assert openpyxl.load_workbook(io.BytesIO(made)).sheetnames == ["Data", "About"]
