"""The `lsk` command: what it prints, in each form, from any folder."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.indicators import indicators, methods

Run = Callable[..., str]
KEYS = [
    "indicator", "title", "question", "definition", "why", "unit", "kind", "sentence", "as_of", "caveats",
    "events", "sources", "snapshot", "parameters", "sql", "command", "rows",
]  # fmt: skip


@pytest.fixture
def lsk(snapshot: str, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command that must succeed, and gives what it printed."""

    def run(*arguments: str) -> str:
        assert main(arguments) == 0
        return capsys.readouterr().out

    return run


def parsed(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_list_names_every_indicator_in_each_form(lsk: Run) -> None:
    names = [each.id for each in [*indicators(), *methods()]]
    assert [line.split()[0] for line in lsk("list").splitlines()[2:]] == names
    assert [row["indicator"] for row in parsed(lsk("list", "--format", "csv"))] == names
    assert [row["indicator"] for row in json.loads(lsk("list", "--format", "json"))] == names


def test_show_as_a_table_says_question_sentence_rows_caveats_and_source(lsk: Run) -> None:
    text = lsk("show", "members", "--with", "illustrative=no")
    lines = text.splitlines()
    assert lines[0] == "How fast has the cluster grown?"
    assert "32" in lines[1] and "95" in lines[1]
    assert [line.split()[:4] for line in lines if line.startswith("PL21")] == [
        ["PL21", "2006", "32", "published"], ["PL21", "2018", "95", "published"]]  # fmt: skip
    assert any(line.startswith("  * ") for line in lines)
    assert any(line.startswith("  > University Industry Innovation Network") for line in lines)


def test_show_as_csv_is_nothing_but_rows(lsk: Run) -> None:
    rows = parsed(
        lsk("show", "gerd_share_of_gdp", "--with", "places=PL21", "--with", "first_year=2022", "--format", "csv")
    )
    assert [(row["place"], row["year"], row["value"], row["kind"]) for row in rows] == [
        ("PL21", "2022", "2.54", "published"), ("PL21", "2023", "2.75", "published")]  # fmt: skip


def test_show_as_json_has_these_keys_and_no_others(lsk: Run, snapshot: str) -> None:
    document = json.loads(lsk("show", "members", "--format", "json"))
    assert list(document) == KEYS
    assert (document["indicator"], document["kind"], document["snapshot"]) == ("members", "illustrative", snapshot)
    assert set(document["rows"][0]) == {"place", "year", "value", "kind", "source", "series", "flag", "low", "high"}
    assert {card["id"] for card in document["sources"]} == {row["source"] for row in document["rows"]}
    assert document["parameters"]["illustrative"] is True


def test_a_missing_value_is_null_in_json_and_an_empty_cell_in_csv(lsk: Run) -> None:
    rows = json.loads(lsk("show", "members", "--format", "json"))["rows"]
    assert {row["low"] for row in rows} == {None}
    assert {row["low"] for row in parsed(lsk("show", "members", "--format", "csv"))} == {""}


@pytest.mark.parametrize("name", [each.id for each in indicators() if not each.fetch])
def test_the_query_in_the_json_gives_the_same_rows_when_run_by_hand(name: str, lsk: Run, snapshot_file: Path) -> None:
    document = json.loads(lsk("show", name, "--format", "json"))
    with duckdb.connect(str(snapshot_file), read_only=True) as connection:
        found = connection.execute(document["sql"], document["parameters"])
        columns = [column[0] for column in found.description]
        by_hand = [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
    rows = [{column: row[column] for column in columns} for row in document["rows"]]
    assert sorted(map(comparable, rows)) == sorted(map(comparable, by_hand))
    assert rows


def comparable(row: dict[str, Any]) -> str:
    return json.dumps({**row, "value": None if row["value"] is None else round(float(row["value"]), 9),
                       "flag": row.get("flag") or "", "low": None if row.get("low") is None else float(row["low"])},
                      sort_keys=True, default=str)  # fmt: skip


def test_show_speaks_polish(lsk: Run) -> None:
    document = json.loads(lsk("show", "students", "--lang", "pl", "--format", "json"))
    assert "207\N{NO-BREAK SPACE}600" in document["sentence"]
    assert any(card["citation"].startswith("Główny Urząd Statystyczny") for card in document["sources"])


def test_snapshots_lists_the_current_one_in_each_form(lsk: Run, snapshot: str) -> None:
    assert snapshot in lsk("snapshots")
    [row] = [row for row in parsed(lsk("snapshots", "--format", "csv")) if row["id"] == snapshot]
    assert row["current"] == "True"
    [entry] = [row for row in json.loads(lsk("snapshots", "--format", "json")) if row["id"] == snapshot]
    assert (entry["current"], len(entry["data_sha256"])) == (True, 64)


def test_build_finds_nothing_to_do_where_nothing_has_changed(lsk: Run, snapshot: str) -> None:
    assert lsk("build") == f"Nothing has changed: snapshot {snapshot} stays.\n"
    assert json.loads(lsk("build", "--format", "json")) == [{"snapshot": snapshot, "made": False, "held": None}]
    assert parsed(lsk("build", "--format", "csv")) == [{"snapshot": snapshot, "made": "False", "held": ""}]


def test_from_any_folder_in_a_process_of_its_own(snapshot: str, tmp_path: Path) -> None:
    def started(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "lsk_metrics", *arguments]
        there = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}
        return subprocess.run(command, cwd=tmp_path, env=there, capture_output=True, encoding="utf-8", check=False)

    good = started("show", "members", "--format", "json")
    assert good.returncode == 0
    assert json.loads(good.stdout)["snapshot"] == snapshot
    bad = started("show", "nonsense")
    assert (bad.returncode, bad.stdout) == (1, "")
    assert bad.stderr.startswith("lsk: There is no indicator called “nonsense”.")
    assert list(tmp_path.iterdir()) == []
