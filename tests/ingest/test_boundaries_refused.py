"""A bad file of boundaries is refused with the feature and the reason, and leaves all as it was."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import paths
from lsk_metrics.__main__ import main
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import boundaries

CODES = ["PL213", "PL214", "PL217", "PL218", "PL219", "PL21A"]
Ring = list[list[Any]]
Document = dict[str, Any]


def square(west: float, south: float, side: float = 0.2) -> Ring:
    east, north = west + side, south + side
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    """Six squares in a row inside the region, with the six codes."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    features = [
        {"type": "Feature", "properties": {"NUTS_ID": code, "NUTS_NAME": f"Unit {code}"},
         "geometry": {"type": "Polygon", "coordinates": [square(19.6 + 0.2 * at, 49.8)]}}
        for at, code in enumerate(CODES)
    ]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


def refused(document: Any, folder: Path) -> str:
    path = folder / "given.geojson"
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    with pytest.raises(SourceError) as reason:
        boundaries.read(path)
    return str(reason.value)


def test_the_good_file_is_good(good: Document, tmp_path: Path) -> None:
    (tmp_path / "good.geojson").write_text(json.dumps(good), encoding="utf-8-sig")
    assert sorted(boundaries.read(tmp_path / "good.geojson").polygons) == CODES


def first_ring(change: Callable[[Ring], Any]) -> Callable[[Document], None]:
    """A change to the ring of the first feature; what it returns, if anything, is the new ring."""

    def changed(document: Document) -> None:
        rings = document["features"][0]["geometry"]["coordinates"]
        rings[0] = change(rings[0]) or rings[0]

    return changed


def first(**parts: Any) -> Callable[[Document], None]:
    return lambda document: document["features"][0].update(parts)


BOW_TIE = [[19.6, 49.8], [19.8, 50.0], [19.8, 49.8], [19.6, 50.0], [19.6, 49.8]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (first_ring(lambda ring: ring[:3]), "has a ring of 3 positions; a ring needs at least 4."),
        (first_ring(lambda ring: ring[:4]),
         "has a ring that is not closed: it begins at 19.6, 49.8 and ends at 19.6, 50."),
        (first_ring(lambda ring: ring[1].__setitem__(0, float("nan"))),
         "has a position that is not two finite numbers: [nan, 49.8]."),
        (first_ring(lambda ring: ring[1].__setitem__(0, float("inf"))),
         "has a position that is not two finite numbers: [inf, 49.8]."),
        (first_ring(lambda ring: ring[1].__setitem__(0, 10**400)), "has a position that is not two finite numbers: "),
        (first_ring(lambda ring: ring[1].__setitem__(0, "19.8")),
         "has a position that is not two finite numbers: ['19.8', 49.8]."),
        (first_ring(lambda ring: ring[1].__setitem__(0, 198.0)), "has a position that is not in degrees: 198, 49.8."),
        (first_ring(lambda ring: BOW_TIE), "has a ring that crosses itself near 19.8, 49.8."),
        (first_ring(lambda ring: [[19.6, 49.8]] * 5), "encloses no area."),
        (first_ring(lambda ring: square(16.0, 51.0)),
         "lies outside the home region: its middle is at longitude 16.100, latitude 51.100."),
        (first_ring(lambda ring: [[north, east] for east, north in ring]),
         "has longitude and latitude swapped; GeoJSON gives the longitude first."),
        (first(geometry=None), "has no geometry."),
        (first(geometry={"type": "Point", "coordinates": [20, 50]}), "is a Point, not a Polygon or MultiPolygon."),
        (first(geometry={"type": "Polygon", "coordinates": []}), "has no rings."),
        (first(geometry={"type": "MultiPolygon", "coordinates": [square(19.6, 49.8)]}),
         "has a ring of 2 positions; a ring needs at least 4."),
        (first(geometry={"type": "Polygon"}), "has no rings."),
    ],
)  # fmt: skip
def test_a_bad_shape_is_named(change: Callable[[Document], None], said: str, good: Document, tmp_path: Path) -> None:
    change(good)
    lines = refused(good, tmp_path).splitlines()
    assert lines[0] == "given.geojson is refused for one reason, and nothing has changed."
    assert lines[1].startswith(f"  Feature 1 (Unit PL213) {said}")
    assert len(lines) == 2


def test_units_missing_twice_and_unknown_are_all_named(good: Document, tmp_path: Path) -> None:
    for at, code in ((1, "PL213"), (2, "PL21Z")):
        good["features"][at]["properties"]["NUTS_ID"] = code
    del good["features"][5]
    assert refused(good, tmp_path).splitlines() == [
        "given.geojson is refused for 5 reasons, and nothing has changed.",
        "  Feature 2 (Unit PL214) has the code PL213, which feature 1 has already.",
        "  Feature 3 (Unit PL217) has the code PL21Z, which is none of the 6 units.",
        "  No feature has the code PL214 (Krakowski).",
        "  No feature has the code PL217 (Tarnowski).",
        "  No feature has the code PL21A (Oświęcimski).",
    ]


