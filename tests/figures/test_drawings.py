"""Every indicator can be drawn in every look, with a mark for each value, none for a missing one, and no host asked."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import plotly.graph_objects as go
import pytest

from lsk_metrics import language
from lsk_metrics.figures.bars import bars, newest
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.indicators import Answer, Row, answer, indicators

DRAW: dict[str, Callable[[Answer, Look], Any]] = {
    "bars": bars, "ranking": bars, "columns": columns, "growth": growth, "lines": lines}  # fmt: skip
# What waits to be fetched is drawn in test_projects.py.
DRAWN = [each.id for each in indicators() if each.chart in DRAW and not each.fetch]
LOOKS = [LIGHT, DARK, replace(LIGHT, narrow=True)]
EVERY = pytest.mark.parametrize("name", DRAWN)


def drawn(name: str, look: Look, **asked: str) -> dict[str, Any]:
    """The figure of an indicator as plain data, as a browser gets it."""
    found = answer(name, asked)
    figure: dict[str, Any] = json.loads(go.Figure(DRAW[found.indicator.chart](found, look)).to_json())
    return figure


@cache
def plain(name: str) -> dict[str, Any]:
    """The same in English on the light ground, drawn once for all tests that only look at it."""
    return drawn(name, LIGHT)


def numbers(axis: Any) -> list[float]:
    """Values of an axis; Plotly may pack them."""
    if isinstance(axis, dict):
        import base64

        import numpy

        return [float(value) for value in numpy.frombuffer(base64.b64decode(axis["bdata"]), axis["dtype"])]
    return [value for value in axis if value is not None]


def marks(figure: dict[str, Any]) -> list[float]:
    """The values that have a mark: bars, columns, and points."""
    found: list[float] = []
    for trace in figure["data"]:
        if trace["type"] == "bar":
            found += numbers(trace["x" if trace.get("orientation") == "h" else "y"])
        elif "markers" in trace["mode"]:
            found += numbers(trace["y"])
    return found


@EVERY
def test_it_is_drawn_in_every_look_and_both_languages(name: str, snapshot: str) -> None:
    for look in LOOKS:
        for lang in ("en", "pl"):
            language.use(lang)
            figure = drawn(name, look)
            assert figure["data"], (look.name, lang)
            assert figure["layout"]["height"] > 0


@EVERY
def test_it_asks_no_host_for_anything(name: str, snapshot: str) -> None:
    text = json.dumps(plain(name))
    assert "http" not in text
    assert "//" not in text


@EVERY
def test_every_value_has_one_mark(name: str, snapshot: str) -> None:
    found = answer(name)
    rows = newest(found) if found.indicator.chart in ("bars", "ranking") else found.rows
    assert sorted(marks(plain(name))) == pytest.approx(sorted(row.value for row in rows if row.value is not None))


@EVERY
def test_bars_and_columns_begin_at_zero(name: str, snapshot: str) -> None:
    figure = plain(name)
    for trace in figure["data"]:
        if trace["type"] == "bar":
            axis = "xaxis" if trace.get("orientation") == "h" else "yaxis"
            low, high = figure["layout"][axis]["range"]
            assert low == 0
            assert high > max(numbers(trace["x" if axis == "xaxis" else "y"]))


@EVERY
def test_what_is_made_up_is_hatched_and_nothing_else_is(name: str, snapshot: str) -> None:
    kinds = {row.kind for row in answer(name).rows}
    hatched = "/" in json.dumps([trace.get("marker", {}).get("pattern") for trace in plain(name)["data"]])
    dotted = any(trace.get("line", {}).get("dash") == "dot" for trace in plain(name)["data"])
    assert (hatched or dotted) == ("illustrative" in kinds)
    assert "/" not in json.dumps(
        [each.get("marker", {}).get("pattern") for each in drawn(name, LIGHT, illustrative="no")["data"]]
    )


def test_published_end_points_are_joined_by_a_dashed_line_over_the_hatched_sample(snapshot: str) -> None:
    sample, published = plain("members")["data"]
    assert (sample["type"], sample["marker"]["pattern"]["shape"]) == ("bar", "/")
    assert (published["line"]["dash"], numbers(published["x"]), numbers(published["y"])) == (
        "dash",
        [2006, 2018],
        [32, 95],
    )
    assert published["text"] == ["<b>32</b>", "<b>95</b>"]


def test_shares_stand_in_their_order_with_the_derived_rest_last(snapshot: str) -> None:
    [shares] = plain("members_by_type")["data"]
    assert numbers(shares["x"]) == [47, 31, 18, 4]
    assert shares["marker"]["pattern"]["shape"] == ["", "", "", "."]
    assert shares["marker"]["color"][3] == LIGHT.peer


def test_a_lower_bound_is_written_as_one(snapshot: str) -> None:
    [money] = plain("investment_by_kind")["data"]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in money["text"]] == ["<b>> €207m</b>", "<b>> €202m</b>"]


def test_an_area_has_the_same_colour_wherever_it_stands(snapshot: str) -> None:
    colours: dict[str, set[str]] = {}
    for name in ("members_by_area", "startups_by_area"):
        found = answer(name)
        [trace] = plain(name)["data"]
        for row, colour in zip(newest(found), trace["marker"]["color"], strict=True):
            colours.setdefault(row.series or "", set()).add(colour)
    assert len(colours) == 6
    assert all(len(each) == 1 for each in colours.values())


def test_a_ranking_runs_from_the_largest_down_with_the_home_region_in_the_accent(snapshot: str) -> None:
    [trace] = plain("regional_innovation_index")["data"]
    values = numbers(trace["x"])
    assert values == sorted(values, reverse=True)
    assert values[0] == pytest.approx(143.4381167)
    colours = dict(zip(values, trace["marker"]["color"], strict=True))
    assert [value for value in values if colours[value] == LIGHT.accent] == [pytest.approx(73.42143055)]


@pytest.mark.parametrize("draw", [bars, columns, growth, lines])
def test_an_answer_of_missing_values_is_an_empty_picture_and_not_a_row_of_zeros(draw: Any, snapshot: str) -> None:
    rows = tuple(Row("PL21", year, None, "published", "eurostat_gerd") for year in (2018, 2019))
    figure = draw(replace(answer("gerd_eur_m"), rows=rows), LIGHT)
    assert marks(figure) == []
