"""What the run of a page sends is held back until it is whole: the browser then places all of it in one go.

Piece by piece it would place some of it several times, on a machine that has the rest still to draw.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
        while held:
            send(held.pop(0))

    run._enqueue = hold
    try:
        yield
    finally:
        let_go()
