"""Rings of polygons: read from GeoJSON, measured and placed. Degrees throughout."""

import math
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

Position = tuple[float, float]
Ring = list[Position]
Polygon = list[Ring]

WIDEST = 1e12
NO_AREA_DEG2 = 1e-9


class RingRefused(Exception):
    """What is wrong with a geometry, as the end of a sentence that begins with the unit's name."""


class NotDegrees(RingRefused):
    """A position that no longitude and latitude can have."""


def polygons(geometry: Any) -> list[Polygon]:
    """Every ring of a Polygon or MultiPolygon, outer ring first; raises RingRefused with what is wrong."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        named = isinstance(kind, str) and kind.isidentifier() and len(kind) < 40
        raise RingRefused(f"is a {kind}, not a Polygon or MultiPolygon" if named else "has no geometry")
    given = geometry.get("coordinates")
    parts = [given] if kind == "Polygon" else given
    if not isinstance(parts, list) or not parts or not all(isinstance(part, list) and part for part in parts):
        raise RingRefused("has no rings")
    return [[ring(each) for each in part] for part in parts]


def ring(given: Any) -> Ring:
    if not isinstance(given, list) or len(given) < 4:
        count = len(given) if isinstance(given, list) else 0
        raise RingRefused(f"has a ring of {count} positions; a ring needs at least 4")
    found = [position(each) for each in given]
    if found[0] != found[-1]:
        raise RingRefused(f"has a ring that is not closed: it begins at {said(found[0])} and ends at {said(found[-1])}")
    return found


def position(given: Any) -> Position:
    """Longitude and latitude; a height after them is left out."""
    if not isinstance(given, list) or len(given) < 2 or not all(number(part) for part in given[:2]):
        raise RingRefused(f"has a position that is not two finite numbers: {ascii(given)[:40]}")
    if abs(given[0]) > 180 or abs(given[1]) > 90:
        raise NotDegrees(f"has a position that is not in degrees: {given[0]:g}, {given[1]:g}")
    return float(given[0]), float(given[1])


def number(given: Any) -> bool:
    return isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < WIDEST


def said(position: Position) -> str:
    return f"{position[0]:g}, {position[1]:g}"


def area(ring: Ring) -> float:
    """Area in square degrees, whichever way round the ring runs."""
    x, y = ring[0]
    return abs(sum((a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y) for a, b in pairwise(ring))) / 2


def middle(polygons: Iterable[Polygon]) -> Position:
    """Centre of gravity of the largest outer ring."""
    largest = max((polygon[0] for polygon in polygons), key=area)
    x, y = largest[0]
    east = north = twice = 0.0
    for a, b in pairwise(largest):
        weight = (a[0] - x) * (b[1] - y) - (b[0] - x) * (a[1] - y)
        east += weight * (a[0] + b[0] - 2 * x)
        north += weight * (a[1] + b[1] - 2 * y)
        twice += weight
    return x + east / (3 * twice), y + north / (3 * twice)


def inside(point: Position, polygons: Iterable[Polygon], margin: float) -> bool:
    """Whether a point lies in the outer rings or within `margin` degrees of them."""
    return any(
        within(point, polygon[0]) or any(distance(point, a, b) <= margin for a, b in pairwise(polygon[0]))
        for polygon in polygons
    )


def within(point: Position, ring: Ring) -> bool:
    x, y = point
    hits = (
        a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]) > x for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y)
    )
    return sum(hits) % 2 == 1


def distance(point: Position, a: Position, b: Position) -> float:
    """Distance of a point from a line between two others."""
    run, rise = b[0] - a[0], b[1] - a[1]
    length = run * run + rise * rise
    along = ((point[0] - a[0]) * run + (point[1] - a[1]) * rise) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return math.hypot(point[0] - a[0] - along * run, point[1] - a[1] - along * rise)
