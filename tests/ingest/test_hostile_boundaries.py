"""Files of boundaries changed at random: each is read, or refused in a sentence that can be printed."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import boundaries, geojson
from tests.controls import square
from tests.fuzzing import ODD, altered, damaged, encoded, tries


@pytest.fixture(scope="module")
def squares() -> dict[str, Any]:
    with (paths.data() / "reference" / "powiats.csv").open(encoding="utf-8", newline="") as opened:
        codes = [row["teryt"] for row in csv.DictReader(opened)]
    return {"type": "FeatureCollection", "features": [square(at, code) for at, code in enumerate(codes)]}


def taken(content: bytes, path: Path) -> None:
    path.write_bytes(content)
    try:
        found = boundaries.read(path)
    except SourceError as reason:
        assert str(reason).replace("\n", " ").replace("\N{NO-BREAK SPACE}", " ").isprintable(), str(reason)
        assert len(str(reason)) < 6_000
        return
    assert len(found.polygons) == len(found.layer.names)
    json.loads(found.geojson().encode("utf-8"))


@tries(120)
@given(data=st.data())
def test_a_document_with_something_else_in_one_of_its_places(
    data: st.DataObject, squares: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    changed = json.dumps(data.draw(altered(squares)), ensure_ascii=data.draw(st.booleans()))
    taken(encoded(changed), tmp_path_factory.getbasetemp() / "fuzzed.geojson")


@tries(80)
@given(data=st.data())
def test_a_file_with_bytes_changed(
    data: st.DataObject, squares: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    taken(data.draw(damaged(json.dumps(squares).encode())), tmp_path_factory.getbasetemp() / "fuzzed.geojson")


@pytest.mark.parametrize("odd", ODD, ids=ascii)
@pytest.mark.parametrize("name", ["teryt", "nazwa"])
def test_a_unit_whose_code_or_name_is_odd(name: str, odd: str, squares: dict[str, Any], tmp_path: Path) -> None:
    first, *others = squares["features"]
    changed = {**first, "properties": {**first["properties"], name: odd}}
    made = json.dumps({**squares, "features": [changed, *others]})
    taken(made.encode("utf-8"), tmp_path / "odd.geojson")


def test_a_file_of_gigabytes_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "large.geojson"
    with path.open("wb") as file:
        file.truncate(2 * 1024**3)
    with pytest.raises(SourceError, match="is larger than 100 MB"):
        geojson.features(path)
