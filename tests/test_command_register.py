"""`lsk template` and `lsk import` for the register: what they print, what they refuse, and what they publish."""

import csv
import io
import json
import sys
from pathlib import Path

import openpyxl
import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.warehouse import read

HEADER = "id;name;type;area;value_chain;town;joined;left\n"
THREE = HEADER + "".join(f"N{at};Firm {at};sme;BioF;;Tarnow;1.05.201{at};\n" for at in range(3))


@pytest.fixture
def members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A good file of members, and an empty home."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    path = tmp_path / "members.csv"
    path.write_text(THREE, encoding="utf-8")
    return path


def test_a_dry_run_shows_difference_and_headlines_and_publishes_nothing(
    members: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "members", str(members), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "members.csv: 3 rows of members, 0 problems." in said
    assert "3 added, 0 changed, 0 gone." in said
    assert [line.split() for line in said.splitlines() if line.startswith("Members today")] == [
        ["Members", "today", "95", "3", "members"]]  # fmt: skip
    assert not (members.parent / "home" / "register").exists()


def test_json_gives_report_difference_headlines_and_a_token(members: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "members", str(members), "--dry-run", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert list(document) == ["table", "file", "sha256", "rows", "fits", "problems", "more_problems", "notes",
                              "difference", "headlines", "left_out", "token", "published"]  # fmt: skip
    assert document["difference"]["counts"] == {"added": 3, "changed": 0, "gone": 0, "unchanged": 0}
    assert (document["difference"]["replaces"], document["left_out"]) == ("illustrative", ["investments"])
    assert len(document["token"]) == 64 and document["published"] is None


def test_problems_end_with_status_1_in_every_form_and_give_no_token(
    members: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    members.write_text(THREE.replace("Tarnow", "Tarnuw", 1), encoding="utf-8")
    for form in ("table", "csv", "json"):
        assert main(["import", "members", str(members), "--yes", "--format", form]) == 1
    said = capsys.readouterr().out
    assert "row 2, column F “town”" in said and "wiersz 2, kolumna F „town”" in said
    document = json.loads(said[said.index("{\n") :])
    assert (document["fits"], document["token"], document["difference"]) == (False, None, None)
    [row] = csv.DictReader(io.StringIO(said[said.index("row,column") : said.index("{\n")].strip()))
    assert (row["row"], row["column"], row["rule"]) == ("2", "F", "not_in_list_near")


def test_a_missing_file_is_a_problem_like_any_other(members: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "members", str(members.with_name("none.xlsx")), "--format", "json"]) == 1
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["rule"], problem["row"]) == ("file_missing", None)


def test_without_a_terminal_nothing_is_published_unless_it_is_said(
    members: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert main(["import", "members", str(members)]) == 1
    assert "“--yes” publishes without asking" in capsys.readouterr().err
    assert main(["import", "members", str(members), "--yes", "--by", "Anna"]) == 0
    assert "The table “members” is the register's now: 3 rows." in capsys.readouterr().out
    assert read.rows("SELECT DISTINCT kind, town FROM members") == [{"kind": "register", "town": "Tarnów"}]


def test_a_token_publishes_exactly_what_was_shown_and_only_once(
    members: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = ["import", "members", str(members), "--format", "json"]
    main([*ask, "--dry-run"])
    token = json.loads(capsys.readouterr().out)["token"]
    members.write_text(THREE.replace("Firm 1", "Forged"), encoding="utf-8")
    assert main([*ask, "--token", token]) == 1
    assert "is not what was shown" in capsys.readouterr().err
    members.write_text(THREE, encoding="utf-8")
    assert main([*ask, "--token", token]) == 0
    assert json.loads(capsys.readouterr().out)["published"]["made"] is True
    assert main([*ask, "--token", token]) == 1


def test_the_marked_copy_colours_the_cell_says_why_and_can_be_imported_once_it_is_mended(
    members: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    members.write_text(THREE.replace("Tarnow", "Tarnuw", 1).replace("Firm 1", "=Firm 1"), encoding="utf-8")
    marked = members.with_name("marked.xlsx")
    assert main(["import", "members", str(members), "--dry-run", "--marked", str(marked)]) == 1
    workbook = openpyxl.load_workbook(marked)
    assert workbook.sheetnames == ["Members", "Codes – Kody", "Columns – Kolumny", "Problems – Problemy"]
    cell = workbook["Members"]["F2"]
    assert cell.value == "Tarnuw" and cell.fill.start_color.rgb == "FFF6C9BE"
    assert "Did you mean “Tarnów”?" in cell.comment.text and "Czy chodziło o „Tarnów”?" in cell.comment.text
    assert workbook["Members"]["F3"].fill.fill_type is None
    assert (workbook["Members"]["B3"].value, workbook["Members"]["B3"].data_type) == ("=Firm 1", "s")
    assert [row[1].value for row in workbook["Problems – Problemy"].iter_rows(min_row=2)] == ["F"]
    assert main(["import", "members", str(members), "--dry-run", "--marked", str(marked)]) == 1
    assert "is there already" in capsys.readouterr().err
    cell.value = "Tarnów"
    workbook["Members"]["B3"].value = "Firm 1"
    workbook.save(marked)
    assert main(["import", "members", str(marked), "--dry-run"]) == 0
