"""Outlines cut off at the edge of a frame: a slide would show what lies beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lsk_metrics.exports.slides.places import Box

Point = tuple[float, float]
Ring = list[Point]
# Points nearer to each other than this say nothing on a slide.
NEAR = 0.35


def clipped(ring: Sequence[Point], box: Box) -> Ring:
    """The part of a ring within the box, after Sutherland and Hodgman: cut by one edge after the other."""
    right, bottom = box.left + box.wide, box.top + box.tall
    edges: tuple[tuple[int, float, Callable[[float], bool]], ...] = (
        (0, box.left, lambda value: value >= box.left),
        (0, right, lambda value: value <= right),
        (1, box.top, lambda value: value >= box.top),
        (1, bottom, lambda value: value <= bottom),
    )
    found = list(ring)
    for axis, limit, inside in edges:
        found = cut(found, axis, limit, inside)
    return found


def cut(ring: Ring, axis: int, limit: float, inside: Callable[[float], bool]) -> Ring:
    """What lies on the inner side of one edge, with the points in which the ring crosses it."""
    found: Ring = []
    for at, point in enumerate(ring):
        before = ring[at - 1]
        if inside(point[axis]) != inside(before[axis]):
            part = (limit - before[axis]) / (point[axis] - before[axis])
            other = before[1 - axis] + part * (point[1 - axis] - before[1 - axis])
            found.append((limit, other) if axis == 0 else (other, limit))
        if inside(point[axis]):
            found.append(point)
    return found


def thinned(ring: Ring) -> Ring:
    """Without points that lie on one another."""
    found: Ring = []
    for point in ring:
        if not found or abs(point[0] - found[-1][0]) + abs(point[1] - found[-1][1]) >= NEAR:
            found.append(point)
    return found
