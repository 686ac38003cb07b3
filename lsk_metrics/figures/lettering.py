"""Where a name has room inside an outline: the spot farthest from its borders, and how wide it is there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

Position = tuple[float, float]
Rings = Sequence[Sequence[Position]]

GRID = 14


def roomiest(rings: Rings) -> tuple[Position, float]:
    """The point of a fine grid inside the rings (holes are outside) that is farthest from every border.

    Rings are closed, in degrees; the distance is in degrees of latitude, degrees of longitude being squeezed to it.
    """
    squeeze = math.cos(math.radians(rings[0][0][1]))
    flat = [[(x * squeeze, y) for x, y in ring] for ring in rings]
    edges = [edge for ring in flat for edge in pairwise(ring)]
    xs, ys = [x for x, _y in flat[0]], [y for _x, y in flat[0]]
    west, south, wide, tall = min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
    best, room = flat[0][0], 0.0
    for column in range(1, GRID):
        for row in range(1, GRID):
            spot = (west + wide * column / GRID, south + tall * row / GRID)
            if inside(spot, edges):
                near = min(distance(spot, edge) for edge in edges)
                if near > room:
                    best, room = spot, near
    return (best[0] / squeeze, best[1]), room


def inside(spot: Position, edges: Sequence[tuple[Position, Position]]) -> bool:
    """Whether a ray from the spot meets the borders an odd number of times."""
    x, y = spot
    crossings = 0
    for (x1, y1), (x2, y2) in edges:
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


def distance(spot: Position, edge: tuple[Position, Position]) -> float:
    (x, y), ((x1, y1), (x2, y2)) = spot, edge
    along = (x2 - x1) ** 2 + (y2 - y1) ** 2
    part = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / along)) if along else 0.0
    return math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1))
