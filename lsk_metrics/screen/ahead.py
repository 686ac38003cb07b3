"""The figures of a page in one piece, for whoever has done what leads to them: on the screen before the page is.

What readers were shown is kept for a while. What nobody was shown yet is given as soon as the page has run for whoever
asks first. It is what the page itself sends, which has the last word (`seen.js`).
"""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl

from lsk_metrics import language
from lsk_metrics.figures.theme import DARK
from lsk_metrics.screen import address, reader, room
from lsk_metrics.screen.steps import Step
from lsk_metrics.screen.view import Page, View

PATIENCE_S, QUEUE = 3, 256  # how long a view is waited for, and how many at once
MOST = 512  # views of a page, of some hundred kilobytes each; their drawings are those of `finished.py`
OF_THE_FRAME = ("embed", "embed_options")  # whether a page stands in another site's changes none of its figures


@dataclass
class Run:
    """What the run of a page has put onto it so far: the words of each figure, and where each control leads."""

    page: Page
    figures: dict[str, Mapping[str, Any]]
    steps: dict[str, Step]
    is_plain: bool = True


@dataclass
class Shown:
    """The figures of a view as they were shown last, and the same packed once somebody has asked for them."""

    figures: dict[str, Mapping[str, Any]]
    packed: bytes | None = None


@dataclass(frozen=True)
class Kept:
    """A run that went well, with whether its figures were waited for."""

    view: View
    steps: Mapping[str, Step]
    is_plain: bool
    was_awaited: bool


@dataclass(frozen=True)
class Waiting:
    """Somebody who has these figures, and asked for a view before it was there."""

    has: frozenset[str]
    loop: asyncio.AbstractEventLoop
    came: asyncio.Event


_run: ContextVar[Run | None] = ContextVar("ahead", default=None)
_lock = Lock()
_views: OrderedDict[View, Shown] = OrderedDict()
_steps: OrderedDict[Page, dict[str, Step]] = OrderedDict()
_awaited: dict[View, list[Waiting]] = {}


def begin(name: str) -> None:
    """At the top of a page's run."""
    _run.set(Run((name, reader.snapshot(), language.spoken()), {}, {}))


def stands(key: str, told: Mapping[str, Any], is_open: bool) -> None:
    """A figure was put onto the page, told this; where this reader has opened something of it, the run is not kept."""
    if run := _run.get():
        run.figures[place(key)] = told
        run.is_plain &= not is_open


def leads(key: str, step: Step) -> None:
    """A control was put onto the page; where a click on it leads."""
    if run := _run.get():
        run.steps[place(key)] = step


def place(key: str) -> str:
    """The class by which the browser knows what has this key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key)


def keep() -> Kept | None:
    """At the end of a run that went well: what it showed, under all that this depends on."""
    run = _run.get()
    _run.set(None)
    if run is None:
        return None
    view = here(run)
    with _lock:
        _steps.setdefault(run.page, {}).update(run.steps)
        _steps.move_to_end(run.page)
        if run.is_plain and run.figures:
            if view not in _views or _views[view].figures != run.figures:  # a comment may be new
                _views[view] = Shown(run.figures)
            _views.move_to_end(view)
        for kept in (_views, _steps):
            while len(kept) > MOST:
                kept.popitem(last=False)
        waiting = _awaited.pop(view, ()) if run.is_plain else ()
    for each in waiting:
        each.loop.call_soon_threadsafe(each.came.set)
    return Kept(view, run.steps, run.is_plain, any(each.has == run.figures.keys() for each in waiting))


def ready(view: View) -> bool:
    """Whether a view is kept; if so it counts as shown, and is packed for whoever asks."""
    with _lock:
        if (shown := _views.get(view)) is None:
            return False
        _views.move_to_end(view)
    packed(shown)
    return True


def here(run: Run) -> View:
    """The view that a run has shown."""
    said = frozenset(address.now().wanted.items())
    return View(run.page, room.ground() == DARK, room.narrow(), room.page(), said)


async def found(asked: Mapping[str, str]) -> bytes | None:
    """What is shown to whoever does this in this view, as JSON packed by gzip; None where that is not known.

    Where nobody has been shown it, it is waited for: whoever asks has the page run at the same moment. Where a page
    has other figures (`has`), they cannot take each other's place.
    """
    view, has = meant(asked), frozenset(asked.get("has", "").split(","))
    if view is None:
        return None
    waiting = Waiting(has, asyncio.get_running_loop(), asyncio.Event())
    with _lock:
        is_there = view in _views or len(_awaited) >= QUEUE
        if not is_there:
            _awaited.setdefault(view, []).append(waiting)
    if not is_there:
        with suppress(TimeoutError):
            await asyncio.wait_for(waiting.came.wait(), PATIENCE_S)
        give_up(view, waiting)
    with _lock:
        shown = _views.get(view)
    return packed(shown) if shown and shown.figures.keys() == has else None


def give_up(view: View, waiting: Waiting) -> None:
    """Whoever came in vain waits no longer."""
    with _lock:
        others = [each for each in _awaited.pop(view, ()) if each is not waiting]
        if others:
            _awaited[view] = others


def meant(asked: Mapping[str, str]) -> View | None:
    """The view that an act leads to, by where it leads elsewhere on the page; None where that is not known.

    `page`, `snapshot`, `lang`, `scheme`, `narrow` and `width` say where; `said` the address; `place` and `what` what
    was clicked.
    """
    page = (asked.get("page", "").strip("/"), asked.get("snapshot", ""), asked.get("lang", ""))
    width = asked.get("width", "")
    with _lock:
        step = _steps.get(page, {}).get(asked.get("place", ""))
    said = {name: text for name, text in parse_qsl(asked.get("said", "").lstrip("?")) if name not in OF_THE_FRAME}
    after = step(asked.get("what", ""), said) if step else None
    if after is None or not (width.isascii() and width.isdigit()):
        return None
    is_dark, is_narrow = asked.get("scheme") == "dark", asked.get("narrow") == "true"
    return View(page, is_dark, is_narrow, int(width[:6]), frozenset(after.items()))


def packed(shown: Shown) -> bytes:
    """Packed once, by the first who asks; most are never asked for."""
    if shown.packed is None:
        shown.packed = gzip.compress(json.dumps(shown.figures, ensure_ascii=False).encode(), 1)
    return shown.packed
