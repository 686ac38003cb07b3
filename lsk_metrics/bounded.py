"""A bound on memory while something from outside is read: what would take more ends in MemoryError, not the machine."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

STATE = Path("/proc/self/statm")  # how many pages of addresses the process has now, where the system tells


@contextmanager
def memory(more: int) -> Iterator[None]:
    """At most so many bytes beyond what the process has now; no bound on systems that know none."""
    if not STATE.is_file():
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    now = int(STATE.read_text().split()[0]) * resource.getpagesize()
    wanted = min(limit for limit in (now + more, soft, hard) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
