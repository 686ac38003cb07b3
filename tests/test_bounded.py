"""The bound on memory is the process's own: files read at the same time share it, and it ends with the last."""

import sys
from contextlib import ExitStack

import pytest

from lsk_metrics.bounded import memory

GIGABYTE = 1024**3


@pytest.mark.skipif(sys.platform != "linux", reason="the bound is one that Linux knows")
def test_what_two_readings_at_once_leave_is_what_there_was() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    first, second = ExitStack(), ExitStack()
    first.enter_context(memory(64 * GIGABYTE))
    second.enter_context(memory(64 * GIGABYTE))
    first.close()
    assert resource.getrlimit(resource.RLIMIT_AS) != before
    second.close()
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@pytest.mark.skipif(sys.platform != "linux", reason="the bound is one that Linux knows")
def test_more_than_the_bound_is_not_had() -> None:
    with pytest.raises(MemoryError), memory(200 * 1024**2):
        bytearray(GIGABYTE)
    assert len(bytearray(GIGABYTE)) == GIGABYTE
