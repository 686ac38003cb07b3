"""What a run sends is held back until it is whole; of a long one, until it has taken too long."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from lsk_metrics.screen import held

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def sent() -> list[str]:
    return []


@pytest.fixture
def send(sent: list[str], monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """What a page does that sends something, in a run of a session that notes what is sent."""
    run = SimpleNamespace(_enqueue=sent.append, session_id="of nobody")
    monkeypatch.setattr(held, "get_script_run_ctx", lambda: run)
    return lambda message: run._enqueue(message)


def test_all_is_sent_at_the_end_in_its_order(sent: list[str], send: Callable[[str], None]) -> None:
    with held.at_once():
        for message in "abc":
            send(message)
        assert sent == []
    send("d")
    assert sent == ["a", "b", "c", "d"]


def test_of_a_run_that_takes_long_each_piece_is_sent_as_it_comes(
    sent: list[str], send: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 0.1, 0.3])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with held.at_once():
        send("a")
        assert sent == []
        send("b")
        assert sent == ["a", "b"]
        send("c")
        assert sent == ["a", "b", "c"]
    assert sent == ["a", "b", "c"]


def test_what_was_sent_before_a_fault_is_sent(sent: list[str], send: Callable[[str], None]) -> None:
    with pytest.raises(ValueError, match="a fault"), held.at_once():
        send("a")
        raise ValueError("a fault")
    assert sent == ["a"]


def test_outside_of_a_run_nothing_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "get_script_run_ctx", lambda: None)
    with held.at_once():
        pass


class Handing:
    """A session of a server, as far as messages are handed over to the thread that sends them."""

    def __init__(self) -> None:
        self.woken: list[Callable[[], None]] = []

    def _call_soon_on_event_loop(self, call: Callable[[], None]) -> None:
        self.woken.append(call)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Handing:
    session = Handing()
    server = SimpleNamespace(get_app_session={"of somebody": session}.get)
    monkeypatch.setattr("streamlit.runtime.exists", lambda: True)
    monkeypatch.setattr("streamlit.runtime.get_instance", lambda: server)
    return session


def test_the_thread_that_sends_is_woken_once_and_has_all_in_its_order(session: Handing) -> None:
    said: list[str] = []
    with held.in_one_go("of somebody"):
        for message in "abc":
            session._call_soon_on_event_loop(partial(said.append, message))
        assert session.woken == []
    session._call_soon_on_event_loop(partial(said.append, "d"))
    assert len(session.woken) == 2
    for call in session.woken:
        call()
    assert said == ["a", "b", "c", "d"]


def test_a_message_that_fails_takes_no_other_with_it(session: Handing) -> None:
    said: list[str] = []
    with held.in_one_go("of somebody"):
        session._call_soon_on_event_loop(partial(said.append, "a"))
        session._call_soon_on_event_loop([].pop)
        session._call_soon_on_event_loop(partial(said.append, "c"))
    with pytest.raises(IndexError):
        session.woken[0]()
    assert said == ["a", "c"]


def test_what_was_handed_over_before_a_fault_goes_out(session: Handing) -> None:
    said: list[str] = []
    with pytest.raises(ValueError, match="a fault"), held.in_one_go("of somebody"):
        session._call_soon_on_event_loop(partial(said.append, "a"))
        raise ValueError("a fault")
    session.woken[0]()
    assert said == ["a"]
