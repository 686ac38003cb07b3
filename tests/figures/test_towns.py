"""Circles and dots say their values: by area, one for each member, in the colours and sums of table and legend."""

import math
from collections import Counter
from dataclasses import replace

import pytest

from lsk_metrics import language
from lsk_metrics.figures.bars import bars, newest
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.figures.towns import MOST_DOTS, largest, radius, towns
from lsk_metrics.indicators import Answer, answer, ground, units

BOTH = pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
DOTTED = ["members_by_town", "startups_by_town"]
GROUPED = [*DOTTED, "investment_by_town"]


def sums(found: Answer, year: int) -> dict[str, float]:
    """What each town has in a year, added up in plain Python."""
    total: Counter[str] = Counter()
    for row in found.rows:
        if row.year == year:
            total[row.place] += row.value or 0  # type: ignore[assignment]
    return {place: value for place, value in total.items() if value}


@pytest.mark.parametrize("name", DOTTED)
def test_in_every_year_each_town_has_as_many_dots_as_members_and_each_in_its_areas_colour(
    name: str, snapshot: str
) -> None:
    found = answer(name)
    for year in sorted({row.year for row in found.rows}):
        drawn = Counter((circle.place, circle.fill) for circle in towns(found, LIGHT, year).circles)
        told: Counter[tuple[str, str]] = Counter()
        for row in found.rows:
            if row.year == year and row.value:
                told[row.place, LIGHT.six[found.position(row.series or "") - 1]] += int(row.value)
        assert drawn == told, year


def test_dots_do_not_overlap_and_keep_their_size_through_the_years(snapshot: str) -> None:
    found = answer("members_by_town")
    squeeze = math.cos(math.radians(50.06))
    first, last = towns(found, LIGHT, 2006), towns(found, LIGHT, 2018)
    assert {circle.radius for circle in first.circles} == {circle.radius for circle in last.circles}
    dots = [circle for circle in last.circles if circle.place == "Kraków"]
    assert len(dots) == 73
    for at, one in enumerate(dots):
        for other in dots[at + 1 :]:
            east, north = (one.at[0] - other.at[0]) * squeeze, one.at[1] - other.at[1]
            assert math.hypot(east, north) * 111_320 > 1.5 * one.radius


@pytest.mark.parametrize("name", ["students_by_town", "investment_by_town"])
def test_areas_of_circles_are_in_the_ratio_of_their_values(name: str, snapshot: str) -> None:
    found = answer(name)
    year = max(row.year for row in found.rows)
    told = sums(found, year)
    widest: dict[str, float] = {}
    for circle in towns(found, LIGHT).circles:
        widest[circle.place] = max(widest.get(circle.place, 0.0), circle.radius)
    assert set(widest) == set(told)
    smallest = min(widest.values())
    compared = [place for place in widest if widest[place] > smallest]
    assert "Kraków" in compared and len(compared) > 1
    for place in compared:
        assert (widest[place] / widest["Kraków"]) ** 2 == pytest.approx(told[place] / told["Kraków"])


def test_four_times_the_value_is_twice_the_radius() -> None:
    assert radius(400, 400) / radius(100, 400) == pytest.approx(2)
    assert radius(0.001, 400) == 1300


def test_rings_stand_for_their_groups_by_area(snapshot: str) -> None:
    """Kraków's investments: the ring of a group takes as much of the disc as the group of the sum."""
    found = answer("investment_by_town")
    outer, inner = sorted(
        (each for each in towns(found, LIGHT).circles if each.place == "Kraków"), key=lambda each: -each.radius
    )
    values = {row.series: row.value or 0.0 for row in found.rows if row.place == "Kraków" and row.year == 2018}
    shares = sorted(value / sum(values.values()) for value in values.values())
    share = (inner.radius / outer.radius) ** 2
    assert min(abs(share - each) for each in shares) < 1e-9


@BOTH
@pytest.mark.parametrize("name", GROUPED)
def test_the_legend_adds_up_to_the_table(name: str, look: Look, snapshot: str) -> None:
    for lang in ("en", "pl"):
        language.use(lang)
        found = answer(name)
        for year in sorted({row.year for row in found.rows}):
            keys = towns(found, look, year).keys
            told: dict[str, float] = {}
            for row in found.rows:
                if row.year == year and row.value:
                    told[row.series or ""] = told.get(row.series or "", 0.0) + row.value
            unit, decimals = found.indicator.unit, found.indicator.decimals
            assert {key.words: key.figure for key in keys} == {
                found.series_name(code): units.quantity(total, unit, decimals) for code, total in told.items()
            }


@BOTH
def test_an_area_has_one_colour_on_map_bars_and_legend(look: Look, snapshot: str) -> None:
    found, barred = answer("members_by_town"), answer("members_by_area")
    scene = towns(found, look)
    legend = {key.words: key.fill for key in scene.keys}
    [trace] = bars(barred, look)["data"]
    colours = zip(newest(barred), trace["marker"]["color"], strict=True)
    on_map = {words.split("\n")[1].split(":")[0]: fill for words, fill in ((c.words, c.fill) for c in scene.circles)}
    assert len(legend) == 6
    assert on_map == legend
    assert {barred.series_name(row.series or ""): fill for row, fill in colours} == legend


def test_above_three_hundred_a_town_dots_give_way_to_rings(snapshot: str) -> None:
    """However many members there are, a town has as many circles as groups."""
    found = answer("members_by_town")
    many = replace(found, rows=tuple(replace(row, value=1000 * (row.value or 0)) for row in found.rows))
    assert largest(many) > MOST_DOTS
    scene = towns(many, LIGHT)
    assert len(scene.circles) == len({(row.place, row.series) for row in found.rows if row.year == 2018 and row.value})
    assert scene.note.startswith("The area of a circle stands for its value; the largest: 73,000")


def test_names_stand_at_the_largest_towns_and_do_not_meet(snapshot: str) -> None:
    names = towns(answer("members_by_town"), LIGHT).names
    assert (names[0].text, names[0].strong) == ("Kraków", True)
    assert len(names) <= 9
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            east, north = abs(one.at[0] - other.at[0]), abs(one.at[1] - other.at[1])
            assert north > 0.16 or east > 0.56, (one.text, other.text)


def test_places_without_coordinates_are_left_out_and_not_put_anywhere(snapshot: str) -> None:
    found = answer("members_by_town")
    lost = replace(found, rows=tuple(replace(row, place="Atlantis") for row in found.rows))
    assert "Atlantis" not in ground.towns(snapshot)
    assert towns(lost, LIGHT).circles == []
