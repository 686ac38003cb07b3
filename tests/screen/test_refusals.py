"""What a reader sees when there is nothing to show: a sentence, never the inside of the program."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import language, paths

Fresh = Callable[[str], Any]
INSIDE = re.compile(r"Traceback|File \"|\.py\b|Error:|duckdb\.")

both_languages = pytest.mark.parametrize("lang", language.LANGUAGES)


@both_languages
def test_a_data_folder_that_is_not_there(
    fresh: Fresh, lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_DATA", str(tmp_path / "nowhere"))
    found = fresh(lang)
    assert found.exceptions == []
    assert found.titles == []
    [refusal] = found.refusals
    assert "nowhere" in refusal
    assert not INSIDE.search(refusal)


def test_a_data_folder_whose_build_stops(fresh: Fresh, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = tmp_path / "data"
    shutil.copytree(paths.data(), data)
    helix = data / "reference" / "helix.csv"
    lines = helix.read_text(encoding="utf-8").splitlines()
    helix.write_text("\n".join([*lines, lines[-1]]) + "\n", encoding="utf-8")
    monkeypatch.setenv("LSK_DATA", str(data))
    found = fresh("en")
    assert found.exceptions == []
    [refusal] = found.refusals
    assert "helix.csv" in refusal
    assert not INSIDE.search(refusal)


def pointed(state: Path, content: bytes | None) -> None:
    """A state folder whose pointer names a snapshot of this content, or one that is not there."""
    folder = state / "snapshots"
    folder.mkdir(parents=True)
    (folder / "current").write_text("20180507-deadbeef\n", encoding="utf-8")
    if content is not None:
        (folder / "20180507-deadbeef.duckdb").write_bytes(content)


@pytest.mark.parametrize("content", [None, b"", b"no database at all"])
def test_a_snapshot_that_has_gone_or_is_no_snapshot(fresh: Fresh, tmp_path: Path, content: bytes | None) -> None:
    pointed(tmp_path / "state", content)
    found = fresh("en")
    assert found.exceptions == []
    assert len(found.refusals) == 1 or found.titles == ["From 32 members to 95"]
    assert not [refusal for refusal in found.refusals if INSIDE.search(refusal)]
