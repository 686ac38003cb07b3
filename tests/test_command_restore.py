"""`lsk restore` opens a review from its zip: after a clean-up its snapshot gives the very same answers again."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from shutil import copy
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.exports.packs import opening
from lsk_metrics.exports.packs.building import zip_file
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.reviews import Review, reopened, review
from lsk_metrics.warehouse import pointers, read, reviews, snapshots
from lsk_metrics.warehouse.draft import draft

NEWER = "20991231-ffffffff"


@pytest.fixture(scope="module")
def told(snapshot: str) -> Review:
    found = review("board", "Posiedzenie", "2026-05-21", shared={"peers": "similar"}, snapshot=snapshot)
    assert found.answers
    return found


@pytest.fixture(scope="module")
def packed(told: Review) -> bytes:
    return zip_file(told, ("en", "pl"), {"a.txt": b"a document"})


@pytest.fixture
def place(snapshot_file: Path, snapshot: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, in which the snapshot of the review is an older one that is not marked."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    folder = snapshots.folder()
    folder.mkdir(parents=True)
    copy(snapshot_file, folder)
    with draft(folder) as newer:
        newer.finish(NEWER, "f" * 64, "0.1.0")
        snapshots.publish(newer.path, NEWER)
    return folder / f"{snapshot}.duckdb"


@pytest.fixture
def pack(packed: bytes, tmp_path: Path) -> str:
    path = tmp_path / "pack.zip"
    path.write_bytes(packed)
    return str(path)


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
    assert main(["snapshots"]) == 0
    [line] = [line for line in capsys.readouterr().out.splitlines() if line.startswith(told.snapshot)]
    assert "restored" in line
    assert "Board, May 2026" in line
    assert main(["snapshots", "--remove", told.snapshot]) == 1
    assert main(["snapshots", "unmark", told.snapshot]) == 0
    assert main(["snapshots", "--remove", told.snapshot]) == 0
    assert [path.name for path in place.parent.glob(f"{told.snapshot}*")] == []


def test_a_damaged_file_of_a_snapshot_is_made_again(told: Review, pack: str, place: Path) -> None:
    place.write_bytes(place.read_bytes()[:200_000])
    assert main(["restore", pack]) == 0
    assert snapshots.find(told.snapshot) is not None
    assert reopened(told.id).answers == told.answers


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


Parts = dict[str, bytes]


def changed(parts: Parts) -> None:
    parts["data/targets-pl.csv"] += b"x"


def missing(parts: Parts) -> None:
    del parts["README.pl.md"]


def surplus(parts: Parts) -> None:
    parts["data/mine.csv"] = b"a,b\n"


def outside(parts: Parts) -> None:
    parts["../../outside.txt"] = b"x"


def rooted(parts: Parts) -> None:
    parts["/etc/x"] = b"x"


def none_at_all(parts: Parts) -> None:
    parts.clear()
    parts["a.txt"] = b"x"


def swapped(parts: Parts) -> None:
    table = "snapshot/tables/members.parquet"
    parts[table] = parts["snapshot/tables/startups.parquet"]
    resummed(parts)


def another(parts: Parts) -> None:
    said = json.loads(parts["review.json"])
    said["review"]["snapshot"] = "20200101-aaaaaaaa"
    parts["review.json"] = json.dumps(said).encode()
    resummed(parts)


def path_for_an_id(parts: Parts) -> None:
    said = json.loads(parts["review.json"])
    said["id"] = "../../evil"
    parts["review.json"] = json.dumps(said).encode()
    resummed(parts)


def reaching_out(parts: Parts) -> None:
    """A schema that would write a file of its own."""
    said = json.loads(parts["snapshot/contents.json"])
    said["statements"].append("COPY (SELECT 1) TO 'outside.csv';")
    parts["snapshot/contents.json"] = json.dumps(said).encode()
    resummed(parts)


def reading_in(parts: Parts) -> None:
    """A table that would be filled from a file of this machine."""
    said = json.loads(parts["snapshot/contents.json"])
    said["statements"].append("CREATE TABLE taken AS SELECT * FROM read_text('/etc/hostname');")
    parts["snapshot/contents.json"] = json.dumps(said).encode()
    resummed(parts)


def resummed(parts: Parts) -> None:
    """The checksums made to fit, as somebody would who means harm."""
    del parts["SHA256SUMS"]
    sums = [f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(parts.items())]
    parts["SHA256SUMS"] = "".join(sums).encode()


WRONG: list[tuple[Callable[[Parts], None], str]] = [
    (changed, "“data/targets-pl.csv” has been changed since the pack was made; nothing was restored."),
    (missing, "“README.pl.md” is missing from the pack; nothing was restored."),
    (surplus, "“data/mine.csv” is in the pack and was not when it was made; nothing was restored."),
    (outside, "“../../outside.txt” in the pack is no path of a pack; nothing was restored."),
    (rooted, "“/etc/x” in the pack is no path of a pack; nothing was restored."),
    (none_at_all, "This zip is no pack of a review: it lacks SHA256SUMS."),
    (swapped, "The pack does not hold what it should: the table “members”"),
    (another, "The pack holds another snapshot than its review names."),
    (path_for_an_id, "There is no review called “../../evil”."),
    (reaching_out, "The pack’s schema holds more than tables and views: COPY"),
    (reading_in, "The pack’s schema cannot be used: "),
]


@pytest.mark.parametrize(("spoil", "said"), WRONG, ids=[spoil.__name__ for spoil, _said in WRONG])
def test_a_pack_that_is_not_as_it_was_made_is_refused_and_nothing_is_written(
    spoil: Callable[[Parts], None], said: str, packed: bytes, pack: str, place: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    with ZipFile(io.BytesIO(packed)) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    spoil(parts)
    with ZipFile(pack, "w", ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    place.unlink()
    before = sorted(place.parent.iterdir())
    assert main(["restore", pack]) == 1
    printed = capsys.readouterr()
    assert said in printed.err
    assert len(printed.err.splitlines()) == 1
    assert sorted(place.parent.iterdir()) == before
    assert reviews.ids() == []
    assert not (place.parent.parent / "reviews").exists()


def test_a_link_a_twin_and_what_is_no_zip_are_refused(
    pack: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = ZipInfo("linked")
    link.external_attr = 0o120777 << 16
    with ZipFile(pack, "a") as written:
        written.writestr(link, "/etc/passwd")
    assert main(["restore", pack]) == 1
    assert "“linked” in the pack is no path of a pack" in capsys.readouterr().err
    Path(pack).write_bytes(b"PK\x03\x04 and nothing more")
    assert main(["restore", pack]) == 1
    assert "is no whole zip file" in capsys.readouterr().err
    assert main(["restore", "nowhere.zip"]) == 1
    assert capsys.readouterr().err == "lsk: There is no file nowhere.zip.\n"


def test_a_zip_that_would_swell_is_not_unpacked(
    pack: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opening, "MOST_UNPACKED", opening.MEGABYTE // 2)
    assert main(["restore", pack]) == 1
    assert "files; at most 0 MB in 2000 files are taken." in capsys.readouterr().err
    monkeypatch.setattr(opening, "MOST_UNPACKED", 1000 * opening.MEGABYTE)
    monkeypatch.setattr(opening, "MOST_TABLES", 50_000)
    assert main(["restore", pack]) == 1
    assert "in the pack is larger than is taken." in capsys.readouterr().err


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
