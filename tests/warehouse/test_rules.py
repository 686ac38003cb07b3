"""Each rule is broken on purpose, in each way it knows, and returns the row at fault and no other."""

from typing import Any

import pytest

from lsk_metrics.paths import PACKAGE
from lsk_metrics.warehouse.draft import Draft
from tests.warehouse.broken_events import BROKEN_EVENTS
from tests.warehouse.broken_evidence import BROKEN_EVIDENCE
from tests.warehouse.broken_projects import BROKEN_PROJECTS

RULES = {path.stem: path.read_text(encoding="utf-8") for path in (PACKAGE / "warehouse" / "rules").glob("*.sql")}

MEMBERS = "INSERT INTO members BY NAME SELECT 'One' AS name, 'sme' AS type, 'Biz' AS area, 'Alfa' AS town, \
'register' AS kind, 'register' AS source, "
INVESTED = "INSERT INTO investments BY NAME SELECT 'project' AS purpose, 'One' AS name, 'Alfa' AS town, \
'register' AS kind, 'register' AS source, 'M1' AS lead_member, "
LAUNCHED = "INSERT INTO startups BY NAME SELECT 'One' AS name, 'Alfa' AS town, 'Biz' AS area, 'active' AS status, \
'register' AS kind, 'register' AS source, "
OBSERVED = "INSERT INTO observations BY NAME SELECT 'office' AS source, 'd1' AS dataset, 'XX1' AS region, \
'published' AS kind, "
COUNTED = "INSERT INTO powiat_figures BY NAME SELECT 'office' AS source, 'published' AS kind, "
STUDIED = "INSERT INTO higher_education BY NAME SELECT 'office' AS source, 'Alfa' AS place, 'town' AS level, \
'students' AS measure, 'exact' AS qualifier, 9 AS value, "
SAID = "INSERT INTO claims BY NAME SELECT 'One.' AS statement, 'Jeden.' AS statement_pl, 'office' AS source, \
false AS seed, 'exact' AS qualifier, 'members' AS topic, "
M1 = MEMBERS + "'M1' AS id, DATE '2010-05-01' AS joined, DATE '2012-03-01' AS \"left\""
SQUARE = "INSERT INTO outlines VALUES ('home', 'XX1', 'One', '{shape}', 'office')"
POLYGON = SQUARE.format(shape='{"type":"Polygon","coordinates":[[[20,50],[21,50],[21,51],[20,51],[20,50]]]}')
TWO_PARTS = SQUARE.format(
    shape='{"type":"MultiPolygon","coordinates":[[[[10,40],[11,40],[11,41],[10,40]]],'
    "[[[20,50],[21,50],[21,51],[20,50]]]]}"
)


def town(latitude: float, longitude: float) -> str:
    return f"INSERT INTO towns VALUES ('Beta', '01', {latitude}, {longitude})"


