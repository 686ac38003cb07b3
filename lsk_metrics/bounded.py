"""A bound on memory while something from outside is read: what would take more ends in MemoryError, not the machine."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STATE = Path("/proc/self/statm")  # how many pages of addresses the process has now, where the system tells


# Readers hand in files at the same time, and the bound is the process's: the last to leave gives back what there was.
TURN = Lock()
WITHIN: list[tuple[int, int]] = []


@contextmanager
def memory(more: int) -> Iterator[None]:
    """At most so many bytes beyond what the process has now; no bound on systems that know none."""
    if not STATE.is_file():
        yield
        return
    import resource

    with TURN:
        soft, hard = WITHIN[0] if WITHIN else resource.getrlimit(resource.RLIMIT_AS)
        WITHIN.append((soft, hard))
        now = int(STATE.read_text().split()[0]) * resource.getpagesize()
        wanted = min(limit for limit in (now + more, soft, hard) if limit != resource.RLIM_INFINITY)
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        with TURN:
            before = WITHIN.pop()
            if not WITHIN:
                resource.setrlimit(resource.RLIMIT_AS, before)
