"""What many ask for at the same moment is made once, and one who fails leaves it to the next."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from lsk_metrics.api.data.asked import Made
from lsk_metrics.api.data.kept import Shelf
from lsk_metrics.together import Together
from lsk_metrics.warehouse.remembered import Memory

MANY = 20


def at_once(ask: Callable[[], object]) -> list[object]:
    ready = Barrier(MANY)

    def asked(_number: int) -> object:
        ready.wait()
        return ask()

    with ThreadPoolExecutor(MANY) as threads:
        return list(threads.map(asked, range(MANY)))


def slow(made: list[object], gives: object) -> Callable[[], object]:
    """Takes long enough for all others to have come: each waits for nobody but the clock."""

    def make() -> object:
        made.append(gives)
        Event().wait(0.05)
        return gives

    return make


def test_a_query_that_twenty_ask_at_once_is_asked_of_the_snapshot_once() -> None:
    memory, made, rows = Memory(1000), [], (("one",), [(1,)])
    assert at_once(lambda: memory.recall("key", slow(made, rows))) == [rows] * MANY  # type: ignore[arg-type]
    assert made == [rows]


def test_an_answer_of_the_data_routes_is_made_once() -> None:
    shelf, made, body = Shelf(), [], Made(b"1", "text/plain")
    assert at_once(lambda: shelf.recall("key", slow(made, body))) == [body] * MANY  # type: ignore[arg-type]
    assert made == [body]


def test_whoever_fails_is_followed_by_the_next_and_nothing_is_left_behind() -> None:
    together, memory = Together(), Memory(1000)
    with pytest.raises(ZeroDivisionError), together.alone("key"):
        print(1 // 0)
    with together.alone("key"), together.alone("key"), together.alone("other"):
        assert set(together.under_way) == {"key", "other"}
    assert together.under_way == {}
    with pytest.raises(ZeroDivisionError):
        memory.recall("key", lambda: 1 // 0)  # type: ignore[arg-type,return-value]
    assert memory.recall("key", lambda: (("one",), [(2,)])) == (("one",), [(2,)])
