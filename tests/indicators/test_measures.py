"""Per head, index and yearly change give the numbers anyone can work out by hand, and refuse what would mislead."""

import json

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import Answer, answer
from lsk_metrics.indicators.parameters import MEASURES, Parameters


def asked(name: str, by: str, **given: str) -> Answer:
    return answer(name, {"measure": by, **given})


def line(found: Answer, place: str = "PL21", kind: str | None = None) -> dict[int, float | None]:
    return {row.year: row.value for row in found.rows if row.place == place and kind in (None, row.kind)}


def text(given: dict[str, object]) -> dict[str, str]:
    """Parameters as they stand in an address: lists with commas, yes and no."""
    written = {}
    for name, value in given.items():
        if isinstance(value, tuple):
            written[name] = ",".join(map(str, value))
        else:
            written[name] = {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)  # type: ignore[call-overload]
    return {name: value for name, value in written.items() if value}


def test_absolute_is_what_there_is_without_a_measure(snapshot: str) -> None:
    assert answer("gerd_eur_m", {"measure": "absolute"}) == answer("gerd_eur_m")
    assert "measure" not in answer("gerd_eur_m").document()
    assert Parameters().given(()) == {"first_year": 1900, "last_year": 2100, "places": (), "illustrative": True}


def test_money_per_inhabitant_is_millions_over_the_population_of_the_same_year(snapshot: str) -> None:
    found = asked("gerd_eur_m", "per_head")
    assert line(found)[2019] == pytest.approx(971.4e6 / 3_360_545, abs=1e-6)  # €289.06
    assert line(found)[2014] == pytest.approx(444.4e6 / 3_316_097, abs=1e-6)
    assert line(found)[2023] is None  # the population is known up to 2019
    assert set(line(found, "PL").values()) == {None}
    assert {row.kind for row in found.rows} == {"derived"}
    assert {card.id for card in found.sources} == {"gerd_eur", "eurostat_population"}
    assert found.unit == "EUR per inhabitant, current prices"
    assert found.title == "R&D expenditure in euro relative to population"
    assert found.sentence == (
        "R&D expenditure in euro relative to population, Małopolska: €134 per inhabitant in 2014, "
        "€289 per inhabitant in 2019."
    )


def test_persons_are_counted_for_a_thousand_inhabitants_and_organisations_for_a_million(snapshot: str) -> None:
    personnel = asked("rd_personnel", "per_head")
    assert line(personnel)[2016] == pytest.approx(15_068 / 3_330_031 * 1_000, abs=1e-6)  # 4.5
    assert personnel.unit == "full-time equivalents per 1,000 inhabitants"
    members = asked("members", "per_head")
    assert line(members, kind="derived")[2018] == pytest.approx(95 / 3_349_498 * 1e6, abs=1e-6)  # 28.4
    assert line(members, kind="illustrative")[2018] == pytest.approx(95 / 3_349_498 * 1e6, abs=1e-6)
    assert "28.4 per million inhabitants in 2018" in members.sentence


def test_per_head_of_a_lower_bound_stays_one(snapshot: str) -> None:
    rows = {row.series: (row.value, row.flag) for row in asked("investment_by_kind", "per_head").rows}
    assert rows["infrastructure"] == (pytest.approx(207e6 / 3_349_498, abs=1e-6), ">")


def test_an_index_starts_at_100_in_the_first_year_of_the_period_that_has_a_value(snapshot: str) -> None:
    found = asked("gerd_eur_m", "index")
    assert line(found)[2014] == 100
    assert line(found)[2023] == pytest.approx(100 * 1657.6 / 444.4, abs=1e-6)  # 373.0
    assert line(found, "PL")[2016] == 100
    later = asked("gerd_eur_m", "index", first_year="2016", last_year="2020")
    assert sorted(line(later)) == [2016, 2017, 2018, 2019, 2020]
    assert line(later)[2020] == pytest.approx(100 * 1037.7 / 737.7, abs=1e-6)
    assert found.sentence == "R&D expenditure in euro, start = 100, Małopolska: 373.0 in 2023, where 2014 is 100."


def test_an_index_begins_anew_after_the_last_break_and_leaves_out_what_lies_before(snapshot: str) -> None:
    rates = line(answer("employment_rate"))
    found = asked("employment_rate", "index")
    assert min(line(found)) == 2021  # the break
    assert rates[2018] is not None and 2018 not in line(found)
    assert line(found)[2024] == pytest.approx(100 * 71.3 / 68.3, abs=1e-6)  # 104.4
    before = asked("employment_rate", "index", last_year="2018")
    assert line(before)[2018] == pytest.approx(100 * 66.9 / 64.6, abs=1e-6)  # from the break of 2016 on
    assert "after a break in its series it starts anew" in " ".join(found.caveats)


