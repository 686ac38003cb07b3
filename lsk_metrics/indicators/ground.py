"""What a map stands on: outlines and the coordinates of towns, from the snapshot."""

import json
from functools import lru_cache
from typing import Any

from lsk_metrics.language import pick
from lsk_metrics.warehouse import read

Box = tuple[float, float, float, float]


@lru_cache(maxsize=16)
def outlines(snapshot: str, layer: str) -> list[dict[str, Any]]:
    """GeoJSON features of one layer (country, region, home); degrees, WGS 84."""
    rows = read.rows("SELECT code, name, geometry_json FROM outlines WHERE layer = $layer", {"layer": layer}, snapshot)
    return [
        {
            "type": "Feature",
            "properties": {"code": row["code"], "name": row["name"]},
            "geometry": kept(json.loads(row["geometry_json"])),
        }
        for row in rows
    ]


def kept(geometry: dict[str, Any]) -> dict[str, Any]:
    """A geometry whose coordinates nobody can alter, so that what is made of them can be remembered by them."""
    return {**geometry, "coordinates": fixed(geometry["coordinates"])}


def fixed(coordinates: Any) -> Any:
    return tuple(map(fixed, coordinates)) if isinstance(coordinates, list) else coordinates


@lru_cache(maxsize=16)
def around(snapshot: str, layer: str, margin: float) -> list[dict[str, Any]]:
    """The part of a layer within `margin` degrees of the home region: what a map of the region can show."""
    west, south, east, north = extent(outlines(snapshot, "home"))
    found = []
    for feature in outlines(snapshot, layer):
        for part in parts(feature):
            left, bottom, right, top = box(part)
            if left < east + margin and right > west - margin and bottom < north + margin and top > south - margin:
                found.append({**feature, "geometry": {"type": "Polygon", "coordinates": part}})
    return found


def parts(feature: dict[str, Any]) -> list[Any]:
    """The polygons of a feature, each a list of rings."""
    geometry = feature["geometry"]
    return list(geometry["coordinates"]) if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]


@lru_cache(maxsize=8)
def tiles(snapshot: str) -> dict[str, tuple[int, int]]:
    """Column and row of each powiat's hexagon in the honeycomb."""
    rows = read.rows("SELECT teryt, tile_column, tile_row FROM powiats ORDER BY teryt", snapshot=snapshot)
    return {row["teryt"]: (row["tile_column"], row["tile_row"]) for row in rows}


@lru_cache(maxsize=8)
def towns(snapshot: str) -> dict[str, tuple[float, float]]:
    """Longitude and latitude of each town, in degrees."""
    rows = read.rows("SELECT name, longitude, latitude FROM towns", snapshot=snapshot)
    return {row["name"]: (row["longitude"], row["latitude"]) for row in rows}


def extent(features: list[dict[str, Any]]) -> Box:
    """West, south, east and north of all features, in degrees."""
    return box([feature["geometry"]["coordinates"] for feature in features])


def box(coordinates: list[Any]) -> Box:
    corners = flat(coordinates)
    longitudes, latitudes = [corner[0] for corner in corners], [corner[1] for corner in corners]
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def flat(coordinates: list[Any]) -> list[tuple[float, float]]:
    """All positions of a geometry, however deep they are nested."""
    if isinstance(coordinates[0], int | float):
        return [(coordinates[0], coordinates[1])]
    return [corner for part in coordinates for corner in flat(part)]


@lru_cache(maxsize=8)
def home_names(snapshot: str) -> tuple[str, str]:
    row = read.rows("SELECT name, name_pl FROM regions WHERE role = 'home'", snapshot=snapshot)[0]
    return row["name"], row["name_pl"]


def home(snapshot: str) -> str:
    """The home region's name, in the reader's language."""
    return pick(*home_names(snapshot))
