"""A line says what is known between its points: solid, a gap at a break, hollow where the value is not settled."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from lsk_metrics.figures import ends
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import Row, answer

NBSP = "\N{NO-BREAK SPACE}"


def row(year: int, value: float | None, flag: str = "", kind: str = "published", place: str = "PL21") -> Row:
    return Row(place, year, value, kind, "eurostat_gerd", flag=flag)


def drawn(*rows: Row) -> list[dict[str, Any]]:
    figure = lines(replace(answer("gerd_eur_m"), rows=rows), LIGHT)
    traces: list[dict[str, Any]] = figure["data"]
    return traces


def strokes(traces: list[dict[str, Any]]) -> set[tuple[int, int]]:
    """Years that are joined by a line."""
    joined = set()
    for trace in traces:
        if trace["mode"] == "lines":
            points = list(zip(trace["x"], trace["y"], strict=True))
            joined |= {(a[0], b[0]) for a, b in pairwise(points) if a[1] is not None and b[1] is not None}
            assert trace.get("connectgaps") is not True
    return joined


def dots(traces: list[dict[str, Any]]) -> dict[str, Any]:
    [trace] = [trace for trace in traces if "markers" in trace["mode"] and trace["marker"]["symbol"] != "x-thin"]
    return trace


def dashes(traces: list[dict[str, Any]]) -> set[tuple[int, int]]:
    return strokes([trace for trace in traces if trace["mode"] == "lines" and trace["line"]["dash"] == "dash"])


def test_years_are_joined_one_to_the_next(snapshot: str) -> None:
    assert strokes(drawn(row(2016, 1.0), row(2017, 2.0), row(2018, 3.0))) == {(2016, 2017), (2017, 2018)}


def test_a_break_is_a_gap(snapshot: str) -> None:
    joined = strokes(drawn(row(2016, 1.0), row(2017, 2.0), row(2018, 9.0, "b"), row(2019, 9.5)))
    assert joined == {(2016, 2017), (2018, 2019)}


def test_the_three_breaks_of_employment_are_three_gaps(snapshot: str) -> None:
    home = answer("employment_rate", {"places": "PL21"})
    joined = strokes(lines(home, LIGHT)["data"])
    assert [(a, b) for a, b in pairwise(range(2013, 2025)) if (a, b) not in joined] == [
        (2015, 2016), (2018, 2019), (2020, 2021)]  # fmt: skip


def test_a_missing_value_is_a_gap_and_has_no_mark(snapshot: str) -> None:
    traces = drawn(row(2016, 1.0), row(2017, None), row(2018, 3.0), row(2019, 4.0))
    assert strokes(traces) == {(2018, 2019)}
    assert [text.split(": ")[-1].replace(NBSP, "") for text in dots(traces)["text"]] == ["€1m", "€3m", "€4m"]


def test_a_missing_value_leaves_a_cross_on_the_axis_that_says_why(snapshot: str) -> None:
    traces = drawn(row(2016, 5.0), row(2017, None, "c"), row(2018, 6.0))
    [cross] = [trace for trace in traces if trace.get("marker", {}).get("symbol") == "x-thin"]
    assert cross["x"] == [2017]
    assert cross["text"] == ["<b>R&D expenditure in euro</b><br>2017: no figure, confidential"]
    assert cross["y"] == [0]


def test_a_dash_leads_to_a_value_that_is_not_settled_and_a_diamond_marks_another_definition(snapshot: str) -> None:
    traces = drawn(row(2016, 1.0), row(2017, 2.0, "d"), row(2018, 3.0), row(2019, 4.0, "u"), row(2020, 5.0, "p"))
    assert dashes(traces) == {(2018, 2019), (2019, 2020)}
    assert dots(traces)["marker"]["symbol"] == ["circle", "diamond", "circle", "circle", "circle"]


def test_a_tooltip_says_in_words_what_a_letter_means(snapshot: str) -> None:
    assert [text.split("<br>")[2:] for text in dots(drawn(row(2016, 1.0), row(2017, 2.0, "p")))["text"]] == [
        [], ["provisional"]]  # fmt: skip


def test_a_break_stays_a_gap_where_its_own_value_is_missing(snapshot: str) -> None:
    assert strokes(drawn(row(2016, 1.0), row(2017, None, "b"), row(2018, 3.0))) == set()


def test_provisional_and_estimated_values_have_hollow_marks(snapshot: str) -> None:
    marker = dots(drawn(row(2016, 1.0), row(2017, 2.0, "e"), row(2018, 3.0, "b"), row(2019, 4.0, "p")))["marker"]
    assert marker["color"] == [LIGHT.accent, LIGHT.ground, LIGHT.accent, LIGHT.ground]
    assert marker["opacity"][1] == marker["opacity"][3] == 1


def test_the_one_estimate_among_shares_of_gdp_is_hollow(snapshot: str) -> None:
    found = answer("gerd_share_of_gdp")
    estimated = [(each.place, each.year) for each in found.rows if "e" in each.flag]
    hollow = []
    for trace in lines(found, LIGHT)["data"]:
        if "markers" in trace["mode"]:
            fills = trace["marker"]["color"]
            hollow += [text for text, fill in zip(trace["text"], fills, strict=True) if fill == LIGHT.ground]
    assert len(hollow) == len(estimated) == 1
    assert f"{estimated[0][1]}" in hollow[0]


def test_a_point_between_two_breaks_can_be_seen_though_no_line_meets_it(snapshot: str) -> None:
    marker = dots(drawn(row(2016, 1.0), row(2017, 2.0, "b"), row(2018, 3.0, "b"), row(2019, 4.0, "")))["marker"]
    assert marker["opacity"][:2] == [1, 1]


def test_derived_lines_are_thinner_than_published_ones(snapshot: str) -> None:
    def width(kind: str) -> float:
        [line] = [
            trace for trace in drawn(row(2016, 1.0, "", kind), row(2017, 2.0, "", kind)) if trace["mode"] == "lines"
        ]
        return float(line["line"]["width"])

    assert width("derived") < width("published")


def test_the_home_region_is_in_the_accent_and_drawn_over_the_others(snapshot: str) -> None:
    figure = lines(answer("gdp_per_head_pps"), LIGHT)
    outlines = [trace["line"] if trace["mode"] == "lines" else trace["marker"]["line"] for trace in figure["data"]]
    accented = [at for at, line in enumerate(outlines) if line["color"] == LIGHT.accent]
    assert {figure["data"][at]["name"] for at in accented} == {"Małopolska"}
    assert max(accented) == len(figure["data"]) - 1


@pytest.mark.parametrize("name", ["gdp_per_head_pps", "gerd_share_of_gdp", "tertiary_attainment", "employment_rate"])
def test_names_at_the_ends_of_lines_do_not_meet(name: str, snapshot: str) -> None:
    figure = go.Figure(lines(answer(name), LIGHT))
    low, high = figure.layout.yaxis.range
    height = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    labels = [each for each in figure.layout.annotations if each.xref == "paper" and each.x == 1]
    assert len(labels) == len({trace.name for trace in figure.data})
    heights = sorted((each.y - low) / (high - low) * height + each.yshift for each in labels)
    assert min(upper - lower for lower, upper in pairwise(heights)) >= 15 - 1e-6
    assert ends.spread(heights, 15) == pytest.approx(heights)


def test_an_academic_year_stands_on_its_axis(snapshot: str) -> None:
    assert lines(answer("students"), LIGHT)["layout"]["xaxis"]["ticktext"][-1] == "2023/24"


def test_the_unit_stands_at_the_axis(snapshot: str) -> None:
    figure = go.Figure(lines(answer("gerd_share_of_gdp"), LIGHT))
    assert any(each.text.replace(NBSP, " ") == "% of GDP" for each in figure.layout.annotations)
