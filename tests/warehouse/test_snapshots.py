"""Snapshots on disk: published by a pointer, listed newest first, and named where they are missing or broken."""

from pathlib import Path

import pytest

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import read, snapshots
from lsk_metrics.warehouse.draft import draft


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    return tmp_path


def made(snapshot: str) -> None:
    with draft(snapshots.folder()) as table:
        table.finish(snapshot, "0" * 64, "0.1.0")
        snapshots.publish(table.path, snapshot)


def test_before_the_first_build_a_reader_is_told_how_to_make_one(empty_home: Path) -> None:
    assert snapshots.current() is None
    assert snapshots.listing() == []
    with pytest.raises(SnapshotError, match="There is no snapshot yet. “lsk build” makes the first one"):
        read.version()


def test_the_newest_snapshot_is_current_and_the_older_one_stays(empty_home: Path) -> None:
    made("20200101-aaaaaaaa")
    made("20200102-bbbbbbbb")
    assert read.version() == "20200102-bbbbbbbb"
    assert [(each.id, each.current) for each in snapshots.listing()] == [
        ("20200102-bbbbbbbb", True),
        ("20200101-aaaaaaaa", False),
    ]
    assert read.rows("SELECT id FROM snapshot", snapshot="20200101-aaaaaaaa") == [{"id": "20200101-aaaaaaaa"}]


def test_publishing_leaves_the_snapshots_their_order_and_the_pointer_and_nothing_else(empty_home: Path) -> None:
    made("20200101-aaaaaaaa")
    assert sorted(path.name for path in (empty_home / "snapshots").iterdir()) == [
        "20200101-aaaaaaaa.duckdb",
        "current",
        "order",
    ]
    assert (empty_home / "snapshots" / "current").read_text(encoding="utf-8") == "20200101-aaaaaaaa\n"


def test_a_reader_of_the_old_snapshot_is_not_disturbed_by_a_new_one(empty_home: Path) -> None:
    made("20200101-aaaaaaaa")
    assert read.rows("SELECT id FROM snapshot") == [{"id": "20200101-aaaaaaaa"}]
    made("20200102-bbbbbbbb")
    assert read.rows("SELECT id FROM snapshot") == [{"id": "20200102-bbbbbbbb"}]


def test_a_snapshot_that_is_not_there_is_named(empty_home: Path) -> None:
    with pytest.raises(SnapshotError, match="Snapshot “20190101-cccccccc” is not in"):
        snapshots.file("20190101-cccccccc")


def test_a_file_that_is_no_snapshot_is_listed_as_such_and_stands_in_nobody_s_way(empty_home: Path) -> None:
    made("20200101-aaaaaaaa")
    (empty_home / "snapshots" / "broken.duckdb").write_text("not a database", encoding="utf-8")
    assert {each.id: each.program for each in snapshots.listing()} == {
        "20200101-aaaaaaaa": "0.1.0", "broken": "unreadable"}  # fmt: skip
    assert read.rows("SELECT id FROM snapshot") == [{"id": "20200101-aaaaaaaa"}]
    with pytest.raises(SnapshotError, match="The file of snapshot broken is damaged and cannot be read"):
        read.rows("SELECT 1", snapshot="broken")


def test_a_folder_with_an_apostrophe_in_its_name_is_a_folder_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "O'Neill"))
    made("20200101-aaaaaaaa")
    assert read.rows("SELECT id FROM snapshot") == [{"id": "20200101-aaaaaaaa"}]
    assert [each.id for each in snapshots.listing()] == ["20200101-aaaaaaaa"]
