"""Official boundaries are taken from any GeoJSON that has them, thinned, kept with a card, and in the next snapshot."""

import csv
import hashlib
import io
import json
import tomllib
from collections import Counter
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import boundaries, source
from lsk_metrics.ingest.boundaries import Credit
from lsk_metrics.ingest.build import build
from lsk_metrics.ingest.check import check
from lsk_metrics.ingest.rings import distance
from lsk_metrics.warehouse import read

SQUARE = [[20.1, 50.1], [20.2, 50.1], [20.2, 50.2], [20.1, 50.2], [20.1, 50.1]]


def written(path: Path, features: list[dict[str, Any]], **more: Any) -> Path:
    path.write_text(json.dumps({"type": "FeatureCollection", **more, "features": features}), encoding="utf-8")
    return path


def feature(ring: list[list[float]], **properties: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}}


@pytest.fixture
def official(shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of official files that lies beside the checkout; what is kept goes into a home of this test."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    return shared / "boundaries"


def test_the_official_powiats_are_taken(official: Path) -> None:
    found = boundaries.read(official / "malopolskie_powiaty.geojson")
    assert (found.layer.id, len(found.polygons)) == ("powiat", 22)
    assert (found.vertices_before, found.vertices_after) == (1701, 1662)
    assert found.layer.names["1261"] == "Kraków"
    parts = {code: [len(part) for part in shape] for code, shape in found.polygons.items() if shape[0][1:] or shape[1:]}
    assert parts == {"1206": [1, 1], "1210": [2], "1216": [2]}  # one lies on two sides of its city, two around theirs


def test_the_six_nuts_3_regions_are_taken(official: Path) -> None:
    found = boundaries.read(official / "malopolskie_nuts3_2021_gisco03M.geojson")
    assert (found.layer.id, len(found.polygons)) == ("nuts3", 6)
    assert found.vertices_after <= found.vertices_before == 551


@pytest.mark.parametrize("name", ["teryt", "TERYT", "JPT_KOD_JE", "kod_teryt", "Kod", "teryt:terc", "CODE", "id"])
@pytest.mark.parametrize("spell", [str, int, float, "{}000".format, lambda code: int(f"{code}000"), " {} ".format])
def test_a_teryt_code_is_found_under_its_usual_names_and_in_its_usual_spellings(
    name: str, spell: Any, official: Path, tmp_path: Path
) -> None:
    features = json.loads((official / "malopolskie_powiaty.geojson").read_text(encoding="utf-8"))["features"]
    for at, each in enumerate(features):
        each["properties"] = {
            "fid": at,
            "nuts3": each["properties"]["nuts3_2021"],
            name: spell(each["properties"]["terc"]),
        }
    assert list(boundaries.read(written(tmp_path / "a.geojson", features)).polygons)[:2] == ["1201", "1202"]


@pytest.mark.parametrize("name", ["NUTS_ID", "nuts3", "nuts_code", "FID", "Code", None])
def test_a_file_of_the_whole_country_is_cut_to_the_home_region(
    name: str | None, official: Path, tmp_path: Path
) -> None:
    given = json.loads((official / "malopolskie_nuts3_2021_gisco03M.geojson").read_text(encoding="utf-8"))["features"]
    for each in given:
        code = each["properties"]["NUTS_ID"]
        each["properties"] = {"LEVL_CODE": 3, "CNTR_CODE": "PL", **({name: code} if name else {})}
        each |= {} if name else {"id": code}
    far = [{**feature([[0, 0]], LEVL_CODE=3), "id": code} for code in ("PL911", "PL21", "DE111", "PL2")]
    for each in far:
        each["properties"] |= {name: each["id"]} if name else {}
    found = boundaries.read(written(tmp_path / "pl.geojson", [far[0], *given, *far[1:]]))
    assert list(found.polygons) == ["PL214", "PL217", "PL21A", "PL218", "PL219", "PL213"]
    assert found.vertices_before == 551


def test_thinning_moves_no_border_far_and_keeps_shared_borders_shared(official: Path, tmp_path: Path) -> None:
    path = official / "malopolskie_powiaty.geojson"
    given = json.loads(path.read_text(encoding="utf-8"))["features"]
    thick = [{**each, "geometry": densified(each["geometry"])} for each in given]
    found = boundaries.read(written(tmp_path / "thick.geojson", thick))
    assert found.vertices_before > 50_000
    assert found.vertices_after < 1800
    far = 0.0
    for each in given:
        shape = found.polygons[each["properties"]["terc"]]
        kept = [pair for part in shape for ring in part for pair in pairwise(ring)]
        corners = [corner for part in each["geometry"]["coordinates"] for ring in part for corner in ring]
        far = max(far, *(min(distance((x, y), *pair) for pair in kept) for x, y in corners))
    assert far <= 0.00151
    assert shared_sides(ring for shape in found.polygons.values() for part in shape for ring in part) > 500


def densified(geometry: dict[str, Any]) -> dict[str, Any]:
    """The same outline with 31 more corners on each side, rounding aside."""

    def more(ring: list[list[float]]) -> list[list[float]]:
        between = [[a[0] + (b[0] - a[0]) * at / 32, a[1] + (b[1] - a[1]) * at / 32]
                   for a, b in pairwise(ring) for at in range(32)]  # fmt: skip
        return [*between, ring[-1]]

    return {**geometry, "coordinates": [[more(ring) for ring in part] for part in geometry["coordinates"]]}


def shared_sides(rings: Any) -> int:
    sides = Counter(tuple(sorted(pair)) for ring in rings for pair in pairwise(ring))
    return sum(count == 2 for count in sides.values())


def test_what_is_kept_has_a_card_beside_it(official: Path, tmp_path: Path) -> None:
    found = boundaries.read(official / "malopolskie_powiaty.geojson")
    path = boundaries.keep(found, Credit(producer="Office", producer_pl="Urząd", licence='free "as" air'))
    folder = tmp_path / "home" / "boundaries"
    name = f"{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}/powiat.geojson"
    assert path == folder / name
    assert sorted(each.name for each in folder.iterdir()) == [path.parent.name, "powiat.toml"]
    card = tomllib.loads((folder / "powiat.toml").read_text(encoding="utf-8"))
    assert card == {
        "id": "boundaries_powiat", "producer": "Office", "producer_pl": "Urząd", "title": "Boundaries of the powiats",
        "title_pl": "Granice powiatów", "kind": "published", "licence": 'free "as" air', "table": "outlines",
        "retrieved": f"{datetime.now(UTC):%Y-%m-%d}", "file": f"boundaries/{name}",
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "note": card["note"], "note_pl": card["note_pl"],
    }  # fmt: skip
    assert card["note"].startswith("From the file malopolskie_powiaty.geojson, thinned from 1701 vertices to 1662")
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    assert features[0]["properties"] == {"code": "1201", "name": "bocheński"}
    assert source.cards()[-1].path() == path


def test_an_import_is_in_the_next_snapshot_and_a_second_one_changes_nothing(
    elsewhere: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = build().snapshot
    file = written(tmp_path / "one.geojson", [feature(SQUARE, kod=1)])
    assert main(["import", "boundaries", str(file)]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "1 powiats are taken from one.geojson: 5 vertices, thinned to 5."
    assert second == f"Snapshot {read.version()} is published."
    assert read.version() != before
    [row] = read.rows("SELECT layer, code, name, source, geometry_json FROM outlines")
    assert (row["layer"], row["code"], row["name"], row["source"]) == ("powiat", "01", "alfowski", "boundaries_powiat")
    assert json.loads(row["geometry_json"]) == {"type": "MultiPolygon", "coordinates": [[SQUARE]]}
    [lying] = read.rows("SELECT file FROM sources WHERE id = 'boundaries_powiat'")
    assert lying["file"].startswith("boundaries/") and lying["file"].endswith("/powiat.geojson")
    assert "boundaries_powiat" in {finding.name for finding in check() if finding.result == "passed"}
    assert main(["import", "boundaries", str(file), "--format", "csv"]) == 0
    [line] = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert line == {"layer": "powiat", "units": "1", "vertices_before": "5", "vertices_after": "5",
                    "snapshot": read.version(), "made": "False", "held": ""}  # fmt: skip


def test_a_kept_file_that_was_changed_stops_the_build_until_it_is_imported_again(
    elsewhere: Path, tmp_path: Path
) -> None:
    file = written(tmp_path / "one.geojson", [feature(SQUARE, kod="01")])
    kept = boundaries.keep(boundaries.read(file))
    kept.write_text("{}", encoding="utf-8")
    with pytest.raises(SourceError, match=r"boundaries/\w+/powiat\.geojson is not the file its card describes"):
        build()
    boundaries.keep(boundaries.read(file))
    assert build().made


def test_a_home_that_cannot_be_written_is_named(elsewhere: Path, tmp_path: Path) -> None:
    found = boundaries.read(written(tmp_path / "one.geojson", [feature(SQUARE, kod="01")]))
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(SourceError, match="LSK_HOME may name a folder of your own"):
        boundaries.keep(found)
