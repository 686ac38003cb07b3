"""`lsk changes`: the last review and now, in each form."""

import json
from collections.abc import Callable
from shutil import copyfile

import duckdb
import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import marks, snapshots

Change = Callable[[str, str, str], None]
MEMBERS = "register/members.csv"


def test_the_command_compares_the_last_review_with_now(
    published: str, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes"]) == 1
    assert "No other snapshot is marked as a review’s." in capsys.readouterr().err
    marks.mark(published, "Board, May 2026")
    change(MEMBERS, "Beta Ltd,sme,Biz,,Alfa,2010-09-01", "Beta Ltd,sme,Biz,,Alfa,2011-09-01")
    build()
    assert main(["changes", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["since"]["id"], document["since"]["mark"]) == (published, "Board, May 2026")
    members = next(each for each in document["indicators"] if each["indicator"] == "members")
    assert [cause["cause"] for cause in members["causes"]] == ["correction"]
    assert main(["changes", "previous", "current"]) == 0
    text = capsys.readouterr().out
    assert "marked “Board, May 2026”" in text
    assert "Own correction: Rows of the register were changed. Concerned: 1 value for 2010." in text
    assert main(["changes", "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "indicator,title,cause,values,before,after,sentence"


def test_a_snapshot_from_before_definitions_and_criteria_is_compared_as_far_as_it_goes_and_that_is_said(
    published: str, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    copyfile(snapshots.file(published), snapshots.folder() / "20200101-before.duckdb")
    with duckdb.connect(str(snapshots.file("20200101-before"))) as connection:
        connection.execute("DROP TABLE definitions")
        connection.execute("DROP TABLE evidence")
        connection.execute("DROP TABLE criteria")
    change(MEMBERS, "Beta Ltd,sme,Biz,,Alfa,2010-09-01", "Beta Ltd,sme,Biz,,Alfa,2011-09-01")
    build()
    assert main(["changes", "20200101-before", "current", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    members = next(each for each in document["indicators"] if each["indicator"] == "members")
    assert [cause["cause"] for cause in members["causes"]] == ["correction"]
    assert document["remarks"][0].startswith("The earlier snapshot does not keep how indicators were defined")
    assert main(["governance", "--snapshot", "20200101-before", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["criteria"] == []
