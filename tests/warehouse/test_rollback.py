"""Readers are held where a roll-back put them, and names of snapshots are found or refused."""

from pathlib import Path

import pytest

from lsk_metrics.errors import NameUnknown, SnapshotError
from lsk_metrics.warehouse import pointers, read, snapshots
from lsk_metrics.warehouse.draft import draft

FIRST, SECOND, THIRD = "20200101-aaaaaaaa", "20200102-bbbbbbbb", "20200103-cccccccc"


@pytest.fixture(autouse=True)
def three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home with three snapshots, of which readers see the third."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    for name in (FIRST, SECOND, THIRD):
        with draft(snapshots.folder()) as table:
            table.finish(name, "0" * 64, "0.1.0")
            snapshots.publish(table.path, name)


def test_readers_stay_where_they_are_held_whatever_is_published_later() -> None:
    pointers.pin(FIRST)
    assert read.version() == FIRST
    snapshots.point_at(SECOND)
    assert (read.version(), pointers.latest(), pointers.pinned()) == (FIRST, SECOND, FIRST)
    pointers.unpin()
    assert (read.version(), pointers.pinned()) == (SECOND, None)


def test_the_listing_says_who_is_seen_held_and_published_last() -> None:
    pointers.pin(FIRST)
    assert [(each.id, each.current, each.latest, each.pinned) for each in snapshots.listing()] == [
        (THIRD, False, True, False),
        (SECOND, False, False, False),
        (FIRST, True, False, True),
    ]


def test_a_held_snapshot_that_has_gone_is_told_and_never_replaced_by_another() -> None:
    pointers.pin(FIRST)
    snapshots.file(FIRST).unlink()
    with pytest.raises(SnapshotError, match=f"Readers are held at snapshot “{FIRST}”, which is not there"):
        read.version()
    pointers.unpin()
    assert read.version() == THIRD


@pytest.mark.parametrize(
    ("name", "found"),
    [(FIRST, FIRST), ("20200102", SECOND), ("20200103-c", THIRD), ("current", THIRD), ("previous", SECOND)],
)
def test_a_snapshot_is_meant_by_its_id_the_beginning_of_it_or_its_place(name: str, found: str) -> None:
    assert snapshots.meant(name).id == found


def test_the_previous_one_is_previous_to_what_readers_see() -> None:
    pointers.pin(SECOND)
    assert snapshots.meant("previous").id == FIRST
    pointers.pin(FIRST)
    with pytest.raises(SnapshotError, match=f"no snapshot before the current one, {FIRST}"):
        snapshots.meant("previous")


def test_a_name_that_is_nobody_s_is_refused_with_the_nearest() -> None:
    with pytest.raises(NameUnknown, match=f"no snapshot called “20200103-cccccccd”. Did you mean “{THIRD}”"):
        snapshots.meant("20200103-cccccccd")


@pytest.mark.parametrize("name", ["", "../current", "../../snapshots/" + FIRST])
def test_a_name_is_never_a_path(name: str) -> None:
    with pytest.raises(NameUnknown):
        snapshots.meant(name)
    with pytest.raises(NameUnknown):
        snapshots.remove(name)


def test_a_beginning_that_several_share_is_refused_with_all_of_them() -> None:
    with pytest.raises(SnapshotError, match=f"“2020” may be any of {THIRD}, {SECOND}, {FIRST}"):
        snapshots.meant("2020")


def test_an_unreadable_snapshot_is_not_meant_by_anyone() -> None:
    snapshots.file(SECOND).write_bytes(b"no database")
    with pytest.raises(SnapshotError, match=f"Snapshot {SECOND} cannot be read"):
        snapshots.meant(SECOND)
    assert snapshots.meant("previous").id == FIRST


def test_a_snapshot_is_removed_by_its_whole_id_alone_unless_readers_see_or_may_come_back_to_it() -> None:
    pointers.pin(FIRST)
    with pytest.raises(SnapshotError, match=f"held at snapshot {FIRST}"):
        snapshots.remove(FIRST)
    with pytest.raises(SnapshotError, match=f"Snapshot {THIRD} was published last"):
        snapshots.remove(THIRD)
    with pytest.raises(NameUnknown, match=f"Did you mean “{SECOND}”"):
        snapshots.remove(SECOND[:-1])
    size = snapshots.file(SECOND).stat().st_size
    assert snapshots.remove(SECOND) == size
    assert [each.id for each in snapshots.listing()] == [THIRD, FIRST]
