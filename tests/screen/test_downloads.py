"""A file that was made for a reader is there to be fetched, however many pages have run since; not for good."""

from __future__ import annotations

from time import monotonic

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager, MediaFileMetadata
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from lsk_metrics.screen import downloads


@pytest.fixture
def usual(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's own way comes back after the test."""
    for name in ("mark_for_delete", "is_marked_for_delete"):
        monkeypatch.setattr(MediaFileMetadata, name, vars(MediaFileMetadata)[name])


def made() -> tuple[MediaFileManager, MemoryMediaFileStorage, str]:
    """A file as a button makes it that was clicked."""
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    waiting = manager.add_deferred(lambda: b"year,members", "text/csv", "1.0", "members.csv")
    return manager, storage, manager.execute_deferred(waiting).removeprefix("/media/")


def test_it_is_there_after_many_runs_and_goes_when_its_time_is_over(
    usual: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads.keep()
    manager, storage, name = made()
    now = monotonic()
    monkeypatch.setattr(downloads, "monotonic", lambda: now)
    for _run in range(20):
        manager.remove_orphaned_files()
    assert storage.get_file(name).filename == "members.csv"
    now += downloads.KEPT_S - 1
    manager.remove_orphaned_files()
    assert storage.get_file(name).content == b"year,members"
    now += 1
    manager.remove_orphaned_files()
    with pytest.raises(MediaFileStorageError):
        storage.get_file(name)
