"""What changed between two snapshots, counted by hand: rows, figures and copies of sources."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from shutil import copyfile

import duckdb
import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.indicators import changes
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import pointers, read, snapshots
from lsk_metrics.warehouse.comparison import Change as Cell
from lsk_metrics.warehouse.comparison import tables

Change = Callable[[str, str, str], None]
Two = tuple[str, str]
MEMBERS, FIGURES = "register/members.csv", "raw/office/observations.csv"


@pytest.fixture
def two(published: str, change: Change) -> Two:
    """A second snapshot: one member gone, one added, one renamed and moved in time; one figure is another."""
    change(MEMBERS, "M1,Alfa Ltd,sme,Biz,wood,Alfa,2010-05-01,\n", "M4,Delta Ltd,sme,Biz,wood,Alfa,2013-05-01,\n")
    change(MEMBERS, "Beta Ltd,sme,Biz,,Alfa,2010-09-01", "Beta Plc,sme,Biz,,Alfa,2010-10-01")
    change(FIGURES, "1.95,p", "1.96,")
    return published, build().snapshot


def test_rows_are_counted_as_added_changed_and_gone_and_cells_are_named(two: Two) -> None:
    found = {table.name: table for table in tables(*two)}
    members = found["members"]
    assert (members.rows_before, members.rows_after, members.added, members.changed, members.gone) == (3, 3, 1, 1, 1)
    [added] = [each for each in members.changes if each.change == "added"]
    assert (added.key, added.before) == ("M4", None)
    assert added.after == (
        "name = Delta Ltd, type = sme, area = Biz, value_chain = wood, town = Alfa, joined = 2013-05-01, "
        "kind = register, source = own"
    )
    assert [each for each in members.changes if each.change == "changed"] == [
        Cell("members", "changed", "M2", "name", "Beta Ltd", "Beta Plc"),
        Cell("members", "changed", "M2", "joined", "2010-09-01", "2010-10-01"),
    ]
    assert [(each.column, each.before, each.after) for each in found["observations"].changes] == [
        ("value", "1.95", "1.96"),
        ("flag", "p", ""),
    ]
    assert {name for name, table in found.items() if not table.same} == {
        "members", "observations", "sources", "claim_checks"}  # fmt: skip


def test_figures_are_told_before_and_after(two: Two) -> None:
    found = {figure.indicator: figure for figure in changes.figures(*two)}
    spending = found["gerd_share_of_gdp"]
    assert (spending.before, spending.after, spending.values) == ("1.95% (2019)", "1.96% (2019)", 1)
    assert found["members"].same is False
    assert found["startups_cumulative"].same


def test_sources_with_another_copy_are_named(two: Two) -> None:
    assert [(each.source, each.change) for each in changes.copies(*two)] == [("office", "changed"), ("own", "changed")]


def test_the_same_snapshot_twice_differs_in_nothing(two: Two) -> None:
    assert all(table.same and table.changes == () for table in tables(two[0], two[0]))
    assert all(figure.same for figure in changes.figures(two[0], two[0]))


def test_only_the_first_rows_are_shown_unless_one_table_is_asked_for(
    published: str, elsewhere: Path, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "".join(f"M{n},Firm {n},sme,Biz,,Alfa,2013-01-01,\n" for n in range(100, 150))
    change(MEMBERS, "M3,Gamma", f"{more}M3,Gamma")
    build()
    [members] = [table for table in tables(published, read.version()) if table.name == "members"]
    assert (members.added, len(members.changes), changes.hidden(members)) == (50, 20, 30)
    assert main(["diff", "previous", "current"]) == 0
    assert f"… and 30 more: lsk diff {published} {read.version()} --table members" in capsys.readouterr().out
    assert main(["diff", "previous", "current", "--table", "members", "--format", "csv"]) == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == 50


def test_the_command_tells_it_in_each_form(two: Two, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", two[0], "current"]) == 0
    page = capsys.readouterr().out
    assert "members: 1 row added, 1 row changed, 1 row gone." in page
    assert "tables are the same." in page
    assert main(["diff", two[0], "current", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["before"]["id"], document["after"]["id"]) == two
    assert main(["diff", two[0], two[0], "--format", "csv"]) == 0
    assert capsys.readouterr().out == "part,name,change,key,column,before,after\n"
    assert main(["diff", two[0], two[1], "--table", "member"]) == 1
    assert "There is no table called “member”. Did you mean “members”?" in capsys.readouterr().err


@pytest.fixture
def older(two: Two) -> Two:
    """The first of the two as another version of the program could have made it, under an id of its own."""
    copyfile(snapshots.file(two[0]), snapshots.folder() / "20200101-older.duckdb")
    with duckdb.connect(str(snapshots.file("20200101-older"))) as connection:
        connection.execute("DROP TABLE higher_education")
        connection.execute("ALTER TABLE rules DROP COLUMN sql")
        connection.execute("CREATE TABLE notes (words VARCHAR)")
        connection.execute("UPDATE snapshot SET program = '0.0.9'")
    return "20200101-older", two[1]


def test_a_snapshot_of_another_version_is_compared_as_far_as_it_goes(older: Two) -> None:
    found = {table.name: table for table in tables(*older)}
    assert changes.told(found["higher_education"]).startswith("Only the later snapshot has this table (rows: 0)")
    assert changes.told(found["notes"]).startswith("Only the earlier snapshot has this table (rows: 0)")
    assert changes.told(found["members"]) == "1 row added, 1 row changed, 1 row gone."
    assert changes.told(found["rules"]) == "new columns: sql."
    figure = {each.indicator: each for each in changes.figures(*older)}["students"]
    assert figure.sentence_before == (
        f"Snapshot {older[0]} has no “higher_education”: version 0.0.9 of the program, which made it, did not know it."
    )


def test_a_roll_back_holds_readers_through_builds_until_it_is_ended(
    two: Two, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rollback", "previous"]) == 0
    assert f"Readers see snapshot {two[0]}" in capsys.readouterr().out
    change(FIGURES, "1.96,", "1.97,")
    assert main(["build"]) == 0
    said = capsys.readouterr()
    third = pointers.latest()
    assert said.out == f"Snapshot {third} is published.\n"
    assert f"Readers do not see it: they are held at snapshot {two[0]} by a roll-back." in said.err
    assert read.version() == two[0]
    assert main(["rollback", "--forward"]) == 0
    assert read.version() == third
    assert main(["rollback", two[1]]) == 0
    capsys.readouterr()
    assert main(["build", "--unpin", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"snapshot": third, "made": False, "held": None}]
    assert (read.version(), pointers.pinned()) == (third, None)


@pytest.mark.parametrize("words", [[], ["previous", "--forward"], ["20190101"]])
def test_a_roll_back_to_nothing_to_two_things_or_to_nobody_moves_no_reader(
    words: list[str], two: Two, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rollback", *words]) == 1
    assert capsys.readouterr().err.startswith("lsk: ")
    assert (read.version(), pointers.pinned()) == (two[1], None)


def test_an_answer_as_of_an_earlier_snapshot(two: Two, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--with", "places=XX1", "--with", "first_year=2019", "--format", "json"]
    assert main(["show", "gerd_share_of_gdp", "--snapshot", "previous", *asked]) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["snapshot"], [row["value"] for row in document["rows"]]) == (two[0], [1.95])
    assert main(["list", "--snapshot", two[0], "--format", "json"]) == 0
    [row] = [row for row in json.loads(capsys.readouterr().out) if row["indicator"] == "members"]
    assert row["sentence"] == "The cluster grew from 2 members in 2010 to 3 in 2012, 1.5 times as many."


def test_the_list_of_snapshots_for_reading_and_the_removal_of_one(
    two: Two, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    assert main(["snapshots"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["id", "built_at", "(UTC)", "age", "size", "program", "readers", "marked"]
    assert (
        "0 min" in lines[2]
        and "MB" in lines[2]
        and lines[2].split("  ")[-1] == "–"
        and "current, published last" in lines[2]
    )
    assert main(["snapshots", "--remove", two[1]]) == 1
    assert main(["snapshots", "--remove", two[0]]) == 0
    assert f"Snapshot {two[0]} is removed; " in capsys.readouterr().out
    assert [each.id for each in snapshots.listing()] == [two[1]]
