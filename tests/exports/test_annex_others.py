"""What has no chart of a spreadsheet's own has its picture in the annex, and what has no figures says so."""

import io
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl import Workbook

from lsk_metrics.exports.annex import xlsx_pack
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators.reviews import Review, review

FIGURES = "composite_rank,similar_regions,students;first_year=2050,members;illustrative=no"


@pytest.fixture(scope="module")
def told(snapshot: str) -> Review:
    return review(figures=FIGURES, snapshot=snapshot)


@pytest.fixture(scope="module")
def made(told: Review) -> bytes:
    with speaking("en"):
        return xlsx_pack(told)


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made))


def test_a_picture_of_ranges_stands_where_no_chart_would_say_the_same(
    told: Review, made: bytes, book: Workbook
) -> None:
    assert draw_for(told.answers[0]) is not None
    assert [(len(sheet._charts), len(sheet._images)) for sheet in book.worksheets[1:5]] == [
        (0, 1),
        (0, 0),
        (0, 0),
        (1, 0),
    ]
    with ZipFile(io.BytesIO(made)) as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
    assert f'descr="{told.answers[0].sentence}"' in drawing


def test_the_ranks_have_their_ranges(told: Review, book: Workbook) -> None:
    sheet, found = book.worksheets[1], told.answers[0]
    heads = [cell.value for cell in sheet[4]]
    low, value, high = (heads.index(name) for name in ("Lowest", "Value", "Highest"))
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=5)][: len(found.rows)]
    assert [(row[low], row[value], row[high]) for row in rows] == [(row.low, row.value, row.high) for row in found.rows]


def test_an_answer_without_figures_has_its_sentence_and_headings(told: Review, book: Workbook) -> None:
    sheet, found = book.worksheets[3], told.answers[2]
    assert found.rows == ()
    assert sheet["A1"].value == found.sentence
    assert sheet["A4"].value == "Place"
    assert sheet["A5"].value is None


def test_without_made_up_figures_no_sheet_is_marked(book: Workbook) -> None:
    assert not [sheet.title for sheet in book.worksheets if "ILLUSTRATIVE" in str(sheet["A1"].value)]
    assert "orange" not in str(book.worksheets[0]["A2"].value)
