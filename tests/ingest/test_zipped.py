"""A zip file is read whole or refused in a sentence: cut off, spoiled, lacking a member, or far too large unpacked."""

import zipfile
from pathlib import Path

import pytest

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import zipped


def content(path: Path, name: str = "a.csv") -> bytes:
    with zipped.opened(path) as archive, zipped.member(archive, name) as member:
        return member.read()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "files.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/a.csv", "x;y\n" + "".join(f"{at * at};{at % 7}\n" for at in range(5000)))
    return made


def test_a_member_is_found_in_whatever_folder_it_lies(path: Path) -> None:
    assert content(path).startswith(b"x;y\n0;0\n")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda whole: whole[: len(whole) // 2], "no zip file that can be read whole"),
        (lambda whole: b"<html></html>", "no zip file that can be read whole"),
        (lambda whole: b"", "no zip file that can be read whole"),
        (lambda whole: whole[:900] + b"\0" * 40 + whole[940:], "no zip file that can be read whole"),
    ],
)  # fmt: skip
def test_a_spoiled_file_is_refused(spoil: object, said: str, path: Path) -> None:
    assert callable(spoil)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(SourceError, match=rf"files\.zip is {said} \(.*\)\. Fetch it again\."):
        content(path)


def test_a_member_that_is_missing_or_there_twice_is_said(path: Path) -> None:
    with pytest.raises(SourceError, match=r"holds b\.csv 0 times; it should hold it once\. In it there are: folder/a"):
        content(path, "b.csv")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("a.csv", "other")
    with pytest.raises(SourceError, match=r"holds a\.csv 2 times"):
        content(path)


def test_a_member_that_would_grow_out_of_all_proportion_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * 30_000_000)
    with pytest.raises(SourceError, match=r"bomb\.zip is refused: a\.csv says it grows from \d+ to 30000000 bytes"):
        content(path)
