"""A snapshot that a review was held on is marked beside its file, listed with its mark, and kept."""

import json
from pathlib import Path

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import SnapshotError, ValueRefused
from lsk_metrics.warehouse import marks, snapshots
from lsk_metrics.warehouse.draft import draft

FIRST, SECOND = "20200101-aaaaaaaa", "20200102-bbbbbbbb"


@pytest.fixture(autouse=True)
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home with two snapshots, of which readers see the second."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    for name in (FIRST, SECOND):
        with draft(snapshots.folder()) as table:
            table.finish(name, "0" * 64, "0.1.0")
            snapshots.publish(table.path, name)


def test_a_mark_is_listed_with_its_words_and_its_time_and_leaves_the_snapshot_as_it_was() -> None:
    before = snapshots.file(FIRST).read_bytes()
    made = marks.mark(FIRST, "  Board,  May 2026 ")
    assert made.words == "Board, May 2026"
    assert [(each.id, each.mark, each.marked_at) for each in snapshots.listing()] == [
        (SECOND, "", None),
        (FIRST, "Board, May 2026", made.at),
    ]
    assert snapshots.file(FIRST).read_bytes() == before
    assert snapshots.leftovers() == []


def test_a_marked_snapshot_is_not_removed_until_it_is_unmarked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["snapshots", "mark", "20200101", "Board, May 2026"]) == 0
    assert "is marked “Board, May 2026”, and is kept until the mark is taken away." in capsys.readouterr().out
    assert main(["snapshots", "--remove", FIRST]) == 1
    assert capsys.readouterr().err == (
        f"lsk: Snapshot {FIRST} is marked “Board, May 2026” and is kept. “lsk snapshots unmark {FIRST}” takes the mark "
        "away; then it can be removed.\n"
    )
    assert main(["snapshots", "unmark", FIRST]) == 0
    assert "is no longer marked “Board, May 2026”." in capsys.readouterr().out
    assert main(["snapshots", "--remove", FIRST]) == 0
    assert [each.id for each in snapshots.listing()] == [SECOND]


def test_marking_anew_replaces_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ("Board, May 2026", "Rada, maj 2026"):
        assert main(["snapshots", "mark", "current", words, "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out.partition("\n]\n")[2])
    assert (row["snapshot"], row["mark"]) == (SECOND, "Rada, maj 2026")


@pytest.mark.parametrize("words", ["", "   ", "x" * 121, "a\x07b"])
def test_words_that_are_no_line_are_refused_and_nothing_is_marked(words: str) -> None:
    with pytest.raises(ValueRefused, match="A mark is a line of 1 to 120 characters"):
        marks.mark(FIRST, words)
    assert marks.of(FIRST) is None


def test_a_damaged_mark_keeps_its_snapshot_all_the_same() -> None:
    (snapshots.folder() / f"{FIRST}.mark").write_text("{", encoding="utf-8")
    with pytest.raises(SnapshotError, match=f"is marked “{FIRST}.mark cannot be read” and is kept"):
        snapshots.remove(FIRST)


@pytest.mark.parametrize(
    "words",
    [
        ["mark"],
        ["mark", FIRST],
        ["unmark", FIRST, "Board"],
        ["mark", "20190101", "Board"],
        ["unmark", FIRST],
        ["mark", FIRST, "Board", "--remove", FIRST],
    ],
)
def test_a_mark_of_nothing_without_words_or_of_nobody_changes_nothing(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snapshots", *words]) == 1
    assert capsys.readouterr().err.startswith("lsk: ")
    assert [each.mark for each in snapshots.listing()] == ["", ""]
