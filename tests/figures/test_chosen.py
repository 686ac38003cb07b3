"""Pages name the figure they draw, and it is the one that files of the same answer get."""

import ast
from pathlib import Path

import pytest

from lsk_metrics.figures.chosen import OF_CHARTS, OF_VIEWS, WITHOUT, draw_for, figure_for
from lsk_metrics.indicators import answer, indicator, indicators, methods
from lsk_metrics.indicators.views import views

PAGES = Path(__file__).parents[2] / "pages"


def shown() -> list[tuple[str, str, str]]:
    """Page, indicator and function of every `show("…", draw)`."""
    found = []
    for path in sorted(PAGES.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "show":
                name, draw = node.args[:2]
                if isinstance(name, ast.Constant) and isinstance(draw, ast.Name):
                    found.append((path.stem, str(name.value), draw.id))
    return found


def test_pages_show_many_figures() -> None:
    assert len(shown()) > 25


@pytest.mark.parametrize(("page", "name", "draw"), shown())
def test_a_page_and_a_file_draw_the_same_figure(page: str, name: str, draw: str) -> None:
    assert OF_CHARTS[indicator(name).chart][1] == draw


def test_every_chart_of_a_passport_and_every_view_has_a_figure_or_is_told_as_a_table() -> None:
    assert {each.chart for each in [*indicators(), *methods()]} <= {*OF_CHARTS, *WITHOUT}
    assert {each.id for each in views()} == set(OF_VIEWS)


@pytest.mark.parametrize("name", [each.id for each in [*indicators(), *methods()] if not each.fetch])
def test_every_answer_is_drawn_but_for_those_told_as_a_table(name: str, snapshot: str) -> None:
    found = answer(name, {}, snapshot)
    assert (figure_for(found) is None) == (found.indicator.chart == "distances")


def test_an_answer_without_values_has_no_figure(snapshot: str) -> None:
    assert draw_for(answer("members", {"first_year": "2050"}, snapshot)) is None
