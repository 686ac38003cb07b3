"""What stays as it is while a page runs is looked up once in that run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

Found = TypeVar("Found")
_found: ContextVar[dict[Callable[[], Any], Any] | None] = ContextVar("during", default=None)


@contextmanager
def one_run() -> Iterator[None]:
    """For the run of a page, in the thread it runs in; what stands around it, such as the sidebar, looks each time."""
    before = _found.set({})
    try:
        yield
    finally:
        _found.reset(before)


def the_same(look: Callable[[], Found]) -> Callable[[], Found]:
    """A look at what no page changes while it runs: nobody may alter what it gives."""

    @wraps(look)
    def once() -> Found:
        found = _found.get()
        if found is None:
            return look()
        if look not in found:
            found[look] = look()
        known: Found = found[look]
        return known

    return once
