"""The template and the published Table Schema: what somebody who only has a spreadsheet is given."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from frictionless import Resource, Schema, validate

from lsk_metrics.__main__ import main
from lsk_metrics.errors import RegisterRefused
from lsk_metrics.ingest.register import template
from lsk_metrics.ingest.register.schema import TABLES, table
from lsk_metrics.warehouse.draft import Draft, draft
from tests.ingest.register.conftest import M1, MEMBERS, Check, book, places

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("name", TABLES)
def test_a_template_has_a_heading_a_format_and_an_explanation_for_every_column(
    name: str, language: str, tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "made.xlsx"
    template.write(name, path, language)
    workbook = openpyxl.load_workbook(path)
    fields = table(name).fields
    assert workbook.sheetnames == [table(name).title(language), "Columns – Kolumny", "Codes – Kody"]
    sheet = workbook.worksheets[0]
    assert [cell.value for cell in sheet[1]] == [field.title(language) for field in fields]
    assert sheet["A2"].value == {"en": "EXAMPLE", "pl": "PRZYKŁAD"}[language]
    assert sheet["A2"].comment is not None
    assert sheet.freeze_panes == "C2"
    explained = [[cell.value for cell in row] for row in workbook["Columns – Kolumny"].iter_rows(min_row=2)]
    assert [(row[1], row[2]) for row in explained] == [(field.title("en"), field.title("pl")) for field in fields]
    assert all(row[4] and row[5] for row in explained)


def test_a_coded_column_has_a_drop_down_of_names_and_a_date_a_format(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "made.xlsx"
    template.write("members", path, "pl")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Członkowie"]
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in sheet.data_validations.dataValidation}
    kind, where = rules["C2:C5001"]
    assert kind == "list"
    codes, span = where.strip("=").rsplit("!", 1)
    names = [row[0].value.replace(NBSP, " ") for row in workbook[codes.strip("'")][span.replace("$", "")]]
    assert names == ["Małe i średnie przedsiębiorstwa", "Instytucje publiczne", "Duże przedsiębiorstwa", "Nie podano"]
    assert rules["G2:G5001"][0] == "date"
    assert sheet["G2"].number_format == "yyyy-mm-dd" and sheet["G2"].value.isoformat()[:10] == "2018-05-03"


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["en", "pl"])
def test_a_template_that_was_not_filled_in_is_refused_for_having_no_rows(
    ending: str, language: str, tmp_path: Path, check: Check
) -> None:
    path = tmp_path / f"made.{ending}"
    template.write("startups", path, language)
    assert places(check(path.read_bytes(), "startups").problems) == [(None, None, "file_rowless")]


def test_a_row_written_below_the_example_is_taken(tmp_path: Path, check: Check) -> None:
    path = tmp_path / "made.xlsx"
    template.write("startups", path, "pl")
    workbook = openpyxl.load_workbook(path)
    workbook["Start-upy"].append(["S1", "Alfa", "3.05.2018", "Tarnów", "Badania i rozwój", None, 0.25, "Działa"])
    workbook.save(path)
    checked = check(path.read_bytes(), "startups")
    assert checked.problems == []
    assert checked.rows == [{"id": "S1", "name": "Alfa", "launched": "2018-05-03", "town": "Tarnów", "area": "R&D",
                             "value_chain": None, "seed_funding_eur_m": "0.25", "status": "active"}]  # fmt: skip


def test_one_workbook_of_all_tables_serves_each_of_them(tmp_path: Path, check: Check) -> None:
    path = tmp_path / "all.xlsx"
    template.write("all", path, "en")
    assert openpyxl.load_workbook(path).sheetnames[:4] == ["Members", "Investments", "Start-ups", "Targets"]
    assert [problem.rule for problem in check(path.read_bytes(), "targets").problems] == ["file_rowless"]


def test_a_file_that_is_there_is_not_overwritten_unasked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "members.xlsx"
    path.write_text("mine", encoding="utf-8")
    assert main(["template", "members", str(path)]) == 1
    assert "“--force” overwrites it" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == "mine"
    assert main(["template", "members", str(path), "--force"]) == 0
    with pytest.raises(RegisterRefused, match=r"ends in “\.xlsx”, “\.csv” or “\.json”"):
        template.write("members", tmp_path / "members.ods", "en")


def test_a_polish_csv_has_semicolons_decimal_commas_and_a_mark_for_spreadsheets(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "made.csv"
    template.write("startups", path, "pl")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    _header, row = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";")
    assert row[:4] + row[6:7] == ["PRZYKŁAD", "Przykładowy start-up", "2018-05-03", "Bochnia", "0,25"]


def test_the_schema_is_printed_and_written_alike(
    tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "members", "--schema"]) == 0
    said = capsys.readouterr().out
    assert main(["template", "members", str(tmp_path / "members.json")]) == 0
    assert (tmp_path / "members.json").read_text(encoding="utf-8") == said


@pytest.mark.parametrize("name", TABLES)
def test_the_published_table_schema_is_valid_for_frictionless(name: str, home: Path) -> None:
    given = json.loads(template.table_schema(name))
    assert Schema.validate_descriptor(given).valid
    assert Schema.from_descriptor(given).primary_key == ["id"]


def test_frictionless_and_the_program_agree_on_a_good_row_and_on_a_bad_one(tmp_path: Path, check: Check) -> None:
    schema = Schema.from_descriptor(json.loads(template.table_schema("members")))
    for line, good in ((M1, True), (M1.replace("R&D", "X"), False), (M1.replace("Alfa", ""), False),
                       (M1.replace("2018-05-03", "2018-02-30"), False), (M1 + M1, False)):  # fmt: skip
        (tmp_path / "members.csv").write_text(MEMBERS + line, encoding="utf-8")
        report = validate(Resource(path="members.csv", basepath=str(tmp_path), schema=schema))
        assert report.valid is good, report.flatten(["message"])
        assert (check(MEMBERS + line).problems == []) is good


def test_the_data_package_of_all_tables_names_each_with_its_references(home: Path) -> None:
    package = json.loads(template.table_schema("all"))
    assert [each["name"] for each in package["resources"]] == list(TABLES)
    keys = package["resources"][1]["schema"]["foreignKeys"]
    assert keys == [{"fields": ["lead_member"], "reference": {"resource": "members", "fields": ["id"]}}]


@pytest.mark.parametrize("name", TABLES)
def test_schema_and_warehouse_have_the_same_columns_and_require_the_same(name: str, home: Path) -> None:
    with draft() as made:
        assert made.columns(name) == {field.name for field in table(name).fields} | {"kind", "source"}
        asked = {field.name for field in table(name).fields if field.required}
        assert required(made, name) == asked - (
            {"adopted"} if name == "targets" else set()
        )  # a sample is never adopted


def required(made: Draft, name: str) -> set[str]:
    found = made.rows(f"SELECT column_name FROM duckdb_columns() WHERE table_name = '{name}' AND NOT is_nullable")
    return {row["column_name"] for row in found} - {"kind", "source"}


def test_a_workbook_of_this_program_writes_formulas_as_text(check: Check) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(book([["id"], ["=1+1"], ["'=1"], ["-3.5"]])))["Members"]
    assert [(cell.value, cell.data_type, cell.quotePrefix) for (cell,) in sheet.iter_rows(min_row=2)] == [
        ("=1+1", "s", True), ("''=1", "s", True), ("-3.5", "s", True)]  # fmt: skip