def test_of_many_faults_the_first_twenty_are_listed(good: Document, tmp_path: Path) -> None:
    for number in range(30):
        good["features"].append(deepcopy(good["features"][0]))
        good["features"][-1]["properties"] = {"NUTS_ID": f"PL21{chr(66 + number)}"}
    lines = refused(good, tmp_path).splitlines()
    assert len(lines) == 22
    assert lines[1] == "  Feature 7 has the code PL21B, which is none of the 6 units."
    assert lines[-1].startswith("  … and ")


def test_a_file_in_metres_is_told_how_to_be_exported(good: Document, tmp_path: Path) -> None:
    advice = "Export it as GeoJSON (in QGIS: Export, Save Features As, GeoJSON) in WGS 84, EPSG:4326."
    named = good | {"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2180"}}}
    assert refused(named, tmp_path) == (
        f"given.geojson says that its coordinates are in urn:ogc:def:crs:EPSG::2180. {advice}"
    )
    for each in good["features"]:
        each["geometry"]["coordinates"] = [square(560_000.5, 240_000, 9000)]
    assert refused(good, tmp_path) == (
        "given.geojson is in metres or another unit. "
        f"Feature 1 (Unit PL213) has a position that is not in degrees: 560000, 240000. {advice}"
    )


@pytest.mark.parametrize("system", [None, "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4258"])
def test_a_coordinate_system_in_degrees_is_taken(system: str | None, good: Document, tmp_path: Path) -> None:
    good["crs"] = system and {"type": "name", "properties": {"name": system}}
    (tmp_path / "good.geojson").write_text(json.dumps(good), encoding="utf-8")
    assert boundaries.read(tmp_path / "good.geojson").vertices_before == 30


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"teryt,name\n1201,a\n", "is not JSON in UTF-8, so it cannot be GeoJSON"),
        (b"", "is not JSON in UTF-8"),
        ('{"type": "FeatureCollection"}'.encode("utf-16"), "is not JSON in UTF-8"),
        (b"[" * 100_000, "is not JSON in UTF-8"),
        (b'{"type": "Topology", "objects": {}}', "is TopoJSON. Turn it into GeoJSON (mapshaper.org"),
        (b"PK\x03\x04rest", "is a zip archive, perhaps a zipped shapefile. Unpack it, then: Export it as GeoJSON"),
        (b"\x00\x00\x27\x0arest", "is a shapefile. Export it as GeoJSON (in QGIS"),
        (b'{"type": "Feature", "geometry": null}', "is a JSON file of type “Feature”, not a GeoJSON FeatureCollection"),
        (b"[1, 2]", "is a JSON file of another kind, not a GeoJSON FeatureCollection"),
        (b'{"type": "FeatureCollection", "features": {}}', "not a GeoJSON FeatureCollection"),
        (b'{"type": "FeatureCollection", "features": [{}, 5]}', "feature 2 is no GeoJSON feature"),
        (b'{"type": "FeatureCollection", "features": []}', "holds no code of the home region, such as 1201 (powiats)"),
        (b'{"type": "FeatureCollection", "features": [{"properties": {"number": "PL213"}}]}',
         "(teryt, jpt_kod_je, nuts_id, code, id, …). Its properties are: number."),
    ],
)  # fmt: skip
def test_what_is_no_geojson_is_told_what_to_do(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "given.zip").write_bytes(content)
    with pytest.raises(SourceError) as reason:
        boundaries.read(tmp_path / "given.zip")
    assert str(reason.value).startswith("given.zip")
    assert said in str(reason.value)


def test_the_command_refuses_in_words_and_changes_nothing(
    good: Document, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "given.geojson"
    path.write_text(json.dumps(good), encoding="utf-8")
    place = boundaries.keep(boundaries.read(path))
    kept = place.read_bytes()
    first_ring(lambda ring: BOW_TIE)(good)
    path.write_text(json.dumps(good), encoding="utf-8")
    assert main(["import", "boundaries", str(path)]) == 1
    assert "Feature 1 (Unit PL213) has a ring that crosses itself" in capsys.readouterr().err
    assert main(["import", "boundaries", str(tmp_path / "none.geojson")]) == 1
    assert capsys.readouterr().err == f"lsk: {tmp_path / 'none.geojson'} cannot be read: No such file or directory.\n"
    assert place.read_bytes() == kept
    assert not (paths.home() / "snapshots").exists()
