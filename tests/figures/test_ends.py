"""Names at the ends of lines are moved apart as little as can be."""

from itertools import pairwise
from random import Random

import pytest

from lsk_metrics.figures.ends import spread


def test_names_that_do_not_meet_stay_where_they_are() -> None:
    assert spread([100.0, 0.0, 50.0], 15) == [100.0, 0.0, 50.0]
    assert spread([], 15) == []
    assert spread([7.0], 15) == [7.0]


def test_two_that_meet_make_way_for_each_other_equally() -> None:
    assert spread([50.0, 50.0], 20) == [40.0, 60.0]
    assert spread([50.0, 60.0], 20) == [45.0, 65.0]
    assert spread([60.0, 50.0], 20) == [65.0, 45.0]


def test_three_of_which_the_pushed_one_meets_the_next() -> None:
    assert spread([0.0, 0.0, 20.0], 20) == pytest.approx([-13.333, 6.667, 26.667], abs=0.001)


@pytest.mark.parametrize("seed", range(60))
def test_any_names_end_at_least_the_gap_apart_in_their_order_and_on_the_whole_in_their_place(seed: int) -> None:
    chance = Random(seed)
    gap = chance.choice([5.0, 15.0, 30.0])
    wanted = [chance.uniform(0, 350) for _ in range(chance.randint(1, 25))]
    placed = spread(wanted, gap)
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    for lower, upper in pairwise(order):
        assert placed[upper] - placed[lower] >= gap - 1e-9
    assert sum(placed) == pytest.approx(sum(wanted))


@pytest.mark.parametrize("seed", range(10))
def test_no_name_alone_could_stand_nearer_to_its_place(seed: int) -> None:
    chance = Random(seed)
    wanted = sorted(chance.uniform(0, 200) for _ in range(8))
    placed = spread(wanted, 15)
    for at in range(8):
        for step in (-0.5, 0.5):
            moved = [*placed[:at], placed[at] + step, *placed[at + 1 :]]
            if all(upper - lower >= 15 - 1e-9 for lower, upper in pairwise(moved)):
                assert abs(moved[at] - wanted[at]) > abs(placed[at] - wanted[at])
