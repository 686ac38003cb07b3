"""`lsk status`: every target with its status, in each form and both languages."""

import csv
import io
import json

import pytest

from lsk_metrics.__main__ import main


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["status", *arguments]) == 0
    return capsys.readouterr().out


def test_json_gives_every_status_with_its_reason_and_its_numbers(
    snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads(printed(capsys, "--format", "json"))
    assert len(rows) == 8
    assert list(rows[0])[:7] == ["indicator", "status", "rule", "reason", "required", "past", "kind"]
    [found] = [row for row in rows if row["target"] == "sample-unemployment"]
    assert found["reason"] == (
        "On track: needs −0.08 percentage points a year to reach 2.0% by 2030; the three years to 2024 brought −0.23 "
        "(rule R2)."
    )
    assert (found["status"], found["required"], found["past"]) == ("on_track", -0.083333333, -0.233333333)
    assert (found["latest_year"], found["latest_value"], found["target_year"], found["target_value"]) == (
        2024, 2.5, 2030, 2.0)  # fmt: skip
    [refused] = [row for row in rows if row["status"] == "not_said"]
    assert (refused["indicator"], refused["required"], refused["past"]) == ("employment_rate", None, None)


def test_csv_has_the_same_rows_in_polish(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(capsys, "--format", "csv", "--lang", "pl"))))
    assert rows[0]["reason"].replace("\N{NO-BREAK SPACE}", " ") == (
        "Poniżej planu: aby do roku 2030 osiągnąć 150, potrzeba +4,6 członka rocznie; trzy lata do roku 2018 "
        "przyniosły średnio +3,0 (reguła R2)."
    )


def test_the_table_is_for_reading_and_a_place_narrows_it(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys).splitlines()
    assert lines[0].split() == ["status", "rule", "target", "place", "kind", "reason"]
    assert len(lines) == 10
    [place] = {row["place"] for row in json.loads(printed(capsys, "--format", "json"))}
    assert len(json.loads(printed(capsys, "--place", place, "--format", "json", "--snapshot", "current"))) == 8
    assert main(["status", "--place", "XX1"]) == 1
    assert capsys.readouterr().err.startswith("lsk: There is no place with a target called “XX1”.")


def test_without_what_is_made_up_there_is_nothing_to_judge(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "--with", "illustrative=no", "--format", "json") == "[]\n"
    assert main(["status", "--with", "year=2020"]) == 1
    assert "illustrative=yes or illustrative=no" in capsys.readouterr().err
