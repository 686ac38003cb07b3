"""Sessions that were left are let go when their time is over, and not before."""

import gc
import weakref
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from lsk_metrics.screen import left


class Left:
    """Stands for the state of a reader's session; in a circle, as Streamlit's own are."""

    def __init__(self, name: str) -> None:
        self.id, self.itself = name, self


@pytest.fixture
def clock() -> SimpleNamespace:
    return SimpleNamespace(now=0.0)


@pytest.fixture
def sessions(clock: SimpleNamespace) -> WebsocketSessionManager:
    storage: Any = MemorySessionStorage(ttl_seconds=120)
    storage._cache._timer = lambda: clock.now
    unused: Any = None
    return WebsocketSessionManager(storage, unused, unused, None)


def keep(sessions: Any, name: str) -> "weakref.ref[Left]":
    session: Any = Left(name)
    sessions._session_storage.save(SessionInfo(client=None, session=session))
    return weakref.ref(session)


def test_a_session_is_kept_for_its_two_minutes_and_let_go_after_them(
    sessions: WebsocketSessionManager, clock: SimpleNamespace
) -> None:
    first = keep(sessions, "first")
    clock.now = 60.0
    second = keep(sessions, "second")
    clock.now = 119.0
    assert left.forget(sessions) == 0
    assert first() is not None
    clock.now = 121.0
    assert left.forget(sessions) == 1
    assert first() is None
    assert second() is not None


def test_streamlit_alone_would_hold_them_until_the_next_tab_is_closed(
    sessions: WebsocketSessionManager, clock: SimpleNamespace
) -> None:
    held = keep(sessions, "held")
    clock.now = 10_000.0
    assert sessions.list_sessions() == []
    gc.collect()
    assert held() is not None
    keep(sessions, "next")
    gc.collect()
    assert held() is None
