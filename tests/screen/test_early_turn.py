"""Several servers that share a folder of pages draw each set once: one draws, who waits finds it done."""

from pathlib import Path

import pytest

from lsk_metrics.screen.early import turn
from lsk_metrics.screen.early.turn import alone

pytestmark = pytest.mark.skipif(turn.sys.platform == "win32", reason="Windows has no such locks: two may draw")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn, "AGAIN_S", 0.01)


def test_the_second_waits_until_nobody_wants_the_set_any_more(tmp_path: Path) -> None:
    left = [True, True, False]
    with alone(tmp_path / "set", lambda: True) as first, alone(tmp_path / "set", lambda: left.pop(0)) as second:
        assert (first, second, left) == (True, False, [])


def test_the_second_draws_what_is_left_when_the_first_has_gone(tmp_path: Path) -> None:
    with alone(tmp_path / "set", lambda: True) as first:
        pass
    with alone(tmp_path / "set", lambda: True) as second, alone(tmp_path / "other", lambda: True) as third:
        assert (first, second, third) == (True, True, True)


def test_a_set_that_is_whole_is_wanted_by_nobody(tmp_path: Path) -> None:
    asked = turn.wanted(tmp_path, turn.os.getppid())
    assert asked() is True
    (tmp_path / turn.DONE).write_text("", encoding="utf-8")
    assert asked() is False
    assert turn.wanted(tmp_path / "other", -1)() is False
