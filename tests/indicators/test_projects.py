"""The indicators of European projects, worked out by hand from the made-up files, and by a slow twin of the sums."""

from collections import defaultdict
from decimal import Decimal

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import answer, indicators
from tests.made_up_cordis import FILES, ONE, TWO, Line

Point = tuple[str, str | None, int]
HOME = "PL21"

# Every number from the rows of tests/made_up_cordis.py whose NUTS code begins with the home region's.
FETCHED: dict[str, dict[Point, float]] = {
    # 2015: ALFA twice, BETA once; 2018: GAMMA twice; 2022: EPSILON; 2023: ZETA twice
    "participations_by_year": {
        (HOME, "h2020", 2015): 3, (HOME, "h2020", 2018): 2, (HOME, "horizon_europe", 2022): 1,
        (HOME, "horizon_europe", 2023): 2,
    },
    # 400,000 + 50,000.25 + 200,000; 150,000 + 80,000; 900,000 net; 250,000 gross + 120,000
    "ec_contribution_by_year": {
        (HOME, "h2020", 2015): 0.65000025, (HOME, "h2020", 2018): 0.23, (HOME, "horizon_europe", 2022): 0.9,
        (HOME, "horizon_europe", 2023): 0.37,
    },
    # 400,000 + 200,000 by 2015 and 900,000 in 2022; 50,000.25 + 150,000 + 120,000; one project each
    "ec_contribution_by_organisation": {
        (HOME, ONE, 2015): 0.6, (HOME, ONE, 2023): 1.5, (HOME, TWO, 2015): 0.05000025, (HOME, TWO, 2023): 0.32000025,
        (HOME, "SMALL FIRM", 2023): 0.08, (HOME, "REMOTE FIRM", 2023): 0.25,
    },
    # KRAKOW three times, Kraków and Cracow once each and "Krakow " once; one place that is on no list
    "participations_by_town": {
        ("Kraków", "h2020", 2015): 3, ("Kraków", "h2020", 2023): 4, ("Kraków", "horizon_europe", 2023): 2,
        ("Wieliczka", "h2020", 2018): 1, ("Wieliczka", "h2020", 2023): 1, ("Dworskie Pole", "horizon_europe", 2023): 1,
    },
    # ALFA in two fields, though three rows name them; GAMMA and EPSILON in one; BETA and ZETA in none
    "projects_by_field": {
        (HOME, "medical_and_health_sciences", 2015): 1, (HOME, "natural_sciences", 2015): 1, (HOME, "none", 2015): 1,
        (HOME, "medical_and_health_sciences", 2023): 3, (HOME, "natural_sciences", 2023): 1, (HOME, "none", 2023): 2,
    },
    # Flanders: ALFA and GAMMA, where two Flemish organisations take part; Skåne: BETA and, by its old code, EPSILON
    "joint_projects": {
        ("Flanders", None, 2015): 1, ("Flanders", None, 2023): 2, ("Skåne", None, 2021): 1, ("Skåne", None, 2023): 2,
        ("Lombardia", None, 2023): 1, ("North Rhine-Westphalia", None, 2023): 1, ("Basque Country", None, 2023): 1,
        ("Scotland", None, 2023): 1, ("Wallonia", None, 2023): 0, ("Tampere Region", None, 2023): 0,
        ("South-East Netherlands", None, 2023): 0,
    },
}  # fmt: skip


def values(name: str) -> dict[Point, float | None]:
    return {(row.place, row.series, row.year): row.value for row in answer(name).rows}


def test_every_indicator_that_waits_for_a_service_is_worked_out_here() -> None:
    assert sorted(FETCHED) == [each.id for each in indicators() if each.fetch]


@pytest.mark.parametrize("name", sorted(FETCHED))
def test_an_indicator_gives_the_numbers_in_the_files(name: str, projects: str) -> None:
    found = values(name)
    assert {point: found.get(point) for point in FETCHED[name]} == pytest.approx(FETCHED[name], rel=0, abs=1e-9)
    last = max(year for _place, _series, year in found)
    assert {point for point in found if point[2] == last} == {point for point in FETCHED[name] if point[2] == last}


@pytest.mark.parametrize("name", sorted(FETCHED))
def test_before_anything_is_fetched_there_are_no_rows_and_the_sentence_says_so(name: str, snapshot: str) -> None:
    assert answer(name).rows == ()
    assert answer(name).sentence == "There are no figures yet."
    assert answer(name, {"first_year": "2020"}).sentence == "There are no figures for this choice."


def home_rows() -> list[tuple[str, Line, int]]:
    """Programme, row and year of every participation of the home region, read the slow way."""
    found = []
    for programme, lines in zip(("h2020", "horizon_europe"), FILES.values(), strict=True):
        for row in lines["organization"]:
            if row["nutsCode"].startswith(HOME):
                project = next(each for each in lines["project"] if each["id"] == row["projectID"])
                found.append((programme, row, int((project["startDate"] or project["ecSignatureDate"])[:4])))
    return found


