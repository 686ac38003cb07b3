"""A map is drawn without asking any host, on both grounds, with a circle for every town."""

import json

import pytest

from lsk_metrics.figures.deck import deck
from lsk_metrics.figures.powiats import tiles
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer, indicators

BOTH = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
MAPPED = [each.id for each in indicators() if each.chart == "map" and not each.fetch]


@BOTH
@pytest.mark.parametrize("name", MAPPED)
def test_a_map_of_towns_asks_no_host(name: str, look: Look, snapshot: str) -> None:
    plain = deck(towns(answer(name), look), look).to_json()
    assert "http" not in plain
    assert json.loads(plain).get("mapProvider") is None


@BOTH
@pytest.mark.parametrize("name", ["powiat_density", "powiat_unemployment", "powiat_wages"])
def test_a_map_of_powiats_asks_no_host_and_holds_all_22(name: str, look: Look, snapshot: str) -> None:
    scene = tiles(answer(name), look)
    assert len({surface.place for surface in scene.surfaces if surface.place}) == 22
    assert "http" not in deck(scene, look).to_json()


@pytest.mark.parametrize("name", MAPPED)
def test_every_town_with_a_value_in_the_last_year_has_its_circle(name: str, snapshot: str) -> None:
    found = answer(name)
    last = max(row.year for row in found.rows)
    assert {circle.place for circle in towns(found, LIGHT).circles} == {
        row.place for row in found.rows if row.year == last and row.value}  # fmt: skip


def test_without_rows_a_map_has_its_ground_and_no_circles(snapshot: str) -> None:
    scene = towns(answer("members_by_town", {"illustrative": "no"}), LIGHT)
    assert scene.circles == []
    assert scene.surfaces
