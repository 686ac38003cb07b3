"""A question is asked of a snapshot once; what is kept is bounded, and nobody can change it for the next reader."""

import duckdb
import pytest

from lsk_metrics.errors import LskError
from lsk_metrics.warehouse import read
from lsk_metrics.warehouse.remembered import Memory, cells

ASKED = "SELECT code, name FROM regions WHERE role = $role ORDER BY code"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    read.MEMORY.forget()


def test_the_second_question_does_not_reach_the_engine(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read.rows(ASKED, {"role": "home"}, snapshot)
    monkeypatch.setattr(read, "fetched", lambda *_asked: pytest.fail("the engine was asked again"))
    assert read.rows(ASKED, {"role": "home"}, snapshot) == first
    assert len(first) == 1


def test_other_parameters_are_another_question(snapshot: str) -> None:
    home, peers = (read.rows(ASKED, {"role": role}, snapshot) for role in ("home", "peer"))
    assert len(home) == 1
    assert len(peers) > 5


def test_one_and_true_are_not_the_same_question(snapshot: str) -> None:
    one = read.rows("SELECT $x AS x", {"x": 1}, snapshot)
    true = read.rows("SELECT $x AS x", {"x": True}, snapshot)
    assert (one[0]["x"], true[0]["x"]) == (1, True)
    assert type(true[0]["x"]) is bool


def test_a_reader_who_changes_rows_changes_nobody_elses(snapshot: str) -> None:
    read.rows(ASKED, {"role": "home"}, snapshot)[0]["name"] = "Elsewhere"
    assert read.rows(ASKED, {"role": "home"}, snapshot)[0]["name"] != "Elsewhere"


def test_what_was_refused_is_not_kept(snapshot: str) -> None:
    for _time in range(2):
        with pytest.raises((LskError, duckdb.Error)):
            read.rows("SELECT nothing FROM regions", {}, snapshot)
    assert not read.MEMORY.kept


def test_the_oldest_gives_way_and_what_is_too_large_is_not_kept() -> None:
    memory = Memory(100)
    for name in "abcdefghijklmnopqrstuvwxyz":
        memory.recall(name, lambda: (("x", "y"), [(1, 2), (3, 4)]))
    assert list(memory.kept) == list("klmnopqrstuvwxyz")
    assert memory.held == sum(map(cells, memory.kept.values())) == 96
    memory.recall("large", lambda: (("x",), [(0,)] * 50))
    assert "large" not in memory.kept
