"""Places are found by their names with Polish letters or without; what could be two places is refused."""

import json

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import answer, ground
from lsk_metrics.indicators.parameters import folded, parse, spelled


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Kraków", "Kraków"),
        ("Krakow", "Kraków"),
        ("krakow", "Kraków"),
        ("KRAKÓW", "Kraków"),
        ("Krako\N{COMBINING ACUTE ACCENT}w", "Kraków"),
        ("Nowy Sacz", "Nowy Sącz"),
        ("Slomniki", "Słomniki"),
        ("Zabno", "Żabno"),
        ("Krynica-Zdroj", "Krynica-Zdrój"),
    ],
)
def test_a_town_is_found_with_its_polish_letters_or_without(typed: str, meant: str, snapshot: str) -> None:
    assert spelled(typed, ground.towns(snapshot)) == meant


def test_every_town_is_found_by_its_plain_letters(snapshot: str) -> None:
    towns = ground.towns(snapshot)
    assert all(folded(name).isascii() for name in towns)
    assert [spelled(folded(name), towns) for name in towns] == list(towns)


def test_the_answer_and_its_rows_carry_the_name_as_it_is_written(snapshot: str) -> None:
    plain, polish = answer("members_by_town", {"places": "Krakow"}), answer("members_by_town", {"places": "Kraków"})
    assert plain.parameters.places == ("Kraków",)
    assert plain.rows == polish.rows
    assert sum(row.value or 0 for row in plain.rows if row.year == 2018) == 73


def test_the_command_takes_both(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "members_by_town", "--with", "places=Krakow,Nowy Sacz", "--format", "json"]) in (0, None)
    assert json.loads(capsys.readouterr().out)["parameters"]["places"] == ["Kraków", "Nowy Sącz"]


def test_what_could_be_two_places_is_refused() -> None:
    lists = {"places": frozenset({"Łąka", "Laka", "Łaka", "Bór"})}
    with pytest.raises(NameUnknown, match="There is no place called “łaka”"):
        parse({"places": "łaka"}, lists)
    assert parse({"places": "Laka, Bor"}, lists).places == ("Laka", "Bór")


def test_what_is_nowhere_is_refused_with_the_nearest(snapshot: str) -> None:
    with pytest.raises(NameUnknown, match="There is no place called “Krakuw”. Did you mean “Kraków”?"):
        answer("members_by_town", {"places": "Krakuw"})
