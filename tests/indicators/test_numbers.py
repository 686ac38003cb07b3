"""Every indicator gives numbers that were read or worked out by hand from the files, line by line.

A number stands as (place, series, year): value; the comment says where in data/ it stands.
"""

import pytest

from lsk_metrics.indicators import answer, indicators
from lsk_metrics.paths import PACKAGE

Point = tuple[str, str | None, int]
HOME = "PL21"

PUBLISHED: dict[str, dict[Point, float]] = {
    # reference/claims.csv, lines 5 and 6
    "members": {(HOME, None, 2006): 32, (HOME, None, 2018): 95},
    # reference/claims.csv, lines 8 to 10; not stated is what 47 + 31 + 18 leave of 100
    "members_by_type": {
        (HOME, "sme", 2018): 47, (HOME, "public", 2018): 31, (HOME, "large", 2018): 18, (HOME, "not_stated", 2018): 4,
    },
    # reference/claims.csv, lines 13 and 14
    "investment_by_kind": {(HOME, "infrastructure", 2018): 207, (HOME, "project", 2018): 202},
    # reference/claims.csv, line 15
    "startups_cumulative": {(HOME, None, 2018): 40},
    # raw/eurostat_gerd, lines 34, 37, 44 and 58; raw/gerd_eur, lines 32 and 68
    "gerd_share_of_gdp": {
        (HOME, None, 2013): 1.32, (HOME, None, 2016): 2.17, (HOME, None, 2023): 2.75, ("SE22", None, 2023): 3.5,
        ("BE2", None, 2023): 3.52, ("PL", None, 2022): 1.44,
    },
    # raw/eurostat_gerd_by_sector, lines 43 and 44: the jump that the source does not explain
    "business_rd_share_of_gdp": {(HOME, None, 2015): 0.66, (HOME, None, 2016): 1.66},
    # raw/gerd_eur, lines 3 and 21: 1.40 % of 31,742.53 and 2.75 % of the GDP of 2023
    "gerd_eur_m": {(HOME, None, 2014): 444.4, (HOME, None, 2023): 1657.6},
    # raw/eurostat_rd_personnel, lines 47 and 55
    "rd_personnel": {(HOME, None, 2008): 7362, (HOME, None, 2016): 15068},
    # raw/eurostat_attainment, lines 62 and 73
    "tertiary_attainment": {(HOME, None, 2013): 26.6, (HOME, None, 2024): 41.9},
    # raw/eurostat_employment, lines 62 and 73
    "employment_rate": {(HOME, None, 2013): 59.5, (HOME, None, 2024): 71.3},
    # raw/eurostat_unemployment, lines 62 and 73
    "unemployment_rate": {(HOME, None, 2013): 10.9, (HOME, None, 2024): 2.5},
    # raw/eurostat_gdp_per_head, lines 236 and 259
    "gdp_per_head_pps": {(HOME, None, 2000): 8000, (HOME, None, 2023): 26200},
    # raw/eurostat_hrst, lines 68 and 78
    "hrst_share": {(HOME, None, 2008): 21.1, (HOME, None, 2018): 33.5},
    # raw/eurostat_hightech, lines 68 and 78
    "hightech_employment_share": {(HOME, None, 2008): 2.7, (HOME, None, 2018): 3.5},
    # raw/eurostat_patents, lines 62 and 73
    "patents_per_million": {(HOME, None, 2001): 1.176, (HOME, None, 2012): 18.498},
    # raw/eurostat_population, lines 62 and 73
    "population": {(HOME, None, 2008): 3_279_036, (HOME, None, 2019): 3_360_545},
    # raw/ris_2019, lines 2, 19 and 23
    "regional_innovation_index": {
        (HOME, None, 2019): 73.42143055, ("SE22", None, 2019): 143.4381167, ("EU28", None, 2019): 104.714481,
    },
    # raw/higher_education, lines 2, 5, 8, 17 and 22
    "students": {
        (HOME, None, 2011): 207_600, (HOME, None, 2019): 145_000, (HOME, None, 2021): 144_400,
        (HOME, None, 2022): 144_200, (HOME, None, 2023): 148_400,
    },
    # raw/higher_education, lines 30 and 35
    "students_by_institution": {
        (HOME, "Uniwersytet Jagielloński", 2023): 33_549, (HOME, "Uniwersytet Rolniczy w Krakowie", 2023): 6_707,
    },
    # raw/higher_education, lines 12, 24 and 26
    "students_by_town": {
        ("Nowy Targ", None, 2021): 1_900, ("Kraków", None, 2023): 130_400, ("Tarnów", None, 2023): 4_200,
    },
    # raw/powiat_figures, lines 9 and 12: Kraków and powiat miechowski
    "powiat_density": {("1261", None, 2024): 2475.7, ("1208", None, 2024): 68.5},
    # raw/powiat_figures, lines 115 and 119: powiat dąbrowski and Kraków
    "powiat_unemployment": {("1204", None, 2024): 11.4, ("1261", None, 2024): 2.0},
    # raw/powiat_figures, lines 141 and 152: Kraków and powiat tarnowski
    "powiat_wages": {("1261", None, 2024): 121.1, ("1216", None, 2024): 77.5},
}  # fmt: skip

