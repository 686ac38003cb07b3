"""A name stands where its outline has most room: in the middle of a square, beside a hole, and never outside."""

import math

import pytest

from lsk_metrics.figures.lettering import distance, inside, roomiest

SQUARE = [(0.0, 0.0), (0.14, 0.0), (0.14, 0.14), (0.0, 0.14), (0.0, 0.0)]
HOLE = [(0.04, 0.04), (0.1, 0.04), (0.1, 0.1), (0.04, 0.1), (0.04, 0.04)]


def test_in_a_square_the_middle_has_most_room() -> None:
    spot, room = roomiest([SQUARE])
    assert spot == (pytest.approx(0.07), pytest.approx(0.07))
    assert room == pytest.approx(0.07)


def test_a_hole_is_not_written_into() -> None:
    spot, room = roomiest([SQUARE, HOLE])
    # The corners beside the hole are 0.04 wide: the best spot of the grid is 0.02 and a bit from three borders.
    assert room == pytest.approx(0.02, abs=0.01)
    assert not (0.04 < spot[0] < 0.1 and 0.04 < spot[1] < 0.1)


def test_north_of_the_equator_degrees_of_longitude_count_for_less() -> None:
    wide = [(x, y + 60.0) for x, y in SQUARE]
    _spot, room = roomiest([wide])
    assert room == pytest.approx(0.07 * math.cos(math.radians(60)), rel=0.02)


def test_a_spot_is_inside_where_a_ray_leaves_once() -> None:
    edges = [((0.0, 0.0), (2.0, 0.0)), ((2.0, 0.0), (0.0, 2.0)), ((0.0, 2.0), (0.0, 0.0))]
    assert inside((0.5, 0.5), edges)
    assert not inside((1.5, 1.5), edges)


def test_the_distance_to_a_border_is_to_its_nearest_point() -> None:
    assert distance((0.0, 3.0), ((0.0, 0.0), (4.0, 0.0))) == 3.0
    assert distance((7.0, 4.0), ((0.0, 0.0), (4.0, 0.0))) == 5.0  # to the corner: 3, 4, 5
