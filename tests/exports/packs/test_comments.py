"""What a board has said of a review's indicators is in its annex and its zip, and nothing in it is run."""

import csv
import io
from pathlib import Path
from shutil import copy
from zipfile import ZipFile

import frictionless
import openpyxl
import pytest

from lsk_metrics.exports.annex import xlsx_pack
from lsk_metrics.exports.packs.building import zip_file
from lsk_metrics.indicators.reviews import review
from lsk_metrics.warehouse import comments, pointers

SAID = [
    ("members", '=HYPERLINK("https://example.org")', "Zarząd"),
    ("gerd_share_of_gdp", "Not of this review.", "Somebody"),
    ("members", "Liczba z 2018 r. jest ostatnią.", "Przewodnicząca"),
]


@pytest.fixture(autouse=True)
def commented(snapshot_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home of its own with the snapshot in it and three comments."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    pointers.folder().mkdir(parents=True)
    copy(snapshot_file, pointers.folder())
    pointers.point_at(snapshot_file.stem)
    for name, text, author in SAID:
        comments.add(name, text, author)


def test_the_annex_has_a_sheet_of_comments_on_its_indicators_alone() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_pack(review(figures="members,investment_by_kind"))))["Comments"]
    rows = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=2)]
    assert sorted((row[2], row[3]) for row in rows) == sorted((text, author) for _name, text, author in SAID[::2])
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}


def test_the_zip_has_them_as_a_table_that_is_described_and_runs_nothing(tmp_path: Path) -> None:
    made = zip_file(review(figures="members,investment_by_kind"), ("pl",), {})
    with ZipFile(io.BytesIO(made)) as packed:
        packed.extractall(tmp_path / "pack")
    text = (tmp_path / "pack" / "data" / "comments-pl.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["author"] for row in rows} == {"Zarząd", "Przewodnicząca"}
    assert {row["text"][0] for row in rows} == {"'", "L"}
    report = frictionless.validate(str(tmp_path / "pack" / "datapackage.json"))
    assert report.valid, report.flatten(["name", "note", "message"])
    assert "data/comments-pl.csv" in {task.place for task in report.tasks if task.type == "table"}


def test_a_review_of_other_indicators_has_neither() -> None:
    told = review(figures="investment_by_kind")
    assert "Comments" not in openpyxl.load_workbook(io.BytesIO(xlsx_pack(told))).sheetnames
    with ZipFile(io.BytesIO(zip_file(told, ("pl",), {}))) as packed:
        assert not [name for name in packed.namelist() if "comments" in name]
