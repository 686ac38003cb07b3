"""Fewer vertices for the same outlines: rounded, then thinned by Douglas and Peucker's method.

A border of two units is cut where a third begins and thinned once, the same for both: otherwise they would gape."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lsk_metrics.ingest.crossings import crossing
from lsk_metrics.ingest.rings import NO_AREA_DEG2, Polygon, Position, Ring, area, distance

DECIMALS = 5
TOLERANCE = 0.0015
LONGEST = 500


def rounded(polygons: Sequence[Polygon]) -> list[Polygon]:
    """Without the digits below a metre, and without rings that have no area then."""
    found = []
    for polygon in polygons:
        rings = [level(ring) for ring in polygon]
        if large(rings[0]):
            found.append([rings[0], *(ring for ring in rings[1:] if large(ring))])
    return found


def level(ring: Ring) -> Ring:
    corners = [(round(east, DECIMALS), round(north, DECIMALS)) for east, north in ring]
    return [corners[0], *(corner for before, corner in pairwise(corners) if corner != before)]


def large(ring: Ring) -> bool:
    """Whether a ring encloses more than a speck; the two halves of a figure of eight cancel out, and are no speck."""
    return len(ring) >= 4 and (area(ring) > NO_AREA_DEG2 or crossing(ring) is not None)


def thinned(units: Sequence[Sequence[Polygon]]) -> list[list[Polygon]]:
    """The units' polygons, no line further than TOLERANCE degrees from the one it stands for."""
    junctions = meeting_points(ring for unit in units for polygon in unit for ring in polygon)
    return [[[lighter(ring, junctions) for ring in polygon] for polygon in unit] for unit in units]


def meeting_points(rings: Iterator[Ring]) -> set[Position]:
    """Corners with other than two neighbours: there a border of two units ends."""
    neighbours: dict[Position, set[Position]] = {}
    for ring in rings:
        for one, other in pairwise(ring):
            neighbours.setdefault(one, set()).add(other)
            neighbours.setdefault(other, set()).add(one)
    return {corner for corner, beside in neighbours.items() if len(beside) != 2}


def lighter(ring: Ring, junctions: set[Position]) -> Ring:
    """A ring with fewer corners; as it was where thinning would make it cross itself or vanish."""
    found: Ring = []
    for arc in arcs(ring, junctions):
        turned = arc[::-1] < arc
        line = straightened(arc[::-1] if turned else arc)
        found += (line[::-1] if turned else line)[min(len(found), 1) :]
    return found if large(found) and crossing(found) is None else ring


def arcs(ring: Ring, junctions: set[Position]) -> list[Ring]:
    """A ring cut at its junctions; one without any begins at its lowest corner, as its neighbour's does."""
    corners = ring[:-1]
    ends = [at for at, corner in enumerate(corners) if corner in junctions] or [corners.index(min(corners))]
    around = corners[ends[0] :] + corners[: ends[0]] + [corners[ends[0]]]
    cuts = [*(at - ends[0] for at in ends), len(corners)]
    return [around[first : last + 1] for first, last in pairwise(cuts)]


def straightened(arc: Ring) -> Ring:
    """Piece by piece, so that no shape of a border, however long, takes more than moments."""
    kept = [arc[0]]
    for first in range(0, len(arc) - 1, LONGEST):
        kept += peucker(arc[first : first + LONGEST + 1])[1:]
    return kept


def peucker(line: Ring) -> Ring:
    kept = {0, len(line) - 1}
    open_parts = [(0, len(line) - 1)]
    while open_parts:
        first, last = open_parts.pop()
        away, farthest = max(
            ((distance(line[at], line[first], line[last]), at) for at in range(first + 1, last)), default=(0.0, 0)
        )
        if away > TOLERANCE:
            kept.add(farthest)
            open_parts += [(first, farthest), (farthest, last)]
    return [line[at] for at in sorted(kept)]
