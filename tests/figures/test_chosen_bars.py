"""What is chosen keeps its colour and the rest steps back, by colours that an export has as well."""

from dataclasses import replace

import pytest

from lsk_metrics.figures import theme
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.standing import ranking
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.indicators import answer

pytestmark = [
    pytest.mark.usefixtures("snapshot"),
    pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"]),
]


def test_a_chosen_bar_keeps_its_colour_and_the_others_turn_grey(look: Look) -> None:
    [marks] = bars(answer("members_by_area"), replace(look, chosen=("Med",)))["data"]
    colours = dict(zip(marks["customdata"], marks["marker"]["color"], strict=True))
    assert colours.pop("Med") == look.six[3]
    assert set(colours.values()) == {look.peer}


def test_a_bar_without_a_known_group_can_be_told_when_it_is_chosen(look: Look) -> None:
    [marks] = bars(answer("members_by_value_chain"), replace(look, chosen=("none",)))["data"]
    assert dict(zip(marks["customdata"], marks["marker"]["color"], strict=True))["none"] == look.muted


def test_grey_bars_and_their_words_stay_legible(look: Look) -> None:
    figure = bars(answer("members_by_area"), replace(look, chosen=("Med",)))
    assert theme.contrast(look.peer, look.ground) >= 3
    assert figure["data"][0]["textfont"]["color"] == look.ink
    assert {note["font"]["color"] for note in figure["layout"]["annotations"]} == {look.ink}
    assert [note["text"] for note in figure["layout"]["annotations"] if "<b>" in note["text"]] == ["<b>Healthcare</b>"]


def test_plotly_itself_pales_nothing(look: Look) -> None:
    [marks] = bars(answer("members_by_area"), look)["data"]
    assert marks["unselected"] == marks["selected"] == {"marker": {"opacity": 1}, "textfont": {"color": look.ink}}


def test_a_marked_region_stands_out_beside_the_home_region(look: Look) -> None:
    found = answer("gerd_share_of_gdp", {"view": "ranking"})
    home = next(code for code in found.places if found.role(code) == "home")
    [marks] = ranking(found, replace(look, chosen=("BE2",)))["data"]
    colours = dict(zip(marks["customdata"], marks["marker"]["color"], strict=True))
    assert colours[home] == look.accent
    assert [code for code, colour in colours.items() if colour == look.marked] == ["BE2"]


def test_a_marked_line_is_named_in_its_colour(look: Look) -> None:
    figure = lines(answer("gerd_share_of_gdp"), replace(look, chosen=("BE2",), narrow=True))
    [name] = [note for note in figure["layout"]["annotations"] if "Flanders" in note["text"]]
    assert (name["text"], name["font"]["color"]) == ("<b>Flanders</b>", look.marked)


def test_without_a_choice_everything_has_its_own_colour(look: Look) -> None:
    [marks] = bars(answer("members_by_area"), look)["data"]
    assert marks["marker"]["color"] == list(look.six[: len(marks["customdata"])])
