"""Where a ring crosses itself: found in moments, however many corners it has."""

import math
from collections.abc import Iterator
from itertools import pairwise

from lsk_metrics.ingest.rings import Position, Ring

TOUCH_DEG2 = 1e-11


def crossing(ring: Ring) -> Position | None:
    """A corner next to where a ring crosses itself, if it does; touching itself is allowed.

    Sides are sorted into a grid and compared within its cells alone: comparing each with each takes minutes."""
    size = max(side(ring, 0), side(ring, 1)) / math.sqrt(len(ring)) or 1.0
    grid: dict[tuple[int, int], list[tuple[Position, Position]]] = {}
    for start, end in pairwise(ring):
        for cell in cells(start, end, size):
            others = grid.setdefault(cell, [])
            if any(cross(start, end, *other) for other in others):
                return start
            others.append((start, end))
    return None


def side(ring: Ring, axis: int) -> float:
    values = [position[axis] for position in ring]
    return max(values) - min(values)


def cells(start: Position, end: Position, size: float) -> Iterator[tuple[int, int]]:
    """The cells a straight line passes, column by column."""
    (west, one), (east, other) = sorted((start, end))
    rise = (other - one) / (east - west) if east > west else 0.0
    for column in range(math.floor(west / size), math.floor(east / size) + 1):
        if east > west:
            first = one + rise * (max(west, column * size) - west)
            last = one + rise * (min(east, (column + 1) * size) - west)
        else:
            first, last = one, other
        for row in range(math.floor(min(first, last) / size), math.floor(max(first, last) / size) + 1):
            yield column, row


def cross(a: Position, b: Position, c: Position, d: Position) -> bool:
    """Whether two lines cross, each with its ends clearly on both sides of the other."""
    return split(a, b, c, d) and split(c, d, a, b)


def split(a: Position, b: Position, c: Position, d: Position) -> bool:
    one = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    other = (b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0])
    return (one > TOUCH_DEG2 and other < -TOUCH_DEG2) or (one < -TOUCH_DEG2 and other > TOUCH_DEG2)
