"""Every form that an indicator is offered in can be drawn, by every measure, with its groups and without."""

from collections.abc import Callable
from typing import Any

import pytest

from lsk_metrics.errors import ValueRefused
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.powiats import tiles
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.standing import ranking
from lsk_metrics.figures.svg import svg
from lsk_metrics.figures.theme import LIGHT, Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import Indicator, answer, indicator, indicators
from lsk_metrics.indicators.offers import offers
from lsk_metrics.indicators.parameters import GROUPS, MEASURES

Draw = Callable[..., Any]


def drawing(form: str, of: Indicator) -> Draw:
    """The figure a form is drawn with."""
    if form == "map":
        return towns if of.places == "towns" else tiles
    if form == "ranking":
        return ranking if of.places == "regions" else bars
    return {"growth": growth, "columns": columns}.get(of.chart, lines)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("name", [each.id for each in indicators()])
def test_every_form_that_is_offered_is_drawn(name: str, measure: str, projects: str) -> None:
    for groups in GROUPS:
        given = {"measure": measure, "groups": groups}
        for form in offers(name, projects, given).forms:
            if not form.possible or form.code in ("table", "scatter"):
                continue
            found = answer(name, {**given, **dict(form.given)})
            figure = drawing(form.code, indicator(name))(found, LIGHT)
            if isinstance(figure, Scene):
                assert figure.circles or figure.surfaces
                assert "<svg" in svg(figure, LIGHT, found.sentence)
            else:
                assert figure["data"]


def heights(figure: Any) -> tuple[float, float]:
    low, high = figure["layout"]["yaxis"]["range"]
    return low, high


def test_changes_below_zero_stay_inside_the_picture(snapshot: str) -> None:
    look: Look = LIGHT
    for name, draw in (("members", growth), ("startups_launched", columns), ("investment_by_year", columns)):
        found = answer(name, {"measure": "change"})
        low, high = heights(draw(found, look))
        values = [row.value for row in found.rows if row.value is not None]
        assert low <= min(values) and high >= max(values)
        assert min(values) < 0 or name == "members"


def test_columns_that_may_not_be_added_stand_side_by_side(snapshot: str) -> None:
    assert columns(answer("investment_by_year"), LIGHT)["layout"]["barmode"] == "stack"
    assert columns(answer("investment_by_year", {"measure": "index"}), LIGHT)["layout"]["barmode"] == "group"


def test_a_town_without_a_sum_has_no_circle(snapshot: str) -> None:
    found = answer("members_by_town", {"measure": "index"})
    with pytest.raises(ValueRefused, match="is a ratio: the figures of several groups are never added up."):
        towns(found, LIGHT)
