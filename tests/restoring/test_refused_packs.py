"""A pack that was changed, is none, or means harm is refused with a sentence that names it, and nothing is written."""

import io
import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.exports.packs import opening
from lsk_metrics.warehouse import reviews

Parts = dict[str, bytes]


def changed(parts: Parts) -> None:
    parts["FLAGS.pl.txt"] += b"x"


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
    """The tables of a snapshot other than the review's."""
    said = json.loads(parts["snapshot/contents.json"])
    said["snapshot"] = "20200101-aaaaaaaa"
    parts["snapshot/contents.json"] = json.dumps(said).encode()
    resummed(parts)


def path_for_an_id(parts: Parts) -> None:
    said = json.loads(parts["review.json"])
    said["id"] = "../../evil"
    parts["review.json"] = json.dumps(said).encode()
    resummed(parts)


def renamed(parts: Parts) -> None:
    """What is asked for changed, and the id left as it was."""
    said = json.loads(parts["review.json"])
    said["review"]["name"] = "Another"
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
    (changed, "“FLAGS.pl.txt” has been changed since the pack was made; nothing was restored."),
    (missing, "“README.pl.md” is missing from the pack; nothing was restored."),
    (surplus, "“data/mine.csv” is in the pack and was not when it was made; nothing was restored."),
    (outside, "“../../outside.txt” in the pack is no path of a pack; nothing was restored."),
    (rooted, "“/etc/x” in the pack is no path of a pack; nothing was restored."),
    (none_at_all, "This zip is no pack of a review: it lacks SHA256SUMS."),
    (swapped, "The pack does not hold what it should: the table “members”"),
    (another, "The pack holds another snapshot than its review names."),
    (path_for_an_id, "and not ../../evil, as it says."),
    (renamed, "The pack’s review is "),
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
