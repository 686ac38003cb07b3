"""The NUTS 3 regions are fetched once, checked like any file and kept; the address is this machine's."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.services import gisco
from lsk_metrics.warehouse import read

FILE = "NUTS_RG_03M_2021_4326_LEVL_3.geojson"


def unit(code: str, west: float) -> dict[str, Any]:
    ring = [[west, 50.0], [west + 0.1, 50.0], [west + 0.1, 50.1], [west, 50.1], [west, 50.0]]
    return {"type": "Feature", "id": code, "properties": {"NUTS_ID": code, "FID": code},
            "geometry": {"type": "Polygon", "coordinates": [ring]}}  # fmt: skip


EUROPE = {"type": "FeatureCollection", "features": [unit("XX11", 20.1), unit("YY111", 5.0)]}


@pytest.fixture
def fetched(office: Any, elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The server, its address in the setting, with a small Europe to give."""
    monkeypatch.setenv("LSK_GISCO_URL", office.url.rpartition("/")[0] + "/nuts/")
    office.answers = [lambda desk: desk.give(200, json.dumps(EUROPE).encode("utf-8"), {"ETag": '"7"'})]
    return office


def test_the_regions_are_fetched_in_the_version_the_home_region_is_coded_in(
    fetched: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fetch", "boundaries"]) == 0
    printed = capsys.readouterr()
    assert fetched.asked[0]["path"] == f"/nuts/{FILE}"
    told = printed.err.splitlines()
    assert told[0].endswith(f"/nuts/{FILE}")
    assert told[1] == f"1 NUTS 3 regions are taken from {FILE}: 5 vertices, thinned to 5."
    assert told[-1] == f"Snapshot {read.version()} is published."
    assert printed.out.splitlines()[-1].split() == ["boundaries_nuts3", "fetched"]
    assert read.rows("SELECT code, name FROM outlines WHERE layer = 'nuts3'") == [{"code": "XX11", "name": "Alfa"}]
    card = tomllib.loads((tmp_path / "home" / "boundaries" / "nuts3.toml").read_text(encoding="utf-8"))
    assert card["licence"].startswith("© EuroGeographics for the administrative boundaries; credit required")
    assert (card["producer"], card["url"]) == ("European Commission – Eurostat/GISCO", printed.err.split()[1])


def test_a_second_fetch_changes_nothing_where_nothing_has_changed(fetched: Any) -> None:
    assert gisco.fetch(lambda line: None) == ["boundaries_nuts3"]
    fetched.answers = [lambda desk: desk.give(304, b"", {})]
    assert gisco.fetch(lambda line: None) == []
    assert fetched.asked[1]["if-none-match"] == '"7"'


def test_what_the_server_gives_is_checked_like_any_file(fetched: Any, tmp_path: Path) -> None:
    fetched.answers = [lambda desk: desk.give(200, b'{"type": "Topology"}', {})]
    with pytest.raises(SourceError, match=f"{FILE} is TopoJSON"):
        gisco.fetch(lambda line: None)
    assert not (tmp_path / "home" / "boundaries").exists()


def test_without_a_home_region_there_is_nothing_to_fetch(fetched: Any, elsewhere: Path) -> None:
    path = elsewhere / "reference" / "regions.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("home,,", "domestic,,"), encoding="utf-8")
    with pytest.raises(SourceError, match=r"regions\.csv names no home region"):
        gisco.fetch(lambda line: None)
    assert fetched.asked == []
