"""Files that would take all memory, read by a process that has little: each is refused in a sentence, none kills it."""

import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.restoring.test_hostile_packs import columns, members, spoilt

ROOT = Path(__file__).parents[2]
# So much beyond what the process has once the program is loaded; all cases need more, or say they would.
ROOM_MB = 32
CHILD = f"""
import resource, sys
import lsk_metrics.commands.register, lsk_metrics.commands.restoring, lsk_metrics.ingest.boundaries, openpyxl
import lsk_metrics.exports.packs.opening, lsk_metrics.ingest.register.importing, pyarrow.parquet
from lsk_metrics.__main__ import main
now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + {ROOM_MB} * 1024**2,) * 2)
sys.exit(main(sys.argv[1:]))
"""
MEMBER = "id;name;type;area;value_chain;town;joined;left\n"
TARGET = "id;indicator;direction;baseline_year;baseline_value;target_year;target_value;document\n"
EMPTY = '{"type": "FeatureCollection", "features": [%s]}'


def rows(head: str, line: str, count: int) -> bytes:
    return (head + "".join(line.format(at) for at in range(count))).encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return made.getvalue()


TAKEN = "would take more memory to read than there is for it"
CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "members, many rows": ("members", lambda: rows(MEMBER, f"M{{}};{'ł' * 190};sme;;;;;\n", 25_000), TAKEN),
    "members, a cell without end": ("members", lambda: (MEMBER + 'M1;"' + "x" * 20_000_000).encode(), TAKEN),
    "members, a workbook that swells": (
        "members", lambda: zipped({f"xl/media/{at}.xml": bytes(50_000_000) for at in range(5)}), "at most 200 MB"),
    "targets, many rows": ("targets", lambda: rows(TARGET, f"T{{}};;;;;;;{'ł' * 480}\n", 15_000), TAKEN),
    "boundaries, millions of nothing": (
        "boundaries", lambda: (EMPTY % ("[]," * 3_000_000 + "[]")).encode(), "would take more memory than boundaries"),
    "boundaries, nested without end": ("boundaries", lambda: (EMPTY % ("[" * 1_000_000)).encode(), "is not JSON in"),
}  # fmt: skip


def child(words: list[str], home: Path) -> str:
    """What a command says that is run in little memory and refuses."""
    there = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "LSK_HOME": str(home)}
    asked = [sys.executable, "-c", CHILD, *words]
    done = subprocess.run(asked, cwd=ROOT, env=there, capture_output=True, text=True, check=False)
    assert done.returncode == 1, (done.returncode, done.stdout[-500:], done.stderr[-2000:])
    assert "Traceback" not in done.stderr and "MemoryError" not in done.stderr, done.stderr[-2000:]
    return done.stdout + done.stderr


@pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="the system does not say how much memory there is")
@pytest.mark.parametrize("case", CASES)
def test_a_file_that_takes_all_memory_is_refused_in_a_sentence(case: str, tmp_path: Path) -> None:
    what, made, said = CASES[case]
    (tmp_path / "file").write_bytes(made())
    assert said in child(["import", what, str(tmp_path / "file")], tmp_path / "home")


@pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="the system does not say how much memory there is")
def test_a_pack_that_takes_all_memory_is_refused_in_a_sentence(packed: bytes, tmp_path: Path) -> None:
    swollen = {"snapshot/tables/members.parquet": columns(5_000, 50_000)}
    spoilt(packed, tmp_path / "pack.zip",
           lambda parts: parts.update({**swollen, "snapshot/contents.json": members(parts)}))  # fmt: skip
    said = child(["restore", str(tmp_path / "pack.zip")], tmp_path / "home")
    assert "larger than is taken" in said or "would take more memory than a pack is given" in said
