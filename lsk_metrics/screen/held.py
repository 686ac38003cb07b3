"""What the run of a page sends is held back until it is whole: the browser then places all of it in one go.

Piece by piece it would place some of it several times, on a machine that has the rest still to draw.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from streamlit.runtime.scriptrunner import get_script_run_ctx

if TYPE_CHECKING:
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LONGEST_S = 0.2  # a reader who has to wait for longer sees the page come piece by piece


@contextmanager
def at_once() -> Iterator[None]:
    """For the run of a page that takes no longer than a moment; of another, from then on each piece as it comes."""
    run = get_script_run_ctx()
    if run is None:
        yield
        return
    send, until = run._enqueue, time.monotonic() + LONGEST_S
    held: list[ForwardMsg] = []

    def hold(message: ForwardMsg) -> None:
        held.append(message)
        if time.monotonic() > until:
            let_go()

    def let_go() -> None:
        run._enqueue = send
        with in_one_go(run.session_id):
            while held:
                send(held.pop(0))

    run._enqueue = hold
    try:
        yield
    finally:
        let_go()


@contextmanager
def in_one_go(session: str) -> Iterator[None]:
    """What is handed over to the thread that sends wakes it once, and not once for each message."""
    from streamlit import runtime

    found: Any = runtime.get_instance().get_app_session(session) if runtime.exists() else None
    if found is None:
        yield
        return
    calls: list[Callable[[], None]] = []
    found._call_soon_on_event_loop = calls.append
    try:
        yield
    finally:
        vars(found).pop("_call_soon_on_event_loop", None)
        if calls:
            found._call_soon_on_event_loop(partial(one_after_the_other, calls))


def one_after_the_other(calls: Sequence[Callable[[], None]]) -> None:
    """In the thread that sends, before whatever is handed over later; one that fails takes no other with it."""
    with ExitStack() as stack:
        for call in reversed(calls):
            stack.callback(call)
