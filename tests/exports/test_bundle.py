"""The zip can be handed on: its description is valid, its query gives its rows, its README speaks both languages."""

import io
import json
from pathlib import Path
from zipfile import ZipFile

import duckdb
import frictionless
import pytest

from lsk_metrics import language
from lsk_metrics.exports.bundle import files, zip_file
from lsk_metrics.indicators import answer

CASES = [
    ("gerd_share_of_gdp", {}),
    ("members", {}),
    ("members_by_town", {"areas": "Med"}),
    ("similar_regions", {}),
    ("gdp_per_head_pps", {"view": "ranking", "peers": "domestic"}),
    ("students", {"first_year": "2050"}),
    ("joint_projects", {}),
]


@pytest.mark.parametrize(("name", "given"), CASES)
@pytest.mark.parametrize("lang", ["en", "pl"], indirect=True)
def test_frictionless_finds_the_data_package_valid(
    name: str, given: dict[str, str], lang: str, snapshot: str, tmp_path: Path
) -> None:
    found = answer(name, given, snapshot)
    with ZipFile(io.BytesIO(zip_file(found))) as packed:
        packed.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "note", "message"])
    [table] = [task for task in report.tasks if task.type == "table"]
    assert table.stats.get("rows", 0) == len(found.rows)
    said = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert (said["version"], said["description"], said["languages"]) == (snapshot, found.sentence, [lang])
    assert {each["title"] for each in said["licenses"]} == {card.licence for card in found.sources}


@pytest.mark.parametrize(("name", "given"), CASES[:5])
def test_the_query_in_the_zip_gives_its_rows_when_run_by_hand(
    name: str, given: dict[str, str], snapshot: str, snapshot_file: Path
) -> None:
    found = answer(name, given, snapshot)
    held = files(found)
    values = json.loads(held["data/parameters.json"])
    with duckdb.connect(str(snapshot_file), read_only=True) as connection:
        rows = connection.execute(held["data/query.sql"].decode(), values).fetchdf()
    asked = sorted(row.value for row in found.rows if row.value is not None)
    assert sorted(rows["value"].dropna().astype(float)) == pytest.approx(asked)


def test_the_readme_is_there_in_both_languages_and_the_rest_in_the_one_spoken(snapshot: str) -> None:
    language.use("pl")
    held = files(answer("gerd_share_of_gdp", {}, snapshot))
    assert held["README.en.md"].decode().startswith("# How much of its GDP does the region spend")
    assert held["README.pl.md"].decode().startswith("# Jaką część PKB region przeznacza")
    assert held["FLAGS.txt"].decode().splitlines()[0] == "b  przerwa w\N{NO-BREAK SPACE}szeregu"
    assert language.spoken() == "pl"


def test_the_times_in_the_zip_are_fixed(snapshot: str) -> None:
    with ZipFile(io.BytesIO(zip_file(answer("members", {}, snapshot)))) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
