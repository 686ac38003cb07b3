"""`lsk restore` opens a review from its zip: after a clean-up its snapshot gives the very same answers again."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.errors import NameUnknown
from lsk_metrics.exports.packs.building import zip_file
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.reviews import Review, reopened
from lsk_metrics.warehouse import pointers, read, reviews, snapshots

NEWER = "20991231-ffffffff"


def said(told: Review) -> list[dict[str, Any]]:
    """All that the answers say, in both languages."""
    found = []
    for lang in ("en", "pl"):
        language.use(lang)
        found += [json.loads(json.dumps(each.document(), default=str)) for each in told.answers]
    return found


def test_a_snapshot_cleaned_away_is_made_again_and_answers_the_same(
    told: Review, packed: bytes, pack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = said(told)
    assert main(["snapshots", "--remove", told.snapshot]) == 0
    assert not place.exists()
    capsys.readouterr()
    language.use("en")
    assert main(["restore", pack]) == 0
    printed = capsys.readouterr().out
    assert f"Snapshot {told.snapshot} is made again: 32 tables with " in printed
    assert told.link in printed
    again = reopened(told.id)
    assert again == told
    assert again is not told
    assert said(again) == before
    assert zip_file(again, ("en", "pl"), {"a.txt": b"a document"}) == packed
    assert pointers.current() == NEWER
    listed = {each.id: (each.restored, each.current) for each in snapshots.listing()}
    assert listed == {told.snapshot: (True, False), NEWER: (False, True)}
    assert [path.name for path in place.parent.iterdir() if ".part" in path.name] == []


def test_lsk_show_gives_the_same_answer_of_a_restored_snapshot(
    told: Review, pack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["show", "members_by_town", "--snapshot", told.snapshot, "--lang", "pl", "--format", "json"]
    assert main(asked) == 0
    before = capsys.readouterr().out
    place.unlink()
    assert main(["restore", pack]) == 0
    capsys.readouterr()
    assert main(asked) == 0
    assert capsys.readouterr().out == before


def test_one_that_is_here_and_whole_stays_and_its_review_is_kept(
    told: Review, pack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = place.stat().st_mtime_ns
    assert reviews.ids() == []
    assert main(["restore", pack, "--lang", "pl", "--format", "json"]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["restored"], row["tables"], row["review"]) == (False, 32, told.id)
    language.use("pl")
    assert (row["address"], row["title"]) == (told.link, "Posiedzenie")
    assert place.stat().st_mtime_ns == state
    assert reviews.ids() == [told.id]
    assert not any(each.restored for each in snapshots.listing())


def test_a_restored_one_can_be_marked_listed_and_removed(
    told: Review, pack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place.unlink()
    assert main(["restore", pack]) == 0
    assert main(["snapshots", "mark", told.snapshot, "Board, May 2026"]) == 0
    capsys.readouterr()
    assert main(["snapshots", "--format", "json"]) == 0
    [row] = [row for row in json.loads(capsys.readouterr().out) if row["id"] == told.snapshot]
    assert row["restored"] is True
    assert row["mark"] == "Board, May 2026"
    assert main(["snapshots"]) == 0
    assert "restored" in capsys.readouterr().out
    assert main(["snapshots", "--remove", told.snapshot]) == 1
    assert main(["snapshots", "unmark", told.snapshot]) == 0
    assert main(["snapshots", "--remove", told.snapshot]) == 0
    assert [path.name for path in place.parent.glob(f"{told.snapshot}*")] == []


def test_a_damaged_file_of_a_snapshot_is_made_again(told: Review, pack: str, place: Path) -> None:
    place.write_bytes(place.read_bytes()[:200_000])
    assert main(["restore", pack]) == 0
    assert snapshots.find(told.snapshot) is not None
    assert reopened(told.id).answers == told.answers


def test_a_machine_without_any_snapshot_opens_the_review(
    told: Review, pack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = said(told)
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "new"))
    assert main(["restore", pack]) == 0
    printed = capsys.readouterr()
    assert "is made again" in printed.out
    assert printed.err == ""
    assert said(reopened(told.id)) == before
    assert pointers.current() is None


def test_a_pack_that_was_unpacked_and_packed_again_is_still_whole(packed: bytes, pack: str, place: Path) -> None:
    with ZipFile(io.BytesIO(packed)) as held, ZipFile(pack, "w") as written:
        for folder in ("data/", "snapshot/", "snapshot/tables/"):
            written.writestr(folder, "")
        for name in reversed(held.namelist()):
            written.writestr(name, held.read(name))
    place.unlink()
    assert main(["restore", pack]) == 0


def test_a_figure_that_the_program_no_longer_has_is_named_and_the_snapshot_restored_all_the_same(
    told: Review, pack: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unknown(name: str) -> None:
        raise NameUnknown("indicator", name, [])

    place.unlink()
    monkeypatch.setattr("lsk_metrics.indicators.reviews.step.indicator", unknown)
    assert main(["restore", pack]) == 0
    printed = capsys.readouterr()
    assert "this version of the program cannot open the review: There is no indicator called" in printed.err
    assert "is made again" in printed.out
    assert place.exists()


def test_one_that_is_here_and_another_is_left_alone(
    told: Review, pack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import duckdb

    with duckdb.connect(str(place)) as connection:
        connection.execute("UPDATE startups SET launched = launched + 1")
    held = place.read_bytes()
    assert main(["restore", pack]) == 1
    assert "is here, but its table “startups” is not as in the pack; nothing was restored." in capsys.readouterr().err
    assert place.read_bytes() == held
    assert reviews.ids() == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process is killed as Unix kills it")
def test_a_restoring_that_is_killed_leaves_no_snapshot_or_a_whole_one(told: Review, pack: str, place: Path) -> None:
    place.unlink()
    command = [sys.executable, "-m", "lsk_metrics", "restore", pack]
    there = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "PYTHONUTF8": "1"}
    killed, left = 0, 0
    for delay in (0.0, 0.02, 0.05, 0.1, 0.2):
        running = subprocess.Popen(command, env=there, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not list(place.parent.glob("draft-*.part")) and running.poll() is None:
            time.sleep(0.005)
        time.sleep(delay)
        running.kill()
        killed += running.wait() == -signal.SIGKILL
        left += len(snapshots.leftovers()) > 0
        assert read.version() == NEWER
        assert {each.id: each.program for each in snapshots.listing()}.get(told.snapshot, "0.1.0") == "0.1.0"
        if place.exists():
            assert answer("members", {}, told.snapshot).rows == answer("members", {}, told.snapshot).rows
            place.unlink()
    assert killed >= 2
    assert left >= 2
    assert main(["restore", pack]) == 0
    assert snapshots.leftovers() == []
    assert reopened(told.id).answers == told.answers
