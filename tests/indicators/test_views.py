"""Views give the numbers that anyone can work out from the tables by hand, and say who is left out and why."""

import json

import pytest

from lsk_metrics import language
from lsk_metrics.__main__ import main
from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import Answer, answer, indicators
from lsk_metrics.indicators.facts import placeholders
from lsk_metrics.indicators.passport import caveat_words
from lsk_metrics.indicators.views import refusal, views

GERD = "gerd_share_of_gdp"
COMPARABLE = [each for each in indicators() if each.places == "regions"]


def asked(view: str, name: str = GERD, **given: str) -> Answer:
    return answer(name, {"view": view, **given})


def values(found: Answer) -> dict[str, float | None]:
    return {row.place: row.value for row in found.rows}


def test_a_ranking_has_the_latest_value_of_each_with_its_rank_and_keeps_who_has_none(snapshot: str) -> None:
    found = asked("ranking")
    assert [(row.place, row.value, row.series) for row in found.rows] == [
        ("BE2", 3.52, "1"), ("SE22", 3.5, "2"), ("BE3", 3.24, "3"), ("FI19", 2.91, "4"), ("PL21", 2.75, "5"),
        ("ES21", 2.35, "6"), ("DEA", 2.27, "7"), ("PL", 1.56, None), ("ITC4", 1.19, "8"), ("UKM", None, None),
        ("NL41", None, None), ("NL42", None, None), ("EU27_2020", None, None),
    ]  # fmt: skip
    assert found.sentence == (
        "R&D expenditure (GERD): Małopolska has 2.75% (2023), rank 5 of 8 regions compared; "
        "first is Flanders with 3.52% (2023)."
    )
    assert "No figure for: Scotland, South-East Netherlands, European Union (27 countries, from 2020)." in found.caveats


def test_a_ranking_of_an_earlier_year_takes_values_up_to_it_and_says_of_which_year_they_are(snapshot: str) -> None:
    rows = {row.place: (row.year, row.value) for row in asked("ranking", last_year="2020").rows}
    assert rows["PL21"] == (2020, 2.41)
    assert rows["SE22"] == (2019, 3.64)
    assert rows["BE2"] == (2017, 2.87)


def test_where_less_is_better_the_lowest_comes_first(snapshot: str) -> None:
    found = asked("ranking", "unemployment_rate")
    ranked = [row.value for row in found.rows if row.series]
    assert ranked == sorted(value for value in ranked if value is not None)
    assert (found.rows[0].place, found.rows[0].value, found.rows[0].series) == ("PL21", 2.5, "1")


def test_a_partner_given_as_a_whole_and_in_parts_counts_once(snapshot: str) -> None:
    whole = {row.place for row in asked("ranking", "gdp_per_head_pps").rows}
    parts = {row.place for row in asked("ranking", "regional_innovation_index").rows}
    assert "DEA" in whole and not whole & {"DEA1", "DEA2", "DEA3", "DEA4", "DEA5"}
    assert {"DEA1", "DEA2", "DEA3", "DEA4", "DEA5"} <= parts and "DEA" not in parts


def test_the_distance_to_the_leader_is_in_percentage_points_of_one_year(snapshot: str) -> None:
    found = asked("gap_leader")
    near = {place: value for place, value in values(found).items() if value is not None}
    assert near == {
        "BE2": 0, "SE22": -0.02, "BE3": -0.28, "FI19": -0.61, "PL21": -0.77, "ES21": -1.17, "DEA": -1.25,
        "PL": -1.96, "ITC4": -2.33,
    }  # fmt: skip
    assert {row.kind for row in found.rows} == {"derived"}
    assert found.unit == "percentage points"
    assert "Małopolska and the leader, Flanders, are 0.77 percentage points apart (2023)." in found.sentence


def test_the_distance_is_taken_in_the_latest_year_both_have(snapshot: str) -> None:
    rows = {row.place: (row.year, row.value) for row in asked("gap_leader", last_year="2022").rows}
    assert rows["SE22"] == (
        2017,
        0.31,
    )  # the leader up to 2022 is Flanders, whose figures skip 2018 to 2021: 3.18 − 2.87
    assert rows["PL21"] == (2022, pytest.approx(2.54 - 3.47))


def test_the_distance_to_the_union_is_per_head_and_never_that_of_a_total(snapshot: str) -> None:
    found = asked("gap_union", "gdp_per_head_pps")
    assert values(found)["PL21"] == 26200 - 38100
    assert values(found)["EU27_2020"] == 0
    assert "11,900 PPS below the figure of the European Union (2023)" in found.sentence
    with pytest.raises(ValueRefused, match="“Population” is a total"):
        asked("gap_union", "population")
    assert asked("gap_union", "employment_rate").sentence == (
        "Employment rate: the data have no figure for the European Union."
    )


