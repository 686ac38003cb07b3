"""Memory that is free again goes back to the system, where its library can be asked to."""

import subprocess
import sys

import pytest

from lsk_metrics.screen import memory

# A hundred thousand pieces, and all but the last let go: what is free lies below it in the heap.
TRIED = """
import ctypes
from lsk_metrics.screen import memory
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.malloc.argtypes, library.free.argtypes = [ctypes.c_size_t], [ctypes.c_void_p]
def held():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6
memory.share_arenas()
before = held()
pieces = [library.malloc(1000) for _each in range(100_000)]
for piece in pieces:
    ctypes.memset(piece, 1, 1000)
last = pieces.pop()  # holds the end of the heap, so that nothing is given back by itself
for piece in pieces:
    library.free(piece)
full = held()
memory.give_back()
print(full - before > 90, held() - before < 30)
"""


@pytest.mark.skipif(memory.system() is None, reason="the C library is not glibc")
def test_a_hundred_megabytes_below_one_piece_that_stays_are_given_back() -> None:
    told = subprocess.run([sys.executable, "-c", TRIED], capture_output=True, text=True, check=True, timeout=60)
    assert told.stdout.split() == ["True", "True"]
