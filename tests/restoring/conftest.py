"""A review, its zip, and a home of its own in which its snapshot is an older one."""

from pathlib import Path
from shutil import copy

import pytest

from lsk_metrics.exports.packs.building import zip_file
from lsk_metrics.indicators.reviews import Review, review
from lsk_metrics.warehouse import snapshots
from lsk_metrics.warehouse.draft import draft

NEWER = "20991231-ffffffff"


@pytest.fixture(scope="session")
def told(snapshot: str) -> Review:
    found = review("board", "Posiedzenie", "2026-05-21", shared={"peers": "similar"}, snapshot=snapshot)
    assert found.answers
    return found


@pytest.fixture(scope="session")
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
