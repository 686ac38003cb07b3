"""Whose next acts are worked out when, and that it gives way to readers."""

from __future__ import annotations

import asyncio
from threading import Event, Thread
from typing import Any

import pytest

from lsk_metrics.screen import beforehand
from lsk_metrics.screen.beforehand import Beforehand, Reader
from lsk_metrics.screen.steps import of_one
from lsk_metrics.screen.unasked import Place
from lsk_metrics.screen.view import View

VIEW = View(("members", "s", "en"), False, False, 980, frozenset({("lang", "en")}))
LONG_S = 60


def reader(*addresses: str, view: View = VIEW) -> Reader:
    leads = of_one("areas", {each: each for each in addresses})
    return Reader(Place("app.py", "hash", Any, None, view), [leads])


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Beforehand:
    monkeypatch.setattr(beforehand, "is_here", lambda session: session != "gone")
    monkeypatch.setattr(beforehand, "CALM_S", 0)
    monkeypatch.setattr(beforehand, "forget_files", lambda: None)
    return Beforehand()


def areas(work: Beforehand, count: int) -> list[str]:
    return [found[1]["areas"] for found in (work.next() for _ in range(count)) if found]


def test_whoever_did_something_last_comes_first(work: Beforehand) -> None:
    work.stand("first", reader("b", "c"))
    work.stand("second", reader("y", "z"))
    assert areas(work, 1) == ["y"]
    work.stand("first", reader("d", "e", "f"))
    assert areas(work, 4) == ["d", "e", "f", "z"], "what the first could do where they stood before is left"


def test_nothing_is_made_for_those_who_left(work: Beforehand) -> None:
    work.stand("here", reader("a"))
    work.stand("gone", reader("b"))
    assert areas(work, 1) == ["a"]
    work.end()
    assert work.next() is None


def test_only_some_readers_are_kept_in_mind(work: Beforehand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beforehand, "MOST_READERS", 2)
    for each in "abc":
        work.stand(each, reader(each))
    assert areas(work, 2) == ["c", "b"]
    assert work.readers["b"].left == [], "the last of all is taken, and nobody is left"


def test_nothing_begins_while_a_reader_s_page_runs(work: Beforehand) -> None:
    work.stand("one", reader("a"))
    found: list[Any] = []
    with work.giving_way():
        waits = Thread(target=lambda: found.append(work.next()), daemon=True)
        waits.start()
        waits.join(0.3)
        assert found == []
    waits.join(LONG_S)
    assert found[0][1]["areas"] == "a"


def test_nothing_begins_before_it_has_been_calm_for_a_while(work: Beforehand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beforehand, "CALM_S", 3600)
    work.stand("one", reader("a"))
    with work.giving_way():
        pass
    found: list[Any] = []
    waits = Thread(target=lambda: found.append(work.next()), daemon=True)
    waits.start()
    waits.join(0.3)
    assert found == []
    work.end()
    waits.join(LONG_S)
    assert found == [None]


class Endless:
    """A run that goes on until it is told to stop."""

    def __init__(self) -> None:
        self.began, self.stopped = Event(), Event()
        self._script_thread = Thread(target=self.stopped.wait, args=(LONG_S,), daemon=True)

    def start(self) -> None:
        self._script_thread.start()
        self.began.set()

    def request_stop(self) -> None:
        self.stopped.set()


def test_what_is_under_way_ends_as_soon_as_a_reader_acts_and_comes_again(
    work: Beforehand, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = [Endless(), Endless()]
    left = iter(runs)
    monkeypatch.setattr(beforehand, "run_of", lambda *_asked: next(left))
    work.stand("one", reader("a", "b"))
    works = Thread(target=work.work, daemon=True)
    works.start()
    assert runs[0].began.wait(LONG_S)
    with work.giving_way():
        assert runs[0].stopped.is_set()
        assert not runs[1].began.wait(0.3)
        assert work.readers["one"].left[-1] == {"lang": "en", "areas": "a"}
    assert runs[1].began.wait(LONG_S)
    work.end()
    works.join(LONG_S)
    assert not works.is_alive()


def test_what_is_there_is_not_made_again(work: Beforehand, monkeypatch: pytest.MonkeyPatch) -> None:
    known: list[View] = []
    monkeypatch.setattr(beforehand.ahead, "ready", lambda view: bool(known.append(view)) or True)
    monkeypatch.setattr(beforehand, "run_of", lambda *_asked: pytest.fail("it is there"))
    one = reader("b")
    work.run(one, {"lang": "en", "areas": "a"}, asyncio.new_event_loop())
    assert [dict(view.address) for view in known] == [{"lang": "en", "areas": "a"}]
    assert one.left is None


@pytest.mark.parametrize("setting", [{"LSK_AHEAD": "off"}, {"LSK_WAREHOUSE": "sc://elsewhere"}])
def test_it_can_be_left_out(setting: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in setting.items():
        monkeypatch.setenv(name, value)

    async def served() -> Beforehand | None:
        async with beforehand.preparing(None):
            return beforehand._beforehand

    assert asyncio.run(served()) is None


def test_it_lasts_as_long_as_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LSK_AHEAD", "LSK_WAREHOUSE"):
        monkeypatch.delenv(name, raising=False)

    async def served() -> Beforehand:
        async with beforehand.preparing(None):
            assert beforehand._beforehand is not None
            return beforehand._beforehand

    assert asyncio.run(served()).has_ended
    assert beforehand._beforehand is None


def test_one_failure_is_told_in_the_log_and_ends_nothing(
    work: Beforehand, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    run, failing = Endless(), [OSError("no threads left")]

    def begun(*_asked: Any) -> Endless:
        if failing:
            raise failing.pop()
        return run

    monkeypatch.setattr(beforehand, "run_of", begun)
    work.stand("one", reader("a", "b"))
    works = Thread(target=work.work, daemon=True)
    works.start()
    assert run.began.wait(LONG_S)
    work.end()
    works.join(LONG_S)
    assert not works.is_alive()
    assert any("ahead.failed" in each.getMessage() for each in caplog.records)
