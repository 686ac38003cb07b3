"""The one sentence of an answer says the numbers of its rows, of the strongest kind, and of one side of a break."""

from dataclasses import replace

import pytest

from lsk_metrics.indicators import Answer, Row, answer, indicators
from lsk_metrics.indicators.facts import facts, placeholders

NAMES = [each.id for each in indicators() if not each.fetch]  # for those: test_projects.py
NOTHING = "There are no figures for this choice."

# What each sentence must say of the whole data: numbers worked out by hand, see test_numbers.py for where they stand.
SAID: dict[str, list[str]] = {
    "business_rd_share_of_gdp": ["0.22%", "2009", "1.66%", "2016", "rank 3 of 5", "2.04%", "South Sweden", "2015"],
    "employment_rate": ["68.3%", "2021", "71.3%", "2024"],
    "gdp_per_head_pps": ["8,000", "2000", "26,200", "2023", "rank 10 of 10", "52,300", "Noord-Brabant"],
    "gerd_eur_m": ["€444m", "2014", "€1,658m", "2023"],
    "gerd_share_of_gdp": ["1.32%", "2013", "2.75%", "2023", "rank 5 of 8", "3.52%", "Flanders"],
    "hightech_employment_share": ["2.7%", "2008", "3.5%", "2018", "rank 6 of 7", "4.9%", "Lombardia"],
    "hrst_share": ["21.1%", "2008", "33.5%", "2018", "rank 6 of 7", "47.6%", "South Sweden"],
    "investment_by_kind": ["2018", "over €207m", "over €202m"],
    "investment_by_town": ["Kraków", "2018", "€409.0m"],
    "investment_by_year": ["2007", "2018", "€409.0m"],  # 207.0 + 202.0
    "investment_cumulative": ["2018", "€409.0m", "€207.0m", "€202.0m"],
    "members": ["32", "2006", "95", "2018", "3 times"],  # 95 / 32 = 2.97
    "members_by_area": ["Biotechnology and life science business", "95", "2018"],
    "members_by_helix": ["Business", "Government", "5", "2018"],
    "members_by_town": ["Kraków", "95", "2018"],
    "members_by_type": ["Small and medium-sized enterprises", "47%", "Public institutions", "31%", "2018"],
    "members_by_value_chain": ["Health and quality of life", "95", "2018"],
    "members_joined": ["2006", "32", "106", "2018"],  # 95 who are there and 11 who have left
    "patents_per_million": ["1.2", "2001", "18.5", "2012", "rank 7 of 7", "496.0", "Noord-Brabant"],
    "population": ["3,279,036", "2008", "3,360,545", "2019"],
    "powiat_density": ["Kraków", "2,475.7", "miechowski", "68.5", "2024"],
    "powiat_unemployment": ["dąbrowski", "11.4%", "Kraków", "2.0%", "2024"],
    "powiat_wages": ["Kraków", "121.1%", "tarnowski", "77.5%", "2024"],
    "rd_personnel": ["7,362", "2008", "15,068", "2016"],
    "regional_innovation_index": ["73.4", "2019", "rank 11 of 11", "South Sweden", "143.4"],
    "startups_by_area": ["40", "2018"],
    "startups_by_status": ["40", "2018", "28"],
    "startups_by_town": ["Kraków", "40", "2018"],
    "startups_cumulative": ["40 start-ups", "2018"],
    "startups_launched": ["2008", "2018", "40 start-ups", "5"],
    "students": ["207,600", "2011/12", "148,400", "2023/24"],
    "students_by_institution": [
        "Uniwersytet Jagielloński",
        "33,549",
        "Akademia Górniczo-Hutnicza",
        "18,074",
        "2023/24",
    ],
    "students_by_town": ["Kraków", "130,400", "2023/24", "88%"],  # of 148,500 in the six towns
    "tertiary_attainment": ["36.4%", "2021", "41.9%", "2024", "rank 4 of 7", "56.2%", "Basque Country"],
    "unemployment_rate": ["3.2%", "2021", "2.5%", "2024", "best of the 7"],
}


def answered(name: str, **values: str) -> Answer:
    return answer(name, values)


def made(name: str, *points: tuple[int, float | None, str]) -> Answer:
    """An answer with rows of our own for the home region."""
    rows = tuple(Row("PL21", year, value, "published", "eurostat_gerd", flag=flag) for year, value, flag in points)
    return replace(answer(name), rows=rows)


def test_no_sentence_is_without_numbers_worked_out_by_hand() -> None:
    assert sorted(SAID) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_says_the_numbers_it_claims(name: str, snapshot: str) -> None:
    said = answer(name).sentence.replace("\N{NO-BREAK SPACE}", " ")
    assert [words for words in SAID[name] if words not in said] == []
    assert said.endswith(".")
    assert placeholders(said) == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_sentence_never_rests_on_the_sample_where_something_published_says_it(name: str, snapshot: str) -> None:
    real = answered(name, illustrative="no")
    if real.rows:
        assert answer(name).sentence == real.sentence


