"""Packs of which every checksum fits and every word lies: nothing leaves the home, and memory has its bound."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from lsk_metrics.__main__ import main
from lsk_metrics.errors import PackRefused
from lsk_metrics.exports.packs import opening
from lsk_metrics.indicators.reviews import identified
from tests.fuzzing import altered, damaged, tries
from tests.restoring.test_refused_packs import Parts, resummed

ELSEWHERE = ("../../evil", "", "current", "x" * 300, "20200101-aaaaaaaa.duckdb-x")


def spoilt(packed: bytes, path: Path, spoil: Callable[[Parts], None]) -> None:
    with ZipFile(io.BytesIO(packed)) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    spoil(parts)
    resummed(parts)
    with ZipFile(path, "w", ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)


def renamed(parts: Parts, snapshot: str) -> None:
    """All that names the snapshot names another, down to the row in which it signs itself."""
    asked, said = json.loads(parts["review.json"]), json.loads(parts["snapshot/contents.json"])
    asked["review"]["snapshot"] = said["snapshot"] = snapshot
    asked["id"] = identified(asked["review"])
    parts["review.json"], parts["snapshot/contents.json"] = json.dumps(asked).encode(), json.dumps(said).encode()
    signed = parquet.read_table(io.BytesIO(parts["snapshot/tables/snapshot.parquet"]))
    at = signed.column_names.index("id")
    changed = signed.set_column(at, signed.schema.field(at), pyarrow.array([snapshot], signed.schema.field(at).type))
    made = io.BytesIO()
    parquet.write_table(changed, made)
    parts["snapshot/tables/snapshot.parquet"] = made.getvalue()


@pytest.mark.parametrize("named", ELSEWHERE, ids=lambda name: name[:30])
def test_an_id_that_is_a_path_leads_nowhere(
    named: str, packed: bytes, pack: str, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt(packed, Path(pack), lambda parts: renamed(parts, named))
    before = sorted(tmp_path.rglob("*"))
    assert main(["restore", pack]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert [path for path in sorted(tmp_path.rglob("*")) if path.name != "turn.lock"] == before


def columns(rows: int, letters: int) -> bytes:
    """A table of one text, said again in every row: a few bytes as long as it is packed."""
    text = pyarrow.array(["x" * letters]).dictionary_encode()
    made = io.BytesIO()
    parquet.write_table(pyarrow.table({"name": text.take(pyarrow.array([0] * rows))}), made, compression="zstd",
                        row_group_size=rows, store_schema=False)  # fmt: skip
    return made.getvalue()


@pytest.mark.parametrize(("rows", "letters"), [(3_000_000, 2_000), (1_000, 1_000_000)])
def test_a_table_that_swells_as_it_is_read_is_given_up(rows: int, letters: int) -> None:
    """6 GB in 620 kB, and 1 GB in 300 bytes."""
    content = columns(rows, letters)
    assert len(content) < 700_000
    with pytest.raises(ValueError, match="the table “members” is larger than is taken"):
        opening.table({"name": "members", "rows": rows, "columns": ["name"]}, content)


def test_what_would_take_more_memory_than_there_is_for_a_pack_is_refused(
    packed: bytes, pack: str, place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opening, "MOST_MEMORY", 1)
    monkeypatch.setattr(opening, "MOST_TABLES", 1000 * opening.MEGABYTE)
    monkeypatch.setattr(opening, "AT_ONCE", 5_000)
    spoilt(packed, Path(pack), lambda parts: parts.update({"snapshot/tables/members.parquet": columns(5_000, 50_000),
                                                           "snapshot/contents.json": members(parts)}))  # fmt: skip
    assert main(["restore", pack]) == 1
    assert "would take more memory than a pack is given." in capsys.readouterr().err


def members(parts: Parts) -> bytes:
    said = json.loads(parts["snapshot/contents.json"])
    said["tables"] = [{"name": "members", "rows": 5_000, "columns": ["name"]}]
    return json.dumps(said).encode()


@pytest.fixture(scope="module")
def small(packed: bytes) -> Parts:
    """The parts of a pack that are read, with one small table."""
    with ZipFile(io.BytesIO(packed)) as held:
        parts = {name: held.read(name) for name in ("review.json", "snapshot/contents.json",
                                                    "snapshot/tables/helix.parquet", "SHA256SUMS")}  # fmt: skip
    said = json.loads(parts["snapshot/contents.json"])
    said["tables"] = [each for each in said["tables"] if each["name"] == "helix"]
    parts["snapshot/contents.json"] = json.dumps(said).encode()
    return parts


def zipped(parts: Parts) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return made.getvalue()


def taken(content: bytes, path: Path) -> None:
    """Opened, or refused in one sentence: whatever else it did would be an error of the test."""
    path.write_bytes(content)
    try:
        opening.opened(path)
    except PackRefused as reason:
        assert str(reason).strip()
        assert "\n" not in str(reason)


@tries(80)
@given(data=st.data())
def test_a_zip_with_bytes_changed_is_opened_or_refused(
    data: st.DataObject, small: Parts, tmp_path_factory: pytest.TempPathFactory
) -> None:
    parts = dict(small)
    resummed(parts)
    taken(data.draw(damaged(zipped(parts))), tmp_path_factory.getbasetemp() / "fuzzed.zip")


@tries(120)
@given(data=st.data(), name=st.sampled_from(["snapshot/tables/helix.parquet", "review.json", "snapshot/contents.json"]))
def test_a_pack_whose_checksums_fit_and_whose_files_lie_is_opened_or_refused(
    data: st.DataObject, name: str, small: Parts, tmp_path_factory: pytest.TempPathFactory
) -> None:
    parts = dict(small)
    if name.endswith(".json") and data.draw(st.booleans()):
        parts[name] = json.dumps(data.draw(altered(json.loads(parts[name])))).encode()
    else:
        parts[name] = data.draw(damaged(parts[name]))
    resummed(parts)
    taken(zipped(parts), tmp_path_factory.getbasetemp() / "fuzzed.zip")
