"""A closed function or table is found wherever in a query it hides."""

import json

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsk_metrics.warehouse.grammar import Refusal, Tree, read_from, refusal

TABLES = ("members", "areas")

# Each takes a query that gives rows and makes another one of it.
AROUND = (
    "SELECT * FROM ({}) AS a",
    "WITH a AS ({}) SELECT * FROM a",
    "WITH a AS (SELECT 1), b AS MATERIALIZED ({}) SELECT * FROM a, b",
    "WITH RECURSIVE a AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM a WHERE EXISTS ({})) FROM a",
    "SELECT (SELECT count(*) FROM ({}) AS c) FROM members",
    "SELECT name FROM members WHERE id IN ({})",
    "SELECT name FROM members WHERE EXISTS ({}) AND true",
    "SELECT name FROM members ORDER BY (SELECT count(*) FROM ({}) AS d)",
    "SELECT count(*) FILTER (WHERE EXISTS ({})) FROM members",
    "SELECT sum(1) OVER (PARTITION BY (SELECT count(*) FROM ({}) AS e)) FROM members",
    "SELECT 1 FROM members GROUP BY ALL HAVING EXISTS ({})",
    "SELECT 1 FROM members QUALIFY EXISTS ({})",
    "SELECT * FROM members LEFT JOIN ({}) AS f ON true",
    "SELECT * FROM members JOIN areas ON areas.code = members.area AND EXISTS ({})",
    "SELECT * FROM areas, LATERAL ({}) AS g",
    "(SELECT 1) UNION ALL ({})",
    "({}) EXCEPT (SELECT 1)",
    "SELECT CASE WHEN EXISTS ({}) THEN 1 ELSE 2 END",
    "SELECT [x + 1 FOR x IN [1, 2] IF EXISTS ({})]",
    "SELECT {{'a': EXISTS ({})}}",
    "SELECT list_transform([1], x -> EXISTS ({}))",
    "SELECT * REPLACE (EXISTS ({}) AS name) FROM members",
    "VALUES (EXISTS ({}))",
    "SELECT * FROM range((SELECT count(*) FROM ({}) AS h))",
    "SELECT * FROM members LIMIT (SELECT count(*) FROM ({}) AS i)",
    "FROM ({}) AS p PIVOT (count(*) FOR name IN ('a'))",
    "SUMMARIZE {}",
    "DESCRIBE {}",
)
CLOSED = {
    "SELECT * FROM read_text('/etc/passwd')": Refusal("function", "read_text"),
    "SELECT current_setting('threads')": Refusal("function", "current_setting"),
    "FROM duckdb_settings": Refusal("table", "duckdb_settings"),
    "FROM '/etc/passwd'": Refusal("table", "/etc/passwd"),
    "SELECT 1 FROM other.main.members": Refusal("table", "other.main.members"),
    "SELECT $1": Refusal("parameter", "1"),
}


def tree(sql: str) -> Tree:
    row = duckdb.execute("SELECT json_serialize_sql(?)", [sql]).fetchone()
    assert row
    found: Tree = json.loads(row[0])
    return found


@pytest.mark.parametrize("around", AROUND)
def test_each_of_these_forms_is_allowed_by_itself(around: str) -> None:
    assert refusal(tree(around.format("SELECT name FROM members")), TABLES) is None


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(("closed", "why"), CLOSED.items())
def test_what_is_closed_is_found_in_each_of_them(around: str, closed: str, why: Refusal) -> None:
    assert refusal(tree(around.format(closed)), TABLES) == why


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([each for each in AROUND if not each.startswith(("SUMM", "DESC"))]), max_size=5))
def test_and_in_any_of_them_inside_one_another(forms: list[str]) -> None:
    for closed, why in CLOSED.items():
        sql = closed
        for form in forms:
            sql = form.format(sql)
        found = refusal(tree(sql), TABLES)
        assert found == why or (found and found.reason == "wrong")  # some forms do not go inside themselves


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_gets_a_reason_or_passes(text: str) -> None:
    found = refusal(tree(text.encode("utf-8", "ignore").decode()), TABLES)
    assert found is None or found.reason


def test_tables_are_read_from_wherever_they_are_named_in_any_spelling() -> None:
    sql = "WITH a AS (FROM \"Members\") SELECT * FROM a WHERE EXISTS (FROM main.areas) AND 'startups' <> ''"
    assert read_from(tree(sql), ("members", "areas", "startups")) == {"members", "areas"}