SAMPLE: dict[str, dict[Point, float]] = {
    # illustrative/members.csv, lines 34 to 36: M033, M034 and M035
    "members_joined": {(HOME, None, 2006): 32, (HOME, None, 2007): 3},
    # lines 9 and 24 (M008, M023), then 54, 64 and 90 (M053, M063, M089); nobody of public administration has left
    "members_by_area": {(HOME, "Gov", 2006): 2, (HOME, "Gov", 2011): 4, (HOME, "Gov", 2018): 5},
    # the same five, and the ten of area Med: lines 8, 23, 32, 33, 46, 57, 86, 91, 96 and 105
    "members_by_helix": {(HOME, "government", 2018): 5, (HOME, "health", 2006): 4, (HOME, "health", 2018): 10},
    # lines 3, 9, 21, 24, 25, 27 and 29: seven founders without a value chain
    "members_by_value_chain": {(HOME, "none", 2006): 7},
    # lines 21, 41 and 90: M020 from the first year, M040 from 2010, M089 from 2015
    "members_by_town": {
        ("Tarnów", "Edu", 2006): 1, ("Tarnów", "BioF", 2010): 1, ("Tarnów", "Gov", 2015): 1, ("Tarnów", "Gov", 2018): 1,
    },
    # illustrative/investments.csv, lines 2 to 4: 6.653, and 0.621 + 3.676; line 119
    "investment_by_year": {
        (HOME, "infrastructure", 2007): 6.653, (HOME, "project", 2007): 4.297, (HOME, "infrastructure", 2018): 1.293,
    },
    # the same lines, and the published totals at the end
    "investment_cumulative": {
        (HOME, "infrastructure", 2007): 6.653, (HOME, "project", 2007): 4.297,
        (HOME, "infrastructure", 2018): 207.0, (HOME, "project", 2018): 202.0,
    },
    # lines 24 and 71: all that was ever put in there
    "investment_by_town": {
        ("Limanowa", "project", 2010): 0.615, ("Limanowa", "project", 2018): 0.615,
        ("Limanowa", "infrastructure", 2014): 0.628,
    },
    # illustrative/startups.csv, line 26
    "startups_by_town": {("Bochnia", "BioF", 2015): 1, ("Bochnia", "BioF", 2018): 1},
    # illustrative/startups.csv, lines 2 to 4: S001 in 2008, S002 and S003 in 2009
    "startups_launched": {(HOME, None, 2008): 1, (HOME, None, 2009): 2},
    # lines 9 and 23: S008 and S022
    "startups_by_area": {(HOME, "Biz", 2018): 2},
    # lines 4, 7, 15 and 28: S003, S006, S014 and S027
    "startups_by_status": {(HOME, "acquired", 2018): 4},
}  # fmt: skip

EXPECTED = PUBLISHED | SAMPLE


def values(name: str, illustrative: str) -> dict[Point, float | None]:
    found = answer(name, {"illustrative": illustrative}).rows
    return {(row.place, row.series, row.year): row.value for row in found}


def test_no_indicator_is_without_a_number_worked_out_by_hand() -> None:
    files = sorted(path.stem for path in (PACKAGE / "indicators" / "sql").glob("*.sql"))
    waiting = [each.id for each in indicators() if each.fetch]  # test_projects.py has theirs
    assert sorted([*EXPECTED, *waiting]) == files == [each.id for each in indicators()]
    assert len(files) >= 20


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_an_indicator_gives_the_numbers_in_the_files(name: str, snapshot: str) -> None:
    found = values(name, "yes" if name in SAMPLE else "no")
    assert {point: found.get(point) for point in EXPECTED[name]} == pytest.approx(EXPECTED[name], rel=0, abs=1e-9)


@pytest.mark.parametrize("name", sorted(SAMPLE))
def test_an_indicator_of_the_sample_register_is_empty_without_it(name: str, snapshot: str) -> None:
    assert values(name, "no") == {}


def test_the_sample_register_ends_at_the_published_totals(snapshot: str) -> None:
    ends = {(row.kind, row.year): row.value for row in answer("members").rows if row.year in (2006, 2018)}
    assert ends == {
        ("published", 2006): 32,
        ("illustrative", 2006): 32,
        ("published", 2018): 95,
        ("illustrative", 2018): 95,
    }
    launched = [row.value for row in answer("startups_cumulative").rows if row.year == 2018]
    assert launched == [40, 40]
