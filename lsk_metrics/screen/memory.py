"""Memory that is free again goes back to the system: readers come in waves, and the server stays for months."""

from __future__ import annotations

import ctypes
import sys

ARENAS = 2
M_ARENA_MAX = -8  # malloc.h


def system() -> ctypes.CDLL | None:
    """The C library where it is glibc, whose habits these are; others have neither of the two functions."""
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None


def share_arenas() -> None:
    """Before threads begin: let them share two heaps. glibc gives each thread its own, up to eight a processor, and a
    page run is a thread: what one run leaves free in its heap, no other fills."""
    if library := system():
        library.mallopt(M_ARENA_MAX, ARENAS)


def give_back() -> None:
    """Hand pages that are wholly free back to the system, which otherwise happens at the end of a heap alone."""
    if library := system():
        library.malloc_trim(0)
