"""By a measure the sample stands in for nothing, and what falls below zero stays inside its picture."""

from dataclasses import replace

import pytest

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.course import course, fit
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import answer

pytestmark = pytest.mark.usefixtures("snapshot")


def test_a_line_is_of_the_published_figures_where_there_are_two_kinds() -> None:
    found = answer("members", {"measure": "index"})
    assert set(found.kinds) == {"illustrative", "derived"}
    assert [(row.year, round(row.value or 0)) for row in fit(found).rows] == [(2006, 100), (2018, 297)]


def test_a_line_is_of_the_sample_where_the_published_figures_have_no_value() -> None:
    """Between 2006 and 2018 nothing is published, so only the sample tells what changed from year to year."""
    found = answer("members", {"measure": "change"})
    shown = fit(found).rows
    assert {row.kind for row in shown} == {"illustrative"}
    assert [row.year for row in shown] == list(range(2007, 2019))
    [dots] = [trace for trace in course(found, LIGHT)["data"] if trace["mode"] == "markers"]
    assert len(dots["x"]) == 12


def test_towns_are_no_more_lines_than_there_are_colours() -> None:
    found = answer("members_by_town", {"groups": "total", "measure": "index"})
    assert len(found.places) == 14
    assert len(fit(found).places) == 6


def test_bars_below_zero_stay_inside_and_their_names_at_the_left_edge() -> None:
    found = answer("members_by_area", {"measure": "change"})
    figure = bars(found, LIGHT)
    [marks], (low, high) = figure["data"], figure["layout"]["xaxis"]["range"]
    assert (min(marks["x"]), max(marks["x"])) == (-1, 1)
    assert low < -1.05
    assert high > 1.05
    assert {note["x"] for note in figure["layout"]["annotations"]} == {low}
    assert figure["layout"]["xaxis"]["zeroline"]
    assert {text.strip("<b/>").partition("<")[0] for text in marks["text"]} == {"+1", "0", "\N{MINUS SIGN}1"}


def test_bars_above_zero_begin_at_zero() -> None:
    figure = bars(replace(answer("members_by_area")), LIGHT)
    assert figure["layout"]["xaxis"]["range"][0] == 0
    assert {note["x"] for note in figure["layout"]["annotations"]} == {0}