def test_the_sample_speaks_only_for_years_in_which_nothing_is_published(snapshot: str) -> None:
    assert {row.kind for row in answered("members", first_year="2007", last_year="2017").rows} == {"illustrative"}
    for first, last in [(2006, 2010), (2010, 2018), (2006, 2018)]:
        asked = {"first_year": str(first), "last_year": str(last)}
        assert answer("members", asked).sentence == answer("members", {**asked, "illustrative": "no"}).sentence


@pytest.mark.parametrize("name", NAMES)
def test_there_are_no_figures_only_where_there_are_none(name: str, snapshot: str) -> None:
    """Asked for one place, for one year and up to each year: whoever sees a value reads of a value."""
    whole = answer(name)
    years = sorted({row.year for row in whole.rows})
    asked = [{"places": place} for place in whole.places]
    asked += [{"first_year": str(year), "last_year": str(year)} for year in years]
    asked += [{"last_year": str(year)} for year in years]
    found = [answer(name, each) for each in asked]
    wrong = [each.parameters for each in found
             if (each.sentence == NOTHING) == any(row.value is not None for row in each.rows)]  # fmt: skip
    assert wrong == []


def test_an_answer_without_rows_says_so(snapshot: str) -> None:
    found = answered("members_by_area", illustrative="no")
    assert (found.rows, found.kind, found.sources, found.sentence) == ((), None, [], NOTHING)
    assert answered("students", last_year="1999").sentence == NOTHING


def test_an_answer_of_nothing_but_missing_values_says_so(snapshot: str) -> None:
    assert made("gerd_eur_m", (2018, None, ""), (2019, None, "")).sentence == NOTHING


def test_a_change_is_not_computed_across_a_break(snapshot: str) -> None:
    found = answer("employment_rate")
    own = [(row.year, row.flag) for row in found.rows if row.place == "PL21" and "b" in row.flag]
    assert own == [(2016, "b"), (2019, "b"), (2021, "b")]
    known, turn = facts(found)
    assert (known["first_year"], known["last_year"], known["break_year"], turn) == ("2021", "2024", "2021", "up")
    assert known["change_n"] == "3.0"  # 71.3 - 68.3, not 71.3 - 59.5
    assert "59.5" not in found.sentence
    assert found.sentence.endswith("Years before 2021 are not comparable.")


def test_a_break_in_the_first_year_parts_nothing(snapshot: str) -> None:
    known, turn = facts(made("gerd_eur_m", (2018, 100.0, "b"), (2019, 130.0, "")))
    assert (known["change_n"], turn, "break_year" in known) == ("30", "up", False)


def test_a_break_in_the_last_year_leaves_no_change_to_tell(snapshot: str) -> None:
    known, turn = facts(made("gerd_eur_m", (2018, 100.0, ""), (2019, 130.0, "b")))
    assert (known["last_n"], turn, "change" in known, known["break_year"]) == ("130", "text", False, "2019")


def test_a_break_is_a_break_where_its_own_value_is_missing(snapshot: str) -> None:
    known, _turn = facts(made("gerd_eur_m", (2017, 90.0, ""), (2018, None, "b"), (2019, 130.0, ""), (2020, 140.0, "")))
    assert (known["first_year"], known["change_n"]) == ("2019", "10")


def test_a_break_after_the_last_value_parts_nothing(snapshot: str) -> None:
    known, turn = facts(made("gerd_eur_m", (2017, 90.0, ""), (2018, 100.0, ""), (2019, None, "b")))
    assert (known["first_year"], known["last_year"], known["change_n"], turn) == ("2017", "2018", "10", "up")


def test_a_missing_value_is_neither_first_nor_last_nor_zero(snapshot: str) -> None:
    known, turn = facts(made("gerd_eur_m", (2016, None, ""), (2017, 90.0, ""), (2018, 80.0, ""), (2019, None, "")))
    assert (known["first_year"], known["last_year"], known["change_n"], turn) == ("2017", "2018", "10", "down")


def test_what_does_not_show_in_the_decimals_is_no_change(snapshot: str) -> None:
    _known, turn = facts(made("gerd_eur_m", (2018, 100.2, ""), (2019, 100.4, "")))
    assert turn == "flat"


def test_growth_from_zero_has_no_times(snapshot: str) -> None:
    known, _turn = facts(made("gerd_eur_m", (2018, 0.0, ""), (2019, 100.0, "")))
    assert "times" not in known


def test_less_is_better_where_the_passport_says_so(snapshot: str) -> None:
    """2.5% of Małopolska is the least among the seven regions of 2024, and so the best."""
    latest = {row.place: row.value for row in answered("unemployment_rate", first_year="2024").rows}
    assert min(latest, key=lambda place: latest[place] or 99) == "PL21"
    known, _turn = facts(answer("unemployment_rate"))
    assert (known["rank"], known["of"]) == ("1", "7")
    assert "leader" not in known
