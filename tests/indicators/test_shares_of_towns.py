"""A town's share is of all that are counted: of towns picked by a reader none is taken, and the whole is called so."""

import csv

import pytest

from lsk_metrics import language, paths
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.standing import share

pytestmark = pytest.mark.usefixtures("snapshot")


def said(name: str, lang: str = "en", **given: str) -> str:
    language.use(lang)
    return answer(name, given).sentence.replace("\N{NO-BREAK SPACE}", " ")


def towns_of(area: str) -> list[str]:
    """The seats of the sample's members of an area at the end of 2018, from the file itself."""
    with (paths.data() / "illustrative" / "members.csv").open(encoding="utf-8", newline="") as file:
        return [line["town"] for line in csv.DictReader(file) if line["area"] == area and not line["left"]]


def test_an_area_whose_members_are_all_in_one_town_is_said_so_in_both_languages() -> None:
    assert towns_of("R&D") == ["Kraków"] * 10
    assert said("members_by_town", areas="R&D") == (
        "Members by town, research and development: all 10 members have their seat in Kraków at the end of 2018."
    )
    assert said("members_by_town", "pl", areas="R&D") == (
        "Członkowie według miejscowości, badania i rozwój: na koniec 2018 r. siedzibą wszystkich jest Kraków "
        "(10 członków)."
    )


def test_a_share_under_a_filter_is_of_all_that_the_filter_lets_through() -> None:
    assert (towns_of("Med").count("Kraków"), len(towns_of("Med"))) == (5, 10)
    assert "Kraków has 50% of them (5 of 10) at the end of 2018" in said("members_by_town", areas="Med")


def test_money_that_went_to_one_town_has_no_share() -> None:
    assert said("investment_by_town", areas="Biz") == (
        "Investment by town, business support: all of the money spent by 2018, €49.6m, went to Kraków."
    )


def test_two_start_ups_in_one_town_are_all_in_it() -> None:
    assert said("startups_by_town", areas="Biz") == (
        "Start-ups by town, business support: the 2 start-ups launched by 2018 are all in Kraków."
    )
    assert said("startups_by_town", "pl", areas="Biz") == (
        "Start-upy według miejscowości, wsparcie biznesu: siedzibą wszystkich uruchomionych do 2018 r. jest Kraków "
        "(2 start-upy)."
    )


def test_towns_picked_by_a_reader_make_no_whole() -> None:
    assert said("members_by_town", places="Gorlice") == "Members by town in 2018: Gorlice, 1 member."
    assert said("members_by_town", places="Kraków,Tarnów") == (
        "Members by town in 2018: highest in Kraków (73 members), lowest in Tarnów (5 members)."
    )
    for name in ("startups_by_town", "investment_by_town", "students_by_town"):
        assert "%" not in said(name, places="Kraków")


def test_what_is_nearly_all_is_not_a_hundred_percent() -> None:
    assert [share(10, 10), share(299, 300), share(99999, 100000), share(199, 201), share(1, 3)] == [
        "100%", "99.7%", "99.9%", "99%", "33%"]  # fmt: skip
