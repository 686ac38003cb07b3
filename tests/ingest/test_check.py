"""`lsk check` holds sources, rules and claims against the data folder, and publishes nothing."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.ingest.check import check
from lsk_metrics.paths import PACKAGE

Change = Callable[[str, str, str], None]
FIGURES = "raw/office/observations.csv"


def left_behind(data: Path) -> list[str]:
    return [path.name for path in (data.parent / "home").rglob("*")]


def test_every_source_every_rule_and_every_claim_with_a_check_is_listed(elsewhere: Path) -> None:
    found = check()
    assert [each.name for each in found if each.check == "source"] == ["office", "own", "towns"]
    rules = sorted(path.stem for path in (PACKAGE / "warehouse" / "rules").glob("*.sql"))
    assert [each.name for each in found if each.check == "rule"] == rules
    assert [(each.name, each.result) for each in found if each.check == "claim"] == [
        ("members_2012", "agrees"), ("rd_2019", "agrees")]  # fmt: skip
    assert {each.result for each in found} == {"passed", "agrees"}
    assert left_behind(elsewhere) == []


def test_a_claim_that_differs_is_said_to_and_breaks_nothing(elsewhere: Path, change: Change) -> None:
    change(FIGURES, "1.95,p", "2.05,p")
    assert [(each.name, each.result) for each in check() if each.result == "differs"] == [("rd_2019", "differs")]
    assert main(["check"]) == 0


def test_a_broken_rule_is_told_with_its_row_and_ends_the_command_with_1(
    elsewhere: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(FIGURES, "1.95,p", "195,p")
    assert main(["check", "--format", "json"]) == 1
    broken = [each for each in json.loads(capsys.readouterr().out) if each["result"] == "broken"]
    assert [(each["check"], each["name"]) for each in broken] == [("rule", "shares_stay_within_100")]
    assert "195.0" in broken[0]["found"]
    assert left_behind(elsewhere) == []


def test_check_prints_a_table_and_csv(elsewhere: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert list(rows[0]) == ["check", "name", "result", "found"]
    assert main(["check"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split() == ["check", "name", "result", "found"]


def test_rows_that_cannot_be_loaded_end_the_command_with_1_and_their_names(
    elsewhere: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(FIGURES, "1.95", "1;95")
    assert main(["check"]) == 1
    assert "line 3: value is “1;95”" in capsys.readouterr().err
