"""`lsk status`: every target with its status, in each form and both languages."""

import csv
import io
import json
from pathlib import Path
from shutil import copytree

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.indicators import answer, version


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


OWN = """id;indicator;direction;rule;baseline_year;baseline_value;target_year;target_value;document;adopted
T1;members;more;;2006;32;2030;120;Uchwała 7/2026;15.01.2026
T2;members;more;tempo od wartosci bazowej;2006;32;2030;120;Uchwała 7/2026;15.01.2026
T3;unemployment_rate;less;R1;2021;3,3;2030;2;Uchwała 7/2026;15.01.2026
"""


def test_targets_of_the_register_take_the_place_of_the_sample_and_are_judged_by_real_figures_alone(
    home: Path, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copytree(home, tmp_path / "home")
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    (tmp_path / "targets.csv").write_text(OWN, encoding="utf-8")
    assert main(["import", "targets", str(tmp_path / "targets.csv"), "--yes"]) == 0
    capsys.readouterr()
    rows = {row["target"]: row for row in json.loads(printed(capsys, "--with", "illustrative=no", "--format", "json"))}
    assert {name: (row["status"], row["rule"], row["kind"]) for name, row in rows.items()} == {
        "T1": ("not_said", "R2", "register"),
        "T2": ("on_track", "R3", "register"),
        "T3": ("on_track", "R1", "register"),
    }  # fmt: skip
    assert rows["T1"]["reason"] == "Not said: from 2015 to 2018 there is 1 figure, and the rule needs 3 (rule R2)."
    assert (rows["T2"]["past"], rows["T2"]["required"]) == (5.25, 2.083333333)
    assert rows["T3"]["reason"] == (
        "On track: by 2024 the path to 2.0% by 2030 allows at most 2.9%; the figure is 2.5% (rule R1)."
    )
    language.use("pl")
    caveats = [
        words.replace("\N{NO-BREAK SPACE}", " ") for words in answer("members", {"target": "T2"}, version()).caveats
    ]
    assert caveats[0] == "Cel ustalono w dokumencie: Uchwała 7/2026, przyjęty: 15 stycznia 2026 r."
