"""Large files pass through bounded memory, and a reading leaves nothing behind."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from lsk_metrics import paths
from lsk_metrics.errors import SnapshotError, SourceError
from lsk_metrics.warehouse.bulk import MEMORY, bulk
from tests import made_up_cordis_large

ROOT = Path(__file__).parents[2]
# Reads a zip in a process of its own; prints rows kept, and by how many MB its memory grew beyond what it had before.
READING = """
import sys
from pathlib import Path
from lsk_metrics.ingest.importers import cordis
def peak(): return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
before = peak()
found = cordis.read(Path(sys.argv[1]), {"programme": "h2020"})
print(len(found["participations"]), int(found["file_counts"][1]["count"]), peak() - before)
"""


def test_a_table_is_text_with_its_rows_numbered_and_its_folder_is_gone_afterwards(home: Path) -> None:
    with bulk() as large:
        unread = large.take("t", io.BytesIO('"a";"b";"c"\n"1,5";"";"x;\ny"\n"2";"ó";'.encode()), ["c", "a"], "t.csv")
        assert unread == []
        assert large.rows('FROM "t"') == [
            {"record": 1, "c": "x;\ny", "a": "1,5"}, {"record": 2, "c": None, "a": "2"},
        ]  # fmt: skip
        assert large.folder.parent == paths.home() / "snapshots"
    assert not large.folder.exists()


def test_a_column_that_is_not_there_is_named_and_one_with_an_odd_name_does_no_harm(home: Path) -> None:
    with bulk() as large:
        with pytest.raises(
            SourceError, match=r"t\.csv has no column “z”, or has it twice; its columns are: a, b'\) DROP"
        ):
            large.take("t", io.BytesIO(b"a;b') DROP\n1;2\n"), ["z"], "t.csv")
        large.take("t", io.BytesIO(b"a;b') DROP\n1;2\n"), ["a"], "t.csv")
        assert large.rows('FROM "t"') == [{"record": 1, "a": "1"}]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "file"))
    with pytest.raises(SnapshotError, match="Nothing can be written to"), bulk():
        pass


# The kernel's own mark: what the standard library tells of a child holds the memory of its parent too.
@pytest.mark.skipif(not Path("/proc/self/status").is_file(), reason="the kernel tells no high-water mark")
def test_a_hundred_megabytes_are_read_in_less_memory_than_they_have(tmp_path: Path) -> None:
    path = tmp_path / "cordis-h2020projects-csv.zip"
    unpacked, kept = made_up_cordis_large.written(path, projects=20_000)
    assert unpacked > 100_000_000
    done = subprocess.run(
        [sys.executable, "-c", READING, str(path)], cwd=ROOT, capture_output=True, text=True, check=True,
        env={"LSK_HOME": str(tmp_path / "home"), "PATH": "", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    rows, held, grown_mb = done.stdout.split()
    assert (int(rows), int(held)) == (kept, 120_000)
    assert float(grown_mb) < float(MEMORY.removesuffix("MB")) + 44
