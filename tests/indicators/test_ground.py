"""The ground of the map: outlines and towns, in degrees."""

import math

from lsk_metrics.indicators import answer, ground

# Degrees as everyone can look them up; the files may round differently.
KNOWN = {"Kraków": (19.94, 50.06), "Tarnów": (20.99, 50.01), "Nowy Sącz": (20.69, 49.62), "Zakopane": (19.95, 49.30)}


def test_towns_lie_where_they_lie(snapshot: str) -> None:
    towns = ground.towns(snapshot)
    for name, (longitude, latitude) in KNOWN.items():
        assert math.dist(towns[name], (longitude, latitude)) < 0.05, name


def test_every_town_of_the_map_has_coordinates(snapshot: str) -> None:
    assert set(answer("members_by_town").places) - set(ground.towns(snapshot)) == set()


def test_the_home_region_holds_its_towns(snapshot: str) -> None:
    [home] = ground.outlines(snapshot, "home")
    west, south, east, north = ground.extent([home])
    assert 18.5 < west < 19.5 and 49.0 < south < 49.5 and 21.0 < east < 22.0 and 50.3 < north < 50.7
    for longitude, latitude in ground.towns(snapshot).values():
        assert west < longitude < east and south < latitude < north


def test_outlines_of_many_parts_are_taken_apart_to_their_corners() -> None:
    parts = [[[[0.0, 1.0], [2.0, 3.0]]], [[[4.0, -5.0]]]]
    assert ground.flat(parts) == [(0.0, 1.0), (2.0, 3.0), (4.0, -5.0)]
    features = [{"geometry": {"type": "MultiPolygon", "coordinates": parts}}]
    assert ground.extent(features) == (0.0, -5.0, 4.0, 3.0)


def test_layers_hold_sixteen_regions_and_the_countries_around(snapshot: str) -> None:
    assert len(ground.outlines(snapshot, "region")) == 16
    assert len(ground.outlines(snapshot, "country")) > 30
    assert ground.outlines(snapshot, "powiat") == []
