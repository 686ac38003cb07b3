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
    view = View(("members", "s", "en"), False, False, 980, frozenset(), frozenset({"a"}))
    monkeypatch.setattr(ahead, "PATIENCE_S", 0.01)
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    assert asyncio.run(ahead.found({})) is None
    assert ahead._awaited == {}


def test_no_more_wait_at_once_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset(), frozenset({"a"}))
    monkeypatch.setattr(ahead, "QUEUE", 0)
    monkeypatch.setattr(ahead, "PATIENCE_S", 3600)
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    assert asyncio.run(asyncio.wait_for(ahead.found({}), 60)) is None


def test_what_was_shown_last_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset(), frozenset({"st-key-a"}))
    monkeypatch.setattr(ahead, "meant", lambda asked: view)
    monkeypatch.setattr(ahead, "_views", OrderedDict())
    monkeypatch.setattr(ahead, "here", lambda run: view)

    def run(words: str) -> dict[str, Any]:
        ahead._run.set(ahead.Run(view.page, {}, {}))
        ahead.stands("a", {"head": words}, is_open=False)
        ahead.keep()
        given = asyncio.run(ahead.found({}))
        assert given is not None
        return dict(json.loads(gzip.decompress(given)))

    assert run("first") == run("first") == {"st-key-a": {"head": "first"}}
    assert run("with a comment") == {"st-key-a": {"head": "with a comment"}}


def test_no_more_views_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    views = [View(("members", "s", "en"), False, False, width, frozenset(), frozenset()) for width in range(5)]
    monkeypatch.setattr(ahead, "MOST", 3)
    monkeypatch.setattr(ahead, "_views", OrderedDict())
    for view in [*views, views[2]]:
        monkeypatch.setattr(ahead, "here", lambda run, view=view: view)
        ahead._run.set(ahead.Run(view.page, {"a": {}}, {}))
        ahead.keep()
    assert [view.width for view in ahead._views] == [3, 4, 2]


def test_a_view_is_known_whichever_figures_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(("members", "s", "en"), False, False, 980, frozenset({("areas", "health")}), frozenset({"a"}))
    newer = replace(view, width=640)
    monkeypatch.setattr(ahead, "_views", OrderedDict({view: ahead.Shown({}), newer: ahead.Shown({})}))
    assert ahead.ready(replace(view, figures=frozenset({"b"})))
    others = {"page": ("members", "s", "pl"), "is_dark": True, "is_narrow": True, "width": 960, "address": frozenset()}
    assert not any(ahead.ready(replace(view, **{name: other})) for name, other in others.items())
    assert [*ahead._views] == [newer, view], "what is known stays longer"
    assert [bool(each.packed) for each in ahead._views.values()] == [False, True]
