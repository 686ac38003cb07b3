"""A disk that is full, a folder that cannot be written to, a pointer to nowhere: a sentence, and nothing lost."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import SnapshotError
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import read, snapshots, turn

ROOT = Path(__file__).parents[2]
Change = Callable[[str, str, str], None]
MEMBERS = "register/members.csv"

LIMITED = """
import resource, sys
from lsk_metrics.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(["build"]))
"""
# Whoever is root may write anywhere: after everything has been loaded, the process goes on as nobody.
NOBODY = """
import os
from pathlib import Path
from lsk_metrics.__main__ import main
for words in (["show", "members"], ["rollback", "current"], ["rollback", "--forward"]):
    assert main(words) == 0
home = Path(os.environ["LSK_HOME"])
(Path(os.environ["LSK_DATA"]) / "reference" / "note.csv").write_text("one\\n1\\n")
for folder in (home / "snapshots", home):
    folder.chmod(0o555)
if os.geteuid() == 0:
    os.setuid(65534)
print([main(["build"]), main(["rollback", "current"]), main(["show", "members"])])
"""


def started(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    there = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, env=there, capture_output=True, text=True, check=False)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that cannot do what is asked says."""
    assert main(arguments) == 1
    said = capsys.readouterr().err
    assert "Traceback" not in said
    return said


@pytest.mark.skipif(os.name == "nt", reason="Windows sets no limit to the size of a file")
@pytest.mark.parametrize("bytes_left", [1, 20_000, 300_000])
def test_a_disk_that_fills_up_stops_the_build_and_the_old_snapshot_stays(
    bytes_left: int, elsewhere: Path, published: str, change: Change
) -> None:
    change(MEMBERS, "Beta Ltd", "Delta Ltd")
    order = (snapshots.folder() / "order").read_text(encoding="utf-8")
    done = started(LIMITED, str(bytes_left))
    assert done.returncode == 1
    assert "cannot be written to" in done.stderr
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert read.version() == published
    assert sorted(path.name for path in snapshots.folder().iterdir()) == [f"{published}.duckdb", "current", "order"]
    assert (snapshots.folder() / "order").read_text(encoding="utf-8") == order
    assert build().made


@pytest.fixture
def open_to_all(elsewhere: Path, published: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The little cluster in a folder that any user of this machine may enter."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(elsewhere.parent, folder, dirs_exist_ok=True)
        Path(folder).chmod(0o755)
        monkeypatch.setenv("LSK_DATA", f"{folder}/data")
        monkeypatch.setenv("LSK_HOME", f"{folder}/home")
        yield Path(folder)
        for name in ("home", "home/snapshots"):
            (Path(folder) / name).chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders read-only by other means")
def test_a_folder_that_may_not_be_written_to_is_named_and_can_still_be_read(open_to_all: Path) -> None:
    done = started(NOBODY)
    assert done.stdout.splitlines()[-1] == "[1, 1, 0]", done.stderr
    assert done.stderr.count(f"lsk: Nothing can be written to {open_to_all / 'home'}") == 2
    assert "Traceback" not in done.stderr


def test_a_home_that_is_a_file_is_named(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = elsewhere.parent / "file"
    file.write_text("kept\n", encoding="utf-8")
    monkeypatch.setenv("LSK_HOME", str(file))
    assert f"Nothing can be written to {file}" in told(capsys, "build")
    assert "There is no snapshot yet" in told(capsys, "show", "members")
    assert file.read_text(encoding="utf-8") == "kept\n"


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\x00\xfe garbage", b"20190101-gone\n", b"../../etc/passwd\n"])
def test_a_pointer_to_nowhere_is_told_to_readers_and_mended_by_the_next_build(
    content: bytes, elsewhere: Path, published: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pointer = elsewhere.parent / "home" / "snapshots" / "current"
    pointer.write_bytes(content)
    said = told(capsys, "show", "members")
    assert "which is not there. “lsk build” mends that" in said
    assert build().snapshot == published
    assert pointer.read_text(encoding="utf-8") == f"{published}\n"


def test_where_data_are_at_fault_a_build_still_mends_the_pointer_to_the_newest_snapshot(
    elsewhere: Path, published: str, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    (elsewhere.parent / "home" / "snapshots" / "current").write_text("nonsense\n", encoding="utf-8")
    change("raw/office/observations.csv", "1.95,p", "1;95,p")
    said = told(capsys, "build")
    assert f"“nonsense”, cannot be read; the newest that can is {published}." in said
    assert read.version() == published


@pytest.mark.parametrize("part", [0, 100, 0.5, 0.9, 0.999])
def test_a_snapshot_cut_short_is_never_taken_for_whole_and_is_made_anew(
    part: float, elsewhere: Path, published: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = snapshots.file(published)
    whole = path.stat().st_size
    os.truncate(path, int(part if part >= 1 else part * whole))
    assert [(each.id, each.program) for each in snapshots.listing()] == [(published, "unreadable")]
    assert f"Snapshot {published} cannot be read" in told(capsys, "show", "members", "--snapshot", published)
    assert build().made
    assert read.rows("SELECT count(*) AS n FROM members") == [{"n": 3}]


def test_a_snapshot_with_bytes_overwritten_is_refused_with_a_sentence(elsewhere: Path, published: str) -> None:
    path = snapshots.file(published)
    with path.open("rb+") as file:
        file.seek(12_288)
        file.write(b"\x55" * (path.stat().st_size - 12_288))
    with pytest.raises(SnapshotError, match="is damaged and cannot be read"):
        read.rows("SELECT * FROM members")


def test_a_second_build_waits_for_the_first_says_so_and_is_then_refused(
    elsewhere: Path, published: str, change: Change, capsys: pytest.CaptureFixture[str]
) -> None:
    change(MEMBERS, "Beta Ltd", "Delta Ltd")
    holder = "import time; from lsk_metrics.warehouse import turn; held = turn.taken(); held.__enter__(); "
    holder += "print('held', flush=True); time.sleep(60)"
    with subprocess.Popen(
        [sys.executable, "-c", holder], stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        said = told(capsys, "build", "--wait", "0.3")
        assert "Another build or import is at work" in said
        assert "is still at work" in said and "after 0.3 s. Nothing was changed" in said
        assert read.version() == published
        other.kill()
        other.wait()
        with turn.taken(seconds=5):  # a holder that was killed holds nothing
            assert build().made


def test_two_builds_at_once_are_put_in_order_and_make_one_snapshot(elsewhere: Path) -> None:
    there = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "lsk_metrics", "build", "--format", "csv"]
    both = [subprocess.Popen(command, env=there, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _turn in range(2)]
    said = [each.communicate()[0].decode().splitlines()[1].split(",")[:2] for each in both]
    assert [each.returncode for each in both] == [0, 0]
    assert sorted(made for _snapshot, made in said) == ["False", "True"]
    assert len({snapshot for snapshot, _made in said}) == len(snapshots.listing()) == 1
