"""Axes begin where they should, and are written in round numbers and the reader's signs."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from lsk_metrics import language
from lsk_metrics.figures import axes
from lsk_metrics.figures.theme import LIGHT

NBSP = "\N{NO-BREAK SPACE}"


def test_an_axis_begins_at_zero() -> None:
    assert axes.bounds([32.0, 95.0], "members") == (0.0, pytest.approx(100.7))
    assert axes.bounds([144_200.0, 207_600.0], "students")[0] == 0
    assert axes.bounds([0.22, 1.66], "pct_gdp")[0] == 0
    assert axes.bounds([], "members") == (0.0, 1.0)


def test_only_shares_that_stay_far_from_zero_are_drawn_close_up() -> None:
    low, high = axes.bounds([68.3, 71.3], "pct_aged_20_64")
    assert 60 < low < 68.3
    assert 71.3 < high < 75


def test_what_falls_below_zero_is_still_on_the_axis() -> None:
    assert axes.bounds([-4.0, 10.0], "eur_m")[0] <= -4.0


@pytest.mark.parametrize("seed", range(40))
def test_steps_are_round_even_and_few(seed: int) -> None:
    high = 10 ** Random(seed).uniform(-2, 6)
    found = axes.decimal(0.0, high)
    ticks = found["tickvals"]
    assert 3 <= len(ticks) <= 6
    assert ticks[0] == 0 and ticks[-1] <= high * (1 + 1e-9)
    steps = {round((upper - lower) / (ticks[1] - ticks[0]), 6) for lower, upper in pairwise(ticks)}
    assert steps == {1.0}
    digits = f"{ticks[1]:.6e}".split("e")[0].rstrip("0").rstrip(".")
    assert digits in {"1", "2", "2.5", "5"}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_written_at_a_tick_is_the_tick(seed: int) -> None:
    found = axes.decimal(0.0, 10 ** Random(seed).uniform(-1.5, 6))
    written = [float(text.replace(",", "")) for text in found["ticktext"]]
    assert written == pytest.approx(found["tickvals"])


def test_ticks_are_written_in_the_reader_s_signs() -> None:
    assert axes.decimal(0.0, 2.2)["ticktext"] == ["0.0", "0.5", "1.0", "1.5", "2.0"]
    assert axes.decimal(0.0, 220_000)["ticktext"] == ["0", "50,000", "100,000", "150,000", "200,000"]
    language.use("pl")
    assert axes.decimal(0.0, 2.2)["ticktext"] == ["0,0", "0,5", "1,0", "1,5", "2,0"]
    assert axes.decimal(0.0, 220_000)["ticktext"][1] == f"50{NBSP}000"


@pytest.mark.parametrize("narrow", [False, True])
def test_the_last_year_is_always_written_and_no_two_stand_close(narrow: bool) -> None:
    look = replace(LIGHT, narrow=narrow)
    years = list(range(2000, 2024))
    ticks = axes.ticks(years, look)
    assert ticks[-1] == 2023
    assert 3 <= len(ticks) <= 7
    assert len({upper - lower for lower, upper in pairwise(ticks)}) == 1
    assert set(axes.ticks([2011, 2019, 2021, 2022, 2023], look)) <= {2011, 2019, 2021, 2022, 2023}
    assert axes.ticks([], look) == []
    assert axes.ticks([2018], look) == [2018]
