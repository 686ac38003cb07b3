"""Regions side by side: the home region stands out, references are no rank, and what is missing is no zero."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from lsk_metrics import language
from lsk_metrics.figures.pace import pace
from lsk_metrics.figures.ranges import ranges
from lsk_metrics.figures.scatter import meets, named, pairs, scatter
from lsk_metrics.figures.standing import differences, ranking
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.indicators import Answer, answer

GERD = "gerd_share_of_gdp"
DRAWN: list[tuple[str, Callable[[Answer, Look], Any], dict[str, str]]] = [
    (GERD, ranking, {"view": "ranking"}),
    (GERD, differences, {"view": "gap_leader"}),
    ("gdp_per_head_pps", differences, {"view": "gap_union"}),
    (GERD, differences, {"view": "change"}),
    (GERD, pace, {"view": "pace"}),
    ("two_indicators", scatter, {}),
    ("composite_rank", ranges, {}),
]


def plain(figure: Any) -> dict[str, Any]:
    """The figure as plain data, its numbers as lists."""
    found: dict[str, Any] = json.loads(figure.to_json())
    return found


def drawn(name: str, draw: Callable[[Answer, Look], Any], look: Look = LIGHT, **given: str) -> Any:
    return go.Figure(draw(answer(name, given), look))


@pytest.mark.parametrize(("name", "draw", "given"), DRAWN)
def test_each_is_drawn_in_every_look_and_language_and_asks_no_host(
    name: str, draw: Callable[[Answer, Look], Any], given: dict[str, str], snapshot: str
) -> None:
    for look in (LIGHT, DARK, replace(LIGHT, narrow=True)):
        for lang in ("en", "pl"):
            language.use(lang)
            text = json.dumps(plain(drawn(name, draw, look, **given)), ensure_ascii=False)
            assert "Małopolska" in text
            assert "http" not in text and "//" not in text


def test_a_ranking_has_a_bar_for_each_value_the_home_regions_in_the_accent_and_references_outlined(
    snapshot: str,
) -> None:
    figure = drawn(GERD, ranking, view="ranking")
    [bars] = figure.data
    assert list(bars.x) == [3.52, 3.5, 3.24, 2.91, 2.75, 2.35, 2.27, 1.56, 1.19, None, None]
    names = [
        name.replace("<b>", "").replace("</b>", "").replace("<br>", "").strip() for name in figure.layout.yaxis.ticktext
    ]
    assert names[4] == "5. Małopolska" and bars.marker.color[4] == LIGHT.accent
    assert names[7] == "Poland" and (bars.marker.color[7], bars.marker.line.width[7]) == ("rgba(0,0,0,0)", 1.5)
    assert names[1] == "2. South Sweden (Skåne)"
    assert names[9:] == ["Scotland", "South-East Netherlands"]
    assert [note.text for note in figure.layout.annotations] == ["no figure", "no figure"]
    assert figure.layout.xaxis.range[0] == 0


def test_a_value_of_another_year_says_its_year(snapshot: str) -> None:
    figure = drawn(GERD, ranking, view="ranking", last_year="2020")
    names = " ".join(figure.layout.yaxis.ticktext)
    assert "Flanders, 2017" in names and "Małopolska, 2020" not in names


def test_changes_carry_their_sign_and_a_break_stands_in_place_of_a_number(snapshot: str) -> None:
    figure = drawn(GERD, differences, view="change")
    [bars] = figure.data
    assert bars.text[0] == "<b>+1.43</b>"
    assert "<b>\N{MINUS SIGN}0.34</b>" in bars.text
    assert [note.text for note in figure.layout.annotations] == ["break in the series", "no figure", "no figure"]
    low, high = figure.layout.xaxis.range
    assert low < -0.34 and high > 1.43


def test_the_pace_needed_is_a_line_across_the_paces_that_were(snapshot: str) -> None:
    figure = drawn(GERD, pace, view="pace")
    [line] = figure.layout.shapes
    assert (line.x0, line.x1, line.line.dash) == (0.11, 0.11, "dash")
    assert "needed: +0.11" in [note.text for note in figure.layout.annotations]
    assert list(figure.data[0].x)[:2] == [0.143, 0.158571]


def test_a_scatter_has_a_point_for_each_region_with_both_and_no_two_names_overlap(snapshot: str) -> None:
    found = answer("two_indicators")
    [dots] = go.Figure(scatter(found, LIGHT)).data
    assert len(dots.x) == 9 == len([pair for pair in pairs(found) if pair[0].value is not None])
    assert dots.x[0] == 2.75 and dots.y[0] == 26200
    assert dots.marker.color[0] == LIGHT.accent
    crowd = [(pair, (100.0 + at, 100.0)) for at, pair in enumerate(pairs(found))]
    labels = named(found, [pair for pair, _at in crowd], [at for _pair, at in crowd], 400, LIGHT)
    assert 0 < len(labels) < len(crowd)
    assert labels[0]["text"] == "<b>Małopolska</b>"
    assert meets((0, 0, 2, 2), (1, 1, 3, 3)) and not meets((0, 0, 2, 2), (2, 0, 3, 2))


def test_a_whisker_runs_from_the_best_to_the_worst_rank(snapshot: str) -> None:
    *whiskers, dots = drawn("composite_rank", ranges).data
    assert [tuple(each.x) for each in whiskers] == [(1, 1), (2, 3), (3, 5), (2, 5), (2, 5)]
    assert list(dots.x) == [1, 2, 3, 4, 5]
    assert dots.text[2] == "<b>Małopolska</b><br>rank 3, under other weights 3 to 5"


@pytest.mark.parametrize("draw", [ranking, differences, ranges])
def test_without_a_value_there_is_no_bar(draw: Callable[[Answer, Look], Any], snapshot: str) -> None:
    found = answer(GERD, {"view": "ranking"})
    empty = replace(found, rows=tuple(row for row in found.rows if row.value is None))
    assert [
        value for trace in go.Figure(draw(empty, LIGHT)).data for value in (trace.x or []) if value is not None
    ] == []