BROKEN: list[tuple[str, list[str], list[dict[str, Any]]]] = [
    (
        "a_table_is_sample_or_register_never_both",
        [
            M1,
            MEMBERS.replace("'register' AS kind", "'illustrative' AS kind") + "'M2' AS id, DATE '2011-01-01' AS joined",
        ],
        [{"table": "members", "kinds": 2}],
    ),
    (
        "age_groups_make_a_whole",
        [
            COUNTED + f"'01' AS teryt, '{measure}' AS measure, '%' AS unit, 2024 AS year, {value} AS value"
            for measure, value in (
                ("share_pre_working_age_pct", 20.0),
                ("share_working_age_pct", 60.0),
                ("share_post_working_age_pct", 20.5),
            )
        ],
        [{"teryt": "01", "year": 2024, "total_pct": 100.5}],
    ),
    BROKEN_EVENTS,
    BROKEN_EVIDENCE,
    (
        "flags_are_known",
        [OBSERVED + "'PC' AS unit, 2018 AS year, 4.5 AS value, 'bq' AS flag"],
        [{"dataset": "d1", "region": "XX1", "year": 2018, "flag": "bq"}],
    ),
    (
        "investments_are_led_by_members",
        [
            M1,
            INVESTED + "'I1' AS id, 2009 AS year, 1.5 AS amount_eur_m",
            INVESTED + "'I2' AS id, 2011 AS year, 1.5 AS amount_eur_m",
            INVESTED + "'I3' AS id, 2013 AS year, 1.5 AS amount_eur_m",
        ],
        [{"id": "I1", "year": 2009, "lead_member": "M1"}, {"id": "I3", "year": 2013, "lead_member": "M1"}],
    ),
    (
        "members_never_halve",
        [
            M1,
            MEMBERS + "'M2' AS id, DATE '2010-06-01' AS joined, DATE '2012-04-01' AS \"left\"",
            MEMBERS + "'M3' AS id, DATE '2010-07-01' AS joined",
        ],
        [{"year": 2012, "before": 3, "members": 1}],
    ),
    (
        "money_is_never_negative",
        [
            M1,
            INVESTED + "'I1' AS id, 2011 AS year, -0.001 AS amount_eur_m",
            LAUNCHED + "'S1' AS id, DATE '2012-01-01' AS launched, -2 AS seed_funding_eur_m",
            OBSERVED + "'MIO_EUR' AS unit, 2018 AS year, -444.4 AS value",
        ],
        [{"table": "investments", "row": "I1"}, {"table": "startups", "row": "S1"}, {"row": "d1 XX1 2018"}],
    ),
    (
        "names_have_200_letters_at_most",
        [f"INSERT INTO towns VALUES ('{name}', '01', 50, 20)" for name in ("B" * 200, "C" * 201)],
        [{"table": "towns", "id": "C" * 40, "letters": 201}],
    ),
    (
        "no_powiat_is_left_out",
        [COUNTED + "'01' AS teryt, 'population' AS measure, 'persons' AS unit, 2024 AS year, 5 AS value"],
        [{"measure": "population", "year": 2024, "powiats": 1, "expected": 2}],
    ),
    (
        "published_member_shares_leave_no_more_than_100",
        [
            SAID + "'share_sme' AS id, 1 AS sort, '%' AS unit, 47 AS value, 2018 AS year",
            SAID + "'share_public' AS id, 2 AS sort, '%' AS unit, 54 AS value, 2018 AS year",
        ],
        [{"year": 2018, "total_pct": 101.0}],
    ),
    (
        "shares_stay_within_100",
        [
            OBSERVED + "'PC_GDP' AS unit, 2018 AS year, 214 AS value",
            COUNTED + "'01' AS teryt, 'urbanisation_pct' AS measure, '%' AS unit, 2024 AS year, -1 AS value",
            COUNTED + "'01' AS teryt, 'wage_vs_national_pct' AS measure, '%' AS unit, 2024 AS year, 121.1 AS value",
            SAID + "'students_share' AS id, 1 AS sort, '%' AS unit, 110 AS value, 2018 AS year",
        ],
        [
            {"table": "observations", "row": "d1 XX1", "value": 214.0},
            {"table": "powiat_figures", "row": "urbanisation_pct 01", "value": -1.0},
            {"table": "claims", "row": "students_share", "value": 110.0},
        ],
    ),
    ("there_is_one_home_region", ["UPDATE regions SET role = 'nation'"], [{"home_regions": 0}]),
    ("towns_lie_in_the_region", [POLYGON, town(20.5, 50.5)], [{"name": "Beta", "latitude": 20.5, "longitude": 50.5}]),
    (
        "years_are_possible",
        [
            OBSERVED + "'PC' AS unit, 2108 AS year, 4.5 AS value",
            COUNTED + "'01' AS teryt, 'population' AS measure, 'persons' AS unit, 204 AS year, 5 AS value",
            STUDIED + "'1911/12' AS academic_year, 1911 AS year",
            SAID + "'founded' AS id, 1 AS sort, 'members' AS unit, 32 AS value, 1906 AS year",
            MEMBERS + "'M1' AS id, DATE '1010-05-01' AS joined, DATE '3012-03-01' AS \"left\"",
            INVESTED + "'I1' AS id, 20111 AS year, 1 AS amount_eur_m",
            LAUNCHED + "'S1' AS id, DATE '2099-01-01' AS launched",
        ],
        [
            {"table": "observations", "row": "d1 XX1", "year": 2108},
            {"table": "powiat_figures", "row": "population 01", "year": 204},
            {"table": "higher_education", "row": "Alfa students", "year": 1911},
            {"table": "claims", "row": "founded", "year": 1906},
            {"table": "members", "row": "M1", "year": 1010},
            {"table": "members", "row": "M1", "year": 3012},
            {"table": "investments", "row": "I1", "year": 20111},
            {"table": "startups", "row": "S1", "year": 2099},
        ],
    ),
    *BROKEN_PROJECTS,
]


def test_every_rule_is_broken_here() -> None:
    assert sorted(rule for rule, _statements, _offenders in BROKEN) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_a_reason_and_nothing_against_the_rows_it_was_not_made_for(rule: str, table: Draft) -> None:
    assert RULES[rule].startswith("-- ")
    assert table.rows(RULES[rule]) == []


@pytest.mark.parametrize(("rule", "statements", "offenders"), BROKEN, ids=[rule for rule, _rows, _found in BROKEN])
def test_a_broken_rule_returns_the_rows_at_fault(
    rule: str, statements: list[str], offenders: list[dict[str, Any]], table: Draft
) -> None:
    for statement in statements:
        table.connection.execute(statement)
    found = table.rows(RULES[rule])
    assert len(found) == len(offenders)
    for row, expected in zip(found, offenders, strict=True):
        assert {name: row[name] for name in expected} == expected


def test_a_second_home_region_is_one_too_many(table: Draft) -> None:
    table.connection.execute(
        "INSERT INTO regions BY NAME SELECT 'XX2' AS code, 'Two' AS name, 'Dwa' AS name_pl, 'home' AS role, "
        "'XX' AS country, '2021' AS nuts_version, 2 AS sort"
    )
    assert table.rows(RULES["there_is_one_home_region"]) == [{"home_regions": 2}]


def test_a_region_of_two_parts_holds_the_towns_of_both(table: Draft) -> None:
    for statement in (TWO_PARTS, town(40.5, 10.7), "INSERT INTO towns VALUES ('Gamma', '01', 50.5, 30.5)"):
        table.connection.execute(statement)
    assert [row["name"] for row in table.rows(RULES["towns_lie_in_the_region"])] == ["Gamma"]


def test_shares_of_members_may_leave_a_rest_that_is_not_stated(table: Draft) -> None:
    for place, share in enumerate((47, 31, 18)):
        table.connection.execute(
            SAID + f"'s{place}' AS id, {place} AS sort, '%' AS unit, {share} AS value, 2018 AS year"
        )
    assert table.rows(RULES["published_member_shares_leave_no_more_than_100"]) == []
