"""What was shown is kept as it was shown last, as long as there is room; who waits for it does not wait for good."""

import asyncio
import gzip
import json
from collections import OrderedDict
from dataclasses import replace
from typing import Any

import pytest

from lsk_metrics.screen import ahead
from lsk_metrics.screen.view import View


def test_who_waits_in_vain_waits_no_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset())
    monkeypatch.setattr(ahead, "PATIENCE_S", 0.01)
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    assert asyncio.run(ahead.found({})) is None
    assert ahead._awaited == {}


def test_no_more_wait_at_once_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset())
    monkeypatch.setattr(ahead, "QUEUE", 0)
    monkeypatch.setattr(ahead, "PATIENCE_S", 3600)
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    assert asyncio.run(asyncio.wait_for(ahead.found({}), 60)) is None


def test_what_was_shown_last_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset())
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    monkeypatch.setattr(ahead, "_views", OrderedDict())
    monkeypatch.setattr(ahead, "here", lambda run: view)

    def run(words: str) -> dict[str, Any]:
        ahead._run.set(ahead.Run(view.page, {}, {}))
        ahead.stands("a", {"head": words}, is_open=False)
        ahead.keep()
        given = asyncio.run(ahead.found({"has": "st-key-a"}))
        assert given is not None
        return dict(json.loads(gzip.decompress(given)))

    assert run("first") == run("first") == {"st-key-a": {"head": "first"}}
    assert run("with a comment") == {"st-key-a": {"head": "with a comment"}}


def test_no_more_views_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    views = [View(("members", "s", "en"), False, False, width, frozenset()) for width in range(5)]
    monkeypatch.setattr(ahead, "MOST", 3)
    monkeypatch.setattr(ahead, "_views", OrderedDict())
    for view in [*views, views[2]]:
        monkeypatch.setattr(ahead, "here", lambda run, view=view: view)
        ahead._run.set(ahead.Run(view.page, {"a": {}}, {}))
        ahead.keep()
    assert [view.width for view in ahead._views] == [3, 4, 2]


def test_other_figures_than_those_there_are_are_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset())
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    monkeypatch.setattr(ahead, "_views", OrderedDict({view: ahead.Shown({"st-key-a": {}, "st-key-b": {}})}))
    assert [asyncio.run(ahead.found({"has": has})) is None for has in ("st-key-a", "st-key-b,st-key-a")] == [
        True,
        False,
    ]


@pytest.mark.parametrize("has", ["st-key-a", "st-key-b"])
def test_who_waits_for_other_figures_is_none_whom_they_reach(monkeypatch: pytest.MonkeyPatch, has: str) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset())
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    monkeypatch.setattr(ahead, "here", lambda run: view)
    monkeypatch.setattr(ahead, "_views", OrderedDict())

    async def together() -> tuple[bytes | None, ahead.Kept | None]:
        asking = asyncio.create_task(ahead.found({"has": has}))
        while view not in ahead._awaited:
            await asyncio.sleep(0)
        ahead._run.set(ahead.Run(view.page, {"st-key-a": {}}, {}))
        kept = ahead.keep()
        return await asking, kept

    given, kept = asyncio.run(together())
    assert kept is not None
    assert (given is not None, kept.was_awaited) == ((True, True) if has == "st-key-a" else (False, False))


def test_a_view_is_known_by_all_that_it_depends_on(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset({("areas", "health")}))
    newer = replace(view, width=640)
    monkeypatch.setattr(ahead, "_views", OrderedDict({view: ahead.Shown({}), newer: ahead.Shown({})}))
    assert ahead.ready(view)
    others = {"page": ("members", "s", "pl"), "is_dark": True, "is_narrow": True, "width": 960, "address": frozenset()}
    assert not any(ahead.ready(replace(view, **{name: other})) for name, other in others.items())
    assert [*ahead._views] == [newer, view], "what is known stays longer"
    assert [bool(each.packed) for each in ahead._views.values()] == [False, True]