def test_the_sums_are_those_of_a_slow_addition(projects: str) -> None:
    money: dict[Point, Decimal] = defaultdict(Decimal)
    times: dict[Point, int] = defaultdict(int)
    for programme, row, year in home_rows():
        written = row["netEcContribution"] or row["ecContribution"]
        money[HOME, programme, year] += Decimal(written.replace(",", ".")) / 1_000_000
        times[HOME, programme, year] += 1
    assert values("ec_contribution_by_year") == pytest.approx({key: float(value) for key, value in money.items()})
    assert values("participations_by_year") == times
    by_town = sum(row.value or 0 for row in answer("participations_by_town").rows if row.year == 2023)
    assert by_town == sum(times.values()) == 8
    by_organisation = sum(row.value or 0 for row in answer("ec_contribution_by_organisation").rows if row.year == 2023)
    assert by_organisation == pytest.approx(float(sum(money.values())))


def test_a_sum_over_two_programmes_names_both_sources(projects: str) -> None:
    found = answer("joint_projects")
    assert {row.place: row.source for row in found.rows if row.year == 2023}["Skåne"] == (
        "cordis_h2020 cordis_horizon_europe"
    )
    assert [card.id for card in found.sources] == ["cordis_h2020", "cordis_horizon_europe"]


def test_organisations_stand_in_the_order_of_their_sums_and_no_more_than_fifteen(projects: str) -> None:
    last = [row for row in answer("ec_contribution_by_organisation").rows if row.year == 2023]
    assert len(last) == 4
    assert sorted(last, key=lambda row: -(row.value or 0))[0].series == ONE


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("participations_by_year", "en", "Organisations of the region take part 8 times in projects that begin between "
         "2015 and 2023; the most in one year, 3, in 2015."),
        ("ec_contribution_by_year", "en", "The European Commission contributes €2.2m to the region's part in projects "
         "that begin between 2015 and 2023; the most in one year, €0.9m, to those of 2022."),
        ("joint_projects", "en", "Most joint projects are with Flanders (2 projects), then with Skåne (2 projects), "
         "counting those that begin by 2023."),
        ("projects_by_field", "en", "The most frequent field of science is Medical and health sciences (3 projects), "
         "then Natural sciences (1 project), among projects that begin by 2023."),
        ("participations_by_town", "en", "Kraków accounts for 75% of the participations in EU research projects that "
         "begin by 2023 (6 of 8); other places: 2."),
    ],
)  # fmt: skip
def test_the_sentence_says_what_the_rows_say(name: str, lang: str, said: str, projects: str) -> None:
    language.use(lang)
    assert answer(name).sentence.replace("\N{NO-BREAK SPACE}", " ") == said


def test_places_of_partners_are_their_names_and_can_be_asked_for(projects: str) -> None:
    rows = answer("joint_projects", {"places": "Flanders", "last_year": "2018"}).rows
    assert [(row.year, row.value) for row in rows] == [(2015, 1), (2016, 1), (2017, 1), (2018, 2)]


FETCHED_BY = [(each.id, name) for each in indicators() if each.fetch for name in each.filters]


@pytest.mark.parametrize(("name", "by"), FETCHED_BY, ids=[f"{name}-{by}" for name, by in FETCHED_BY])
@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_a_narrowed_answer_says_to_what(name: str, by: str, lang: str, projects: str) -> None:
    language.use(lang)
    code, words = {
        "programmes": ("horizon_europe", ("Horizon Europe", "Horyzont Europa")),
        "fields": ("medical_and_health_sciences", ("medical and health sciences", "nauki medyczne i nauki o zdrowiu")),
    }[by]
    found = answer(name, {by: code})
    assert found.rows and found.kinds == ("published",)
    start = f"{found.title}, {words[lang == 'pl']}"  # then the course of one field, or of which is first
    assert found.sentence.replace("\N{NO-BREAK SPACE}", " ").startswith(start.replace("\N{NO-BREAK SPACE}", " "))


def test_narrowed_to_a_programme_and_a_field_only_their_projects_count(projects: str) -> None:
    """ALFA (2015), GAMMA (2018) and EPSILON (2022) are medical; ALFA is natural too; BETA and ZETA have no field."""

    def found(name: str, **given: str) -> dict[tuple[str | None, int], float | None]:
        return {(row.series, row.year): row.value for row in answer(name, given).rows}

    assert found("participations_by_year", fields="medical_and_health_sciences") == {
        ("h2020", 2015): 2, ("h2020", 2018): 2, ("horizon_europe", 2022): 1,
    }  # fmt: skip
    both = "medical_and_health_sciences,natural_sciences"  # ALFA is in both, and counts once
    assert found("participations_by_year", fields=both) == found(
        "participations_by_year", fields="medical_and_health_sciences"
    )
    assert found("participations_by_year", fields="none") == {("h2020", 2015): 1, ("horizon_europe", 2023): 2}
    assert found("ec_contribution_by_year", programmes="horizon_europe", fields="none") == {
        ("horizon_europe", 2023): pytest.approx(0.37)
    }
    by_field = answer("projects_by_field", {"programmes": "h2020"}).rows
    assert {row.series: row.value for row in by_field if row.year == 2023} == {
        "medical_and_health_sciences": 2, "natural_sciences": 1, "none": 1,
    }  # fmt: skip
    partners = answer("joint_projects", {"fields": "medical_and_health_sciences"}).rows
    assert {row.place: row.value for row in partners if row.year == 2023 and row.place in ("Flanders", "Skåne")} == {
        "Flanders": 2, "Skåne": 1,
    }  # fmt: skip
    towns = answer("participations_by_town", {"programmes": "horizon_europe"}).rows
    assert {row.place: row.value for row in towns if row.year == 2023} == {"Kraków": 2, "Dworskie Pole": 1}
