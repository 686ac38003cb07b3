"""Every question that the tests of the indicators ask has the same rows on both engines: values, types, NULL, order."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlglot import parse_one

from lsk_metrics.indicators.measures import measures
from lsk_metrics.indicators.passport import indicators
from lsk_metrics.indicators.views import views
from lsk_metrics.warehouse import elsewhere, read
from lsk_metrics.warehouse.spark import naming
from lsk_metrics.warehouse.spark.server import line
from tests_scale.conftest import Question
from tools.spark import Server

Table = tuple[tuple[str, ...], list[tuple[tuple[str, Any], ...]]]


def typed(found: tuple[tuple[str, ...], list[tuple[Any, ...]]], in_order: bool) -> Table:
    """Names of columns; each cell with the name of its type; rows in any order where the question asked for none."""
    rows = [tuple((type(cell).__name__, cell) for cell in row) for row in found[1]]
    return found[0], rows if in_order else sorted(rows, key=repr)


def differs(question: Question, here: Any, there: Any) -> str:
    """What one engine gives and the other does not; empty where they agree."""
    in_order = parse_one(question.sql, read="duckdb").args.get("order") is not None
    one, other = typed(here, in_order), typed(there, in_order)
    if one == other:
        return ""
    rows = [pair for pair in zip(one[1], other[1], strict=False) if pair[0] != pair[1]][:2]
    return f"{one[0]} {other[0]}, {len(one[1])} and {len(other[1])} rows: {rows}\n{question.sql}\n{question.bound}"


@pytest.fixture(scope="module")
def answers(questions: list[Question], server: Server, published: str) -> list[tuple[Question, Any, Any]]:
    """Each question with what DuckDB and Spark give."""
    engine, here = elsewhere.at(server.address), []
    with pytest.MonkeyPatch.context() as settings:
        for home in dict.fromkeys(each.home for each in questions):
            settings.setenv("LSK_HOME", home)
            of_home = [each for each in questions if each.home == home]
            # Snapshots of the same data have the same id, and were built at other times: this one, and no other.
            line(server.address).table(f"DROP DATABASE IF EXISTS {naming.database(of_home[0].snapshot)} CASCADE")
            engine.publish(of_home[0].snapshot, lambda words: None)
            here += [(each, read.fetched(each.snapshot, each.sql, each.bound)) for each in of_home]
    with ThreadPoolExecutor(4) as pool:
        there = list(pool.map(lambda pair: engine.fetched(pair[0].snapshot, pair[0].sql, pair[0].bound), here))
    return [(question, found, other) for (question, found), other in zip(here, there, strict=True)]


def test_the_questions_are_of_every_indicator_measure_and_view(questions: list[Question]) -> None:
    asked = "\n".join({each.sql for each in questions})
    assert [each.id for each in indicators() if not each.variables and each.sql not in asked] == []
    ends = {each.id: each.sql.rsplit("}", 1)[-1] for each in [*views(), *measures()] if each.sql}
    assert [name for name, end in ends.items() if end not in asked] == []
    assert len(questions) > 500


def test_both_engines_give_the_same_rows(answers: list[tuple[Question, Any, Any]]) -> None:
    assert [told for each in answers if (told := differs(*each))] == []


def test_there_is_something_of_each_kind_among_them(answers: list[tuple[Question, Any, Any]]) -> None:
    cells = [cell for _question, (_names, rows), _other in answers for row in rows for cell in row]
    kinds = {type(cell).__name__ for cell in cells}
    assert {"NoneType", "bool", "date", "datetime", "float", "int", "str"} <= kinds
    assert any("Słomniki" in cell for cell in cells if isinstance(cell, str))


def test_names_with_polish_letters_stand_in_the_same_order(in_spark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sql = "SELECT name FROM towns ORDER BY name"
    there = [row["name"] for row in read.rows(sql)]
    monkeypatch.delenv("LSK_WAREHOUSE")
    assert there == [row["name"] for row in read.rows(sql, snapshot=in_spark)]
    # By the bytes of the letters, as the tables have always been: what a reader sees sorted has numbers to sort by.
    assert there[-2:] == ["Zator", "Żabno"]