def test_a_change_runs_between_each_regions_own_years_and_never_across_a_break(snapshot: str) -> None:
    found = asked("change", first_year="2013")
    rows = {row.place: (row.series, row.value, row.flag) for row in found.rows}
    assert rows["PL21"] == ("2013–2023", 1.43, "")
    assert rows["BE2"] == ("2014–2023", 0.93, "")
    assert rows["FI19"] == ("2013–2023", -0.34, "")
    assert rows["ITC4"] == ("2013–2023", None, "b")  # a break in 2016
    assert rows["UKM"] == (None, None, "")
    assert "Not computed across a break in the series: Lombardia." in found.caveats
    since = {row.place: (row.series, row.value) for row in asked("change", first_year="2016").rows}
    assert since["ITC4"] == ("2016–2023", -0.09)  # from the break on


def test_the_home_regions_own_break_is_said_in_the_sentence(snapshot: str) -> None:
    found = asked("change", "employment_rate", first_year="2018", last_year="2024")
    assert values(found)["PL21"] is None
    assert "no change is given for Małopolska, because the series has a break between the two years" in found.sentence
    after = asked("change", "employment_rate", first_year="2021", last_year="2024")
    assert values(after)["PL21"] == 3.0  # 71.3 − 68.3


def test_the_pace_needed_is_the_distance_over_the_years_that_are_left(snapshot: str) -> None:
    found = asked("pace", target_year="2030")
    rows = {(row.series or "").split(" ")[0] + " " + row.place: (row.series, row.value) for row in found.rows}
    assert rows["needed BE2"] == ("needed 2023–2030", 0.11)  # (3.52 − 2.75) ÷ 7
    assert rows["past PL21"] == ("past 2013–2023", 0.143)  # (2.75 − 1.32) ÷ 10
    assert rows["best BE2"] == ("best 2015–2022", pytest.approx((3.47 - 2.66) / 7, abs=1e-6))
    assert rows["best ITC4"] == ("best 2016–2023", pytest.approx((1.19 - 1.28) / 7, abs=1e-6))
    assert rows["best SE22"] == ("best", None)  # odd years only: no two values seven years apart
    assert "Of 5 other regions with so long a series without a break, 1 ever kept that pace." in found.sentence
    assert found.unit == "percentage points a year"


def test_past_paces_stop_at_breaks(snapshot: str) -> None:
    found = asked("pace", "employment_rate", target_year="2027")
    past = next(row for row in found.rows if (row.series or "").startswith("past"))
    assert past.series == "past 2021–2024"
    best = {row.place: row for row in found.rows if (row.series or "").startswith("best")}
    assert best["SE22"].series == "best 2021–2024" or best["SE22"].series == "best 2013–2016"
    assert all(row.series not in ("best 2018–2021", "best 2019–2022", "best 2020–2023") for row in best.values())


def test_who_leads_has_nobody_to_catch_up_with_and_a_year_gone_by_is_no_target(snapshot: str) -> None:
    assert "Małopolska leads already" in asked("pace", "unemployment_rate").sentence
    assert "has to lie after it" in asked("pace", target_year="2020").sentence


@pytest.mark.parametrize("view", views(), ids=lambda each: each.id)
@pytest.mark.parametrize("each", COMPARABLE, ids=lambda each: each.id)
def test_every_view_of_every_indicator_answers_or_says_why_not(each: object, view: object, snapshot: str) -> None:
    name, wanted = each.id, view.id  # type: ignore[attr-defined]
    if refusal(each, view):  # type: ignore[arg-type]
        with pytest.raises(ValueRefused):
            asked(wanted, name)
        return
    for lang in ("en", "pl"):
        language.use(lang)
        found = asked(wanted, name)
        assert found.sentence.endswith(".") and not placeholders(found.sentence)
        assert found.title and found.question.endswith("?") and not placeholders(found.question)
        assert found.peers in found.caveats


@pytest.mark.parametrize("view", views(), ids=lambda each: each.id)
def test_a_view_names_only_caveats_that_have_words(view: object) -> None:
    assert set(view.caveats) - set(caveat_words()) == set()  # type: ignore[attr-defined]


def test_what_cannot_be_viewed_is_refused_in_a_sentence(snapshot: str) -> None:
    with pytest.raises(NameUnknown, match="There is no view called “rankin”. Did you mean “ranking”?"):
        asked("rankin")
    with pytest.raises(ValueRefused, match="“Members by town” is not about regions that could be compared."):
        asked("ranking", "members_by_town")
    with pytest.raises(ValueRefused, match="In “Population” neither more nor less is better"):
        asked("pace", "population")


def test_the_command_answers_a_view_like_any_answer(snapshot: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["show", GERD, "--with", "view=change", "--with", "first_year=2016", "--format", "json"]
    assert main(arguments) in (0, None)
    document = json.loads(capsys.readouterr().out)
    assert (document["view"], document["unit"]) == ("change", "percentage points")
    assert "WITH -- What every view begins with." in document["sql"]
    assert document["peers"].startswith("Compared with the partner regions: Basque Country, Flanders")
    assert [row["value"] for row in document["rows"] if row["place"] == "PL21"] == [0.58]