def test_a_change_is_the_difference_to_the_year_before_in_points_for_percentages(snapshot: str) -> None:
    found = asked("gerd_share_of_gdp", "change")
    assert line(found)[2023] == pytest.approx(2.75 - 2.54)
    assert found.unit == "percentage points"
    assert found.sentence == (
        "R&D expenditure (GERD), change on the year before, Małopolska: +0.21 percentage points in 2023."
    )
    assert 2013 not in line(found)  # nothing before the first year
    # The year before is looked at even where it lies before the period asked for.
    assert line(asked("gerd_share_of_gdp", "change", first_year="2023"))[2023] == pytest.approx(2.75 - 2.54)


def test_a_gap_or_a_break_gives_no_change(snapshot: str) -> None:
    sweden = line(asked("gerd_share_of_gdp", "change", places="SE22"), "SE22")
    assert set(sweden.values()) == {None}  # odd years only
    assert line(asked("employment_rate", "change"))[2021] is None  # the break
    assert line(asked("employment_rate", "change"))[2022] is not None


def test_a_change_down_and_one_of_one_are_said_as_such(snapshot: str) -> None:
    assert asked("startups_launched", "change").sentence.endswith("−1 start-up in 2018.")
    assert asked("members", "change").sentence.endswith("+1 member in 2018.")
    language.use("pl")
    assert asked("members", "change").sentence.replace("\N{NO-BREAK SPACE}", " ").endswith("+1 członek w 2018 r.")


def test_what_rests_on_the_sample_still_does(snapshot: str) -> None:
    for by in MEASURES[1:]:
        found = asked("investment_by_year", by)
        assert found.kinds == ("illustrative",)
        assert asked("investment_by_year", by, illustrative="no").rows == ()


def test_a_measure_goes_with_places_peers_and_a_period(snapshot: str) -> None:
    found = asked("rd_personnel", "per_head", places="PL21,ES21", first_year="2015")
    assert {(row.place, row.year) for row in found.rows} == {
        ("PL21", 2015), ("PL21", 2016), ("ES21", 2015), ("ES21", 2016),
    }  # fmt: skip
    domestic = asked("population", "index", peers="domestic")
    assert domestic.parameters.peers == "domestic" and "PL91" in domestic.parameters.places


def test_a_ranking_per_head_ranks_by_head(snapshot: str) -> None:
    found = asked("rd_personnel", "per_head", view="ranking")
    assert found.title == "R&D personnel relative to population: ranking"
    ranked = [row for row in found.rows if row.series]
    assert [row.series for row in ranked] == [str(at) for at in range(1, len(ranked) + 1)]
    assert [row.value for row in ranked] == sorted((row.value or 0 for row in ranked), reverse=True)
    home = next(row for row in ranked if row.place == "PL21")
    assert home.value == pytest.approx(15_068 / 3_330_031 * 1_000, abs=1e-6)
    assert found.sentence.startswith(
        "R&D personnel relative to population: Małopolska has 4.5 per 1,000 inhabitants (2016)"
    )


def test_a_total_per_head_can_be_held_against_the_union_and_the_total_not(snapshot: str) -> None:
    assert asked("rd_personnel", "per_head", view="gap_union").sentence.endswith("no figure for the European Union.")
    with pytest.raises(ValueRefused, match="is a total"):
        answer("rd_personnel", {"view": "gap_union"})


def test_a_ranking_by_yearly_change_takes_each_regions_latest(snapshot: str) -> None:
    rows = {row.place: (row.year, row.value) for row in asked("gerd_share_of_gdp", "change", view="ranking").rows}
    assert rows["PL21"] == (2023, pytest.approx(0.21))


@pytest.mark.parametrize("by", MEASURES[1:])
def test_the_parameters_of_an_answer_can_be_asked_again(by: str, snapshot: str) -> None:
    given = {"view": "ranking", "peers": "partners"} if by == "per_head" else {"places": "PL21", "first_year": "2010"}
    found = asked("rd_personnel", by, **given)
    again = answer("rd_personnel", text(found.document()["parameters"]) | ({"places": ""} if "view" in given else {}))
    assert again.rows == found.rows
    assert again.parameters == found.parameters


def test_the_command_and_its_document_say_the_measure(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "gerd_eur_m", "--with", "measure=index", "--with", "places=PL21", "--format", "json"]) in (
        0,
        None,
    )
    document = json.loads(capsys.readouterr().out)
    assert (document["measure"], document["unit"]) == ("index", "index, start = 100")
    assert document["parameters"]["measure"] == "index"
    assert "-- What every measure begins with." in document["sql"]
