"""Marks of events: none where none are wanted, none in the way of a label, and drawn alike by both drawings."""

import re
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from lsk_metrics import language
from lsk_metrics.figures import Draw
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.drawing import drawn
from lsk_metrics.figures.events import LANE, LETTER, ROOM
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.theme import DARK, LIGHT, Look, contrast
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.events import during

WANTED = replace(LIGHT, events=True)
NARROW = replace(WANTED, narrow=True)
CHARTS = [
    ("members", growth), ("members_joined", columns), ("investment_by_year", columns), ("investment_cumulative", lines),
    ("unemployment_rate", lines), ("tertiary_attainment", lines), ("gerd_eur_m", lines), ("startups_launched", columns),
]  # fmt: skip
each_chart = pytest.mark.parametrize(("name", "draw"), CHARTS, ids=[name for name, _draw in CHARTS])


def labels(name: str, draw: Draw, look: Look) -> list[dict[str, Any]]:
    """The annotations that events add."""
    plain: Any = draw(answer(name), replace(look, events=False))
    marked: Any = draw(answer(name), look)
    return list(marked["layout"]["annotations"][len(plain["layout"]["annotations"]) :])


def test_without_the_switch_a_figure_is_what_it_was(snapshot: str) -> None:
    plain: Any = growth(answer("members"), LIGHT)
    assert "shapes" not in plain["layout"]
    assert (plain["layout"]["height"], len(plain["layout"]["annotations"])) == (380, 1)


def test_three_events_of_the_members_stand_in_three_lanes_above_the_data(snapshot: str) -> None:
    figure: Any = growth(answer("members"), WANTED)
    assert [note["text"] for note in labels("members", growth, WANTED)] == [
        "2006 founded", "2013 foundation coordinates", "2016 Key National Cluster"]  # fmt: skip
    assert [shape["x0"] for shape in figure["layout"]["shapes"]] == [2006, 2013, 2016]
    assert figure["layout"]["height"] == 380 + 4 + 3 * LANE
    assert figure["layout"]["annotations"][0]["yshift"] == 8 + 4 + 3 * LANE


def test_the_line_over_a_number_begins_above_it(snapshot: str) -> None:
    figure: Any = growth(answer("members"), WANTED)
    founded, coordinated, _named = figure["layout"]["shapes"]
    low, high = figure["layout"]["yaxis"]["range"]
    assert founded["y0"] > (32 - low) / (high - low) + 0.1
    assert coordinated["y0"] == 0.0


def test_a_programme_is_a_pale_band_over_its_years_that_are_shown(snapshot: str) -> None:
    figure: Any = columns(answer("investment_by_year"), WANTED)
    [band] = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert (band["x0"], band["x1"]) == (2013.53, figure["layout"]["xaxis"]["range"][1])
    assert contrast(band["fillcolor"], LIGHT.ground) < 1.4


@each_chart
@pytest.mark.parametrize("lang", ["en", "pl"])
def test_no_two_labels_of_a_lane_meet_in_the_narrowest_room(snapshot: str, name: str, draw: Draw, lang: str) -> None:
    language.use(lang)
    figure: Any = draw(answer(name), WANTED)
    low, high = figure["layout"]["xaxis"]["range"]
    spans = []
    for note in labels(name, draw, WANTED):
        x = (note["x"] - low) / (high - low) * ROOM
        wide = LETTER * len(note["text"])
        spans.append((note["yshift"], *((x, x + wide) if note["xanchor"] == "left" else (x - wide, x))))
    assert spans
    for one, other in combinations(spans, 2):
        assert one[0] != other[0] or one[2] < other[1] or other[2] < one[1]


@each_chart
def test_a_narrow_page_has_numbers_in_the_order_of_the_list(snapshot: str, name: str, draw: Draw) -> None:
    found = labels(name, draw, NARROW)
    assert [note["text"] for note in found] == [f"<b>{at}</b>" for at in range(1, len(during(answer(name))) + 1)]
    assert len({(note["x"], note["yshift"]) for note in found}) == len(found)


@each_chart
@pytest.mark.parametrize("look", [WANTED, NARROW, replace(DARK, events=True)], ids=["wide", "narrow", "dark"])
def test_the_drawing_without_a_browser_has_each_mark_and_each_label(
    snapshot: str, name: str, draw: Draw, look: Look
) -> None:
    figure: Any = draw(answer(name), look)
    svg = drawn(figure, 480, "Sentence.")
    assert len(re.findall('class="shape"', svg)) == len(figure["layout"]["shapes"])
    for note in labels(name, draw, look):
        assert re.sub("<[^>]+>", "", note["text"]) in svg
