"""Where all values are the same, be it nothing, an axis still has a length and the figure can be drawn."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from lsk_metrics.figures import Look, drawn
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.pace import pace
from lsk_metrics.figures.ranges import ranges
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.standing import differences, ranking
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import Answer, answer, groups

Draw = Callable[[Answer, Look], Any]
PEERS = {"peers": "partners"}
FIGURES: list[tuple[Draw, str, dict[str, str]]] = [
    (bars, "members_by_type", {}),
    (columns, "members_joined", {}),
    (growth, "members", {}),
    (lines, "gerd_share_of_gdp", {}),
    (lines, "investment_cumulative", {}),
    (ranking, "gerd_share_of_gdp", {**PEERS, "view": "ranking"}),
    (differences, "gerd_share_of_gdp", {**PEERS, "view": "gap_leader"}),
    (differences, "gerd_share_of_gdp", {**PEERS, "view": "change"}),
    (pace, "gerd_share_of_gdp", {**PEERS, "view": "pace"}),
    (scatter, "two_indicators", PEERS),
    (ranges, "composite_rank", PEERS),
]


def flat(found: Answer, value: float, count: int | None) -> Answer:
    """The answer with one value in place of all it has; of so many rows."""
    rows = [row if row.value is None else replace(row, value=value, low=value, high=value) for row in found.rows]
    return replace(found, rows=tuple(rows[:count]))


@pytest.mark.parametrize(("draw", "name", "given"), FIGURES)
@pytest.mark.parametrize("value", [0.0, 5.0, -5.0])
@pytest.mark.parametrize("count", [None, 1])
def test_a_figure_of_equal_values_is_drawn(
    draw: Draw, name: str, given: dict[str, str], value: float, count: int | None, snapshot: str
) -> None:
    figure = draw(flat(answer(name, given), value, count), LIGHT)
    for axis in ("xaxis", "yaxis"):
        low, high = figure["layout"][axis]["range"]
        assert low < high, axis
    assert drawn(figure, 980, "told").startswith("<svg")


def test_members_narrowed_to_whom_there_is_none_of_are_drawn(snapshot: str) -> None:
    nobody = 0
    for area, chain in product(groups.codes(snapshot, "areas"), groups.codes(snapshot, "value_chains")):
        found = answer("members", {"areas": area, "value_chains": chain})
        nobody += bool(found.rows) and not any(row.value for row in found.rows)
        assert drawn(growth(found, LIGHT), 980, found.sentence).startswith("<svg")
    assert nobody
