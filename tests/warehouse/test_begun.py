"""What several questions begin with is worked out once, and what they then find is what each finds when asked whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import product

import duckdb
import pytest

from lsk_metrics.indicators import answer, indicators, query
from lsk_metrics.indicators.framing import frame, steps
from lsk_metrics.indicators.views import refusal, views
from lsk_metrics.warehouse import begun, read
from lsk_metrics.warehouse.begun import Beginning
from lsk_metrics.warehouse.remembered import Memory

ASKED: list[dict[str, str]] = [
    {},
    {"last_year": "2015"},
    {"peers": "domestic"},
    {"peers": "similar", "target_year": "2035"},
]
COMPARED = [
    (each.id, view.id, number)
    for each, view, number in product(indicators(), views(), range(len(ASKED)))
    if each.places == "regions" and not refusal(each, view)
]


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[Beginning]:
    """What is worked out from here on, by a reader who remembers nothing."""
    found: list[Beginning] = []
    usual = begun.begun

    def noted(cursor: duckdb.DuckDBPyConnection, beginning: Beginning) -> duckdb.DuckDBPyConnection:
        found.append(beginning)
        return usual(cursor, beginning)

    monkeypatch.setattr(begun, "begun", noted)
    monkeypatch.setattr(read, "MEMORY", Memory(0))
    begun._kept.clear()
    return found


def both(name: str, view: str, given: dict[str, str], snapshot: str) -> tuple[object, object]:
    """What an answer's question finds asked whole, and asked of what it shares with others."""
    found = answer(name, {"peers": "partners", **given, "view": view}, snapshot)
    beginning = query.beginning(found.indicator, found.parameters)
    assert beginning is not None
    bound = query.bound(found.indicator, found.parameters)
    return read.fetched(snapshot, found.sql, bound), read.fetched(snapshot, found.sql, bound, beginning)


@pytest.mark.parametrize(("name", "view", "number"), COMPARED)
def test_a_view_finds_the_same_rows_either_way(name: str, view: str, number: int, snapshot: str) -> None:
    whole, shared = both(name, view, ASKED[number], snapshot)
    assert whole == shared


def test_the_views_of_an_indicator_work_it_out_once(worked: list[Beginning], snapshot: str) -> None:
    for each in ("ranking", "gap_leader", "gap_union", "pace"):
        both("gerd_share_of_gdp", each, {}, snapshot)
    assert len(worked) == 1
    both("gerd_share_of_gdp", "ranking", {"last_year": "2012"}, snapshot)
    both("patents_per_million", "ranking", {}, snapshot)
    assert len(worked) == 3


def test_no_more_is_kept_than_there_is_room_for(
    worked: list[Beginning], snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(begun, "MOST", 2)
    for year in ("2010", "2011", "2012", "2011", "2010"):
        both("gerd_share_of_gdp", "ranking", {"last_year": year}, snapshot)
        assert len(begun._kept) <= 2
    assert [each.bound["last_year"] for each in worked] == [2010, 2011, 2012, 2010]


def test_many_at_once_wait_for_each_other_and_get_their_own(worked: list[Beginning], snapshot: str) -> None:
    asked = ["ranking", "gap_leader", "gap_union", "pace"] * 6
    with ThreadPoolExecutor(8) as threads:
        found = [*threads.map(lambda view: both("gerd_share_of_gdp", view, {}, snapshot), asked)]
    assert all(whole == shared for whole, shared in found)
    assert len(worked) == 1


def test_of_a_large_snapshot_each_question_is_asked_whole(
    worked: list[Beginning], snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "is_small", lambda _connection: False)
    whole, shared = both("gerd_share_of_gdp", "ranking", {}, snapshot)
    assert whole == shared
    assert worked == []


def test_a_period_of_its_own_is_no_beginning_that_others_share(snapshot: str) -> None:
    given = {"peers": "partners", "view": "change", "first_year": "2010"}
    found = answer("gerd_share_of_gdp", given, snapshot)
    assert query.beginning(found.indicator, found.parameters) is None
    plain = answer("gerd_share_of_gdp", {}, snapshot)
    assert query.beginning(plain.indicator, plain.parameters) is None


def test_the_steps_are_the_whole_frame() -> None:
    text = ",\n".join(f"{name} AS (\n{step}\n)" for name, step in steps("compared"))
    assert frame("compared").endswith(text)
    assert all(line.startswith("--") for line in frame("compared").removesuffix(text).splitlines())


@pytest.mark.parametrize("view", [each.id for each in views()])
def test_a_view_by_itself_ends_as_the_whole_does(view: str, snapshot: str) -> None:
    sql = next(each.sql for each in views() if each.id == view)
    comment, _frame, rest = sql.partition("WITH {compared}")
    assert query.alone(sql) == comment + rest.replace(",\n", "WITH ", 1) if rest.startswith(",") else comment + rest[1:]


def test_after_an_error_the_tables_are_not_used_again(worked: list[Beginning], snapshot: str) -> None:
    found = answer("gerd_share_of_gdp", {"peers": "partners", "view": "ranking"}, snapshot)
    beginning = query.beginning(found.indicator, found.parameters)
    assert beginning is not None
    with pytest.raises(duckdb.ConversionException), begun.worked_out(read.at(snapshot), beginning) as tables:
        tables.execute("SELECT CAST('x' || place AS INTEGER) FROM latest").fetchall()
    assert not begun._kept
    whole, shared = both("gerd_share_of_gdp", "ranking", {}, snapshot)
    assert whole == shared
    assert len(worked) == 2
