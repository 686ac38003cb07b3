"""What a reader may do next on a page is run before it is done: while nobody does anything, one view after another.

Who then does it is given what is there (`ahead.py`), as if another reader had done it before.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from lsk_metrics import journal, paths
from lsk_metrics.screen import ahead, steps
from lsk_metrics.screen.unasked import Place, context, forget_files, is_for_nobody, is_here, run_of

if TYPE_CHECKING:
    from streamlit.runtime.scriptrunner import ScriptRunner

    from lsk_metrics.screen.ahead import Kept
    from lsk_metrics.screen.steps import Address, Step

CALM_S = 1.0  # nobody has done anything for so long: quick acts follow each other sooner
MOST_READERS, MOST_ACTS = 8, 64  # whose next acts are worked out, and how many of each


@dataclass
class Reader:
    """Where a reader stands; the addresses that an act there leads to, once they were looked for, of which the next is
    the last."""

    place: Place
    steps: Sequence[Step]
    left: list[Address] | None = None

    def following(self) -> list[Address]:
        if self.left is None:
            self.left = steps.all_from(self.steps, dict(self.place.view.address))[:MOST_ACTS][::-1]
        return self.left


class Beforehand:
    """One thread, which does nothing while a reader's page runs, and gives way at once where one begins to."""

    def __init__(self) -> None:
        self.changed = Condition()
        self.acting, self.calm_from, self.has_ended = 0, 0.0, False
        self.readers: OrderedDict[str, Reader] = OrderedDict()
        self.under_way: ScriptRunner | None = None
        self.was_stopped = False

    @contextmanager
    def giving_way(self) -> Iterator[None]:
        """For the run of a reader's page."""
        with self.changed:
            self.acting += 1
            self.stop()
        try:
            yield
        finally:
            with self.changed:
                self.acting -= 1
                self.calm_from = monotonic() + CALM_S
                self.changed.notify()

    def stand(self, session: str, reader: Reader) -> None:
        """A reader stands here now, and no longer where they stood before."""
        with self.changed:
            self.readers[session] = reader
            self.readers.move_to_end(session)
            while len(self.readers) > MOST_READERS:
                self.readers.popitem(last=False)
            self.changed.notify()

    def end(self) -> None:
        with self.changed:
            self.has_ended = True
            self.stop()
            self.changed.notify()

    def stop(self) -> None:
        """The run under way ends with the next element that it places."""
        if self.under_way:
            self.was_stopped = True
            self.under_way.request_stop()

    def work(self) -> None:
        """To the end of the server; it rests after each run for as long as the run took."""
        loop = asyncio.new_event_loop()
        while found := self.next():
            began = monotonic()
            try:
                self.run(*found, loop)
            except (OSError, RuntimeError) as reason:  # such as no thread to be had; readers' pages do without it
                journal.event("ahead.failed", logging.WARNING, failure=reason)
            with self.changed:
                self.changed.wait_for(lambda: self.has_ended, monotonic() - began)
        loop.close()

    def next(self) -> tuple[Reader, Address] | None:
        """Of whoever did something last, the first that nobody has seen; waits for it. None where the server ends."""
        with self.changed:
            while not self.has_ended:
                for session in [
                    each for each, reader in self.readers.items() if reader.left == [] or not is_here(each)
                ]:
                    del self.readers[session]
                wait = self.calm_from - monotonic()
                if self.readers and not self.acting and wait <= 0:
                    reader = next(reversed(self.readers.values()))
                    if left := reader.following():
                        return reader, left.pop()
                    continue
                self.changed.wait(wait if self.readers and not self.acting else None)
        return None

    def run(self, reader: Reader, address: Address, loop: asyncio.AbstractEventLoop) -> None:
        """The page at this address as it is for this reader; what is there already, or gives way, is left."""
        view = replace(reader.place.view, address=frozenset(address.items()))
        if ahead.ready(view):
            return
        runner = run_of(reader.place, address, loop)
        with self.changed:
            if self.acting or self.has_ended:
                reader.following().append(address)
                return
            runner.start()
            self.under_way, self.was_stopped = runner, False
        if thread := runner._script_thread:
            thread.join()
        with self.changed:
            self.under_way = None
            if self.was_stopped:
                reader.following().append(address)
        ahead.ready(view)  # packed here, and not while its reader waits
        forget_files()


_beforehand: Beforehand | None = None


@contextmanager
def acting() -> Iterator[None]:
    """For the run of a page, whoever it is for."""
    if _beforehand is None or is_for_nobody():
        yield
        return
    with _beforehand.giving_way():
        yield


def after(kept: Kept) -> None:
    """A reader stands before this view now: what they may do next is worked out once there is time."""
    run = context()
    if _beforehand is None or run is None or not kept.is_plain or is_for_nobody():
        return
    place = Place(run.main_script_path, run.page_script_hash, run.uploaded_file_mgr, run.context_info, kept.view)
    _beforehand.stand(run.session_id, Reader(place, [*kept.steps.values()]))


@asynccontextmanager
async def preparing(_app: Any) -> AsyncIterator[None]:
    """For the life of a server; not where a warehouse is asked, nor where LSK_AHEAD is "off" to spare the processor."""
    global _beforehand
    if paths.warehouse() or os.environ.get("LSK_AHEAD") == "off":
        yield
        return
    _beforehand = made = Beforehand()
    Thread(target=made.work, name="beforehand", daemon=True).start()
    try:
        yield
    finally:
        made.end()
        _beforehand = None
