"""`lsk passport` prints what stands behind an indicator, in either language and as of any snapshot."""

import csv
import io
import json

import pytest

from lsk_metrics.__main__ import main
from lsk_metrics.indicators import answer, indicators, methods

NAMES = [each.id for each in [*indicators(), *methods()]]


@pytest.mark.parametrize("name", NAMES)
def test_every_indicator_has_its_passport_in_the_terminal(
    name: str, snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["passport", name, "--lang", "pl", "--snapshot", snapshot]) == 0
    said = capsys.readouterr().out
    lines = said.splitlines()
    for heading in ("Co obejmuje wskaźnik", "Dlaczego to ważne", "Jednostka", "Pożądany kierunek zmian", "Sumowanie",
                    "Kto odpowiada za wskaźnik", "Migawka danych", "Sposób obliczenia"):  # fmt: skip
        assert heading in lines
    assert lines[-1].startswith(f"  lsk show {name} ") and lines[-1].endswith(f" --lang pl --snapshot {snapshot}")
    for card in answer(name, {}, snapshot).sources:
        assert f"SHA-256: {card.sha256}" in said


def test_the_query_is_printed_as_it_ran_below_the_values_of_its_parameters(
    snapshot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["passport", "members_by_town", "--with", "areas=R&D,Med", "--with", "first_year=2010"]) == 0
    said = capsys.readouterr().out
    assert '  -- $areas = ["R&D", "Med"]\n' in said
    assert "  -- $first_year = 2010\n" in said
    assert "\n  SELECT town AS place, year, count(*) AS value, area AS series, any_value(kind) AS kind," in said


def test_the_passport_of_a_view_says_what_the_view_computes(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passport", "gerd_share_of_gdp", "--with", "view=gap_leader", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["definition"].endswith("nation and Union never lead.")
    said = {row["heading"]: row["words"] for row in document["passport"]}
    assert said["Unit"] == "Percentage points"
    assert said["Adding up"] == "These values are never added up."
    assert said["Regions compared"].startswith("Compared with the partner regions: Basque Country, Flanders")
    assert document["command"].startswith("lsk show gerd_share_of_gdp --with view=gap_leader --with peers=partners ")


def test_the_letters_that_occur_are_told_and_no_others(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["passport", "tertiary_attainment", "--with", "places=PL21", "--format", "csv"]) == 0
    said = {row["heading"]: row["words"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    letters = {row.flag for row in answer("tertiary_attainment", {"places": "PL21"}, snapshot).rows} - {""}
    assert letters == {"b"}
    assert said["Signs and letters beside values"] == (
        "b: break in the series, a gap in the line; values on either side are not compared."
    )
    assert "b: break" not in said["What must be known"]
