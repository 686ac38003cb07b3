"""Joint projects as bands from the home region to its partners: one each, as wide as their number, with it in words."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.network import network
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.figures.towns import towns
from lsk_metrics.indicators import answer

LOOKS = pytest.mark.parametrize("look", [LIGHT, DARK, replace(LIGHT, narrow=True)], ids=["light", "dark", "narrow"])


def width(band: Any) -> float:
    """How wide a band is where it ends: its outline turns round there."""
    middle = len(band.x) // 2
    return float(band.y[middle - 1] - band.y[middle])


def words(figure: Any) -> list[str]:
    return [note.text for note in figure.layout.annotations]


@LOOKS
def test_each_partner_has_its_band_as_wide_as_its_number_of_projects(look: Look, projects: str) -> None:
    figure = go.Figure(network(answer("joint_projects"), look))
    bands = [trace for trace in figure.data if trace.fill == "toself"]
    said = [band.text.split("<br>")[0] for band in bands]
    assert said[:2] == ["<b>Flanders</b>", "<b>Skåne</b>"]
    assert sorted(said[2:]) == [
        f"<b>{name}</b>" for name in ("Basque Country", "Lombardia", "North Rhine-Westphalia", "Scotland")
    ]
    assert [round(width(band) / width(bands[-1]), 6) for band in bands] == [2, 2, 1, 1, 1, 1]


@LOOKS
def test_a_partner_without_a_joint_project_is_said_with_a_dotted_hair(look: Look, projects: str) -> None:
    figure = go.Figure(network(answer("joint_projects"), look))
    assert [trace.hovertext.split("<br>")[0] for trace in figure.data if trace.line.dash == "dot"] == [
        "<b>South-East Netherlands</b>", "<b>Tampere Region</b>", "<b>Wallonia</b>",
    ]  # fmt: skip
    assert [text.replace("<br>", " ") for text in words(figure)][-4:-1] == [
        "<b>0</b>  South-East Netherlands", "<b>0</b>  Tampere Region", "<b>0</b>  Wallonia",
    ]  # fmt: skip


@LOOKS
def test_labels_do_not_meet_and_the_home_region_is_named(look: Look, projects: str) -> None:
    figure = go.Figure(network(answer("joint_projects"), look))
    *partners, home = figure.layout.annotations
    assert home.text == "<b>Małopolska</b>"
    assert all(higher.y - lower.y == 1 for higher, lower in pairwise(partners))
    assert figure.layout.height >= 40 * len(partners)
    assert all(len(part) <= 26 for note in partners for part in note.text.split("<br>") if look.narrow)


def test_an_earlier_year_is_drawn_where_it_is_asked_for(projects: str) -> None:
    figure = go.Figure(network(answer("joint_projects", {"last_year": "2015"}), LIGHT))
    assert words(figure)[:3] == ["<b>1</b>  Flanders", "<b>1</b>  Lombardia", "<b>1</b>  Skåne"]


def test_organisations_are_drawn_from_the_largest_sum_down_and_their_names_are_no_marks(projects: str) -> None:
    found = answer("ec_contribution_by_organisation")
    odd = replace(found, rows=tuple(replace(row, series=f"{row.series} <b>& Co") for row in found.rows))
    figure = go.Figure(bars(odd, LIGHT))
    assert list(figure.data[0].x) == [1.5, 0.32000025, 0.25, 0.08]
    assert words(figure)[0] == "UNIVERSITY ONE &lt;b&gt;&amp; Co"
    long = replace(found, rows=tuple(replace(row, series="X" * 90) for row in found.rows[-1:]))
    assert words(go.Figure(bars(long, replace(LIGHT, narrow=True)))) == ["X" * 35 + "…"]


def test_programmes_are_stacked_in_the_years_their_projects_begin(projects: str) -> None:
    figure = go.Figure(columns(answer("participations_by_year"), LIGHT))
    assert [(trace.name, list(trace.x), list(trace.y)) for trace in figure.data] == [
        ("Horizon 2020", [2015, 2018], [3, 2]), ("Horizon Europe", [2022, 2023], [1, 2]),
    ]  # fmt: skip


def test_a_place_that_is_not_on_the_map_is_said_below_it(projects: str) -> None:
    scene = towns(answer("participations_by_town"), LIGHT)
    assert {circle.place for circle in scene.circles} == {"Kraków", "Wieliczka"}
    assert scene.note.replace("\N{NO-BREAK SPACE}", " ").endswith("Not on the map: 1 participation in Dworskie Pole.")
    before = towns(answer("participations_by_town"), LIGHT, 2018)
    assert "Not on the map" not in before.note
