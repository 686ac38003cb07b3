"""A connection is for one question at a time, is used again, and never after an error."""

from __future__ import annotations

from contextlib import ExitStack

import duckdb
import pytest

from lsk_metrics.errors import SnapshotLacks
from lsk_metrics.warehouse import lent, read
from lsk_metrics.warehouse.remembered import Memory


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[duckdb.DuckDBPyConnection]:
    """Connections that are made from here on, by a reader who remembers nothing."""
    found: list[duckdb.DuckDBPyConnection] = []
    usual = lent.seeing

    def noted(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
        found.append(usual(connection))
        return found[-1]

    monkeypatch.setattr(lent, "seeing", noted)
    monkeypatch.setattr(read, "MEMORY", Memory(0))
    lent._free.clear()
    return found


def test_one_question_after_the_other_needs_one(made: list[duckdb.DuckDBPyConnection], snapshot: str) -> None:
    for number in range(5):
        assert read.rows("SELECT $n AS n", {"n": number}, snapshot) == [{"n": number}]
    assert len(made) == 1


def test_each_at_the_same_time_has_its_own(made: list[duckdb.DuckDBPyConnection], snapshot: str) -> None:
    at = read.at(snapshot)
    with ExitStack() as at_once:
        lent_out = [at_once.enter_context(lent.lent(at)) for _each in range(lent.MOST + 3)]
        assert len({id(each) for each in lent_out}) == lent.MOST + 3
    assert len(lent._free[at]) == lent.MOST


def test_after_an_error_it_is_not_used_again(made: list[duckdb.DuckDBPyConnection], snapshot: str) -> None:
    assert read.rows("SELECT 1 AS one", {}, snapshot)
    with pytest.raises(SnapshotLacks):
        read.rows("SELECT * FROM nothing_of_this_name", {}, snapshot)
    assert lent._free[read.at(snapshot)] == []
    assert read.rows("SELECT 2 AS two", {}, snapshot) == [{"two": 2}]
    assert len(made) == 2


def test_those_of_snapshots_nobody_asks_are_let_go() -> None:
    lent._free.clear()
    snapshots = [duckdb.connect() for _each in range(lent.MOST_SNAPSHOTS + 2)]
    for each in snapshots:
        each.execute("ATTACH ':memory:' AS snapshot")
        with lent.lent(each):
            pass
    assert [*lent._free] == snapshots[2:]
    lent._free.clear()


def test_a_file_that_was_opened_anew_is_asked_anew(made: list[duckdb.DuckDBPyConnection], snapshot: str) -> None:
    for _time in range(2):
        read.opened.cache_clear()
        assert read.rows("SELECT 1 AS one", {}, snapshot)
    assert len(made) == 2
