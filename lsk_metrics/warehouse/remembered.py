"""What was asked of a snapshot before: snapshots never change, so an answer is kept, as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any

from lsk_metrics.together import Together

Found = tuple[tuple[str, ...], list[tuple[Any, ...]]]  # names of columns, rows


class Memory:
    """The answers asked for last, in `room` cells altogether; one that takes more than a tenth is not kept."""

    def __init__(self, room: int) -> None:
        self.room, self.held = room, 0
        self.kept: OrderedDict[Hashable, Found] = OrderedDict()
        self.lock, self.together = Lock(), Together()

    def recall(self, key: Hashable, ask: Callable[[], Found]) -> Found:
        """The answer kept under a key, else the one that asking gives; what raises is not kept."""
        with self.together.alone(key):
            with self.lock:
                if key in self.kept:
                    self.kept.move_to_end(key)
                    return self.kept[key]
            found = ask()
            if cells(found) <= self.room / 10:
                with self.lock:
                    self.keep(key, found)
            return found

    def keep(self, key: Hashable, found: Found) -> None:
        if key in self.kept:
            return
        self.kept[key] = found
        self.held += cells(found)
        while self.held > self.room:
            _key, oldest = self.kept.popitem(last=False)
            self.held -= cells(oldest)

    def forget(self) -> None:
        with self.lock:
            self.kept.clear()
            self.held = 0


def cells(found: Found) -> int:
    """How much room an answer takes; one without rows takes some as well."""
    return len(found[0]) * (len(found[1]) + 1)


def hashable(value: Any) -> Hashable:
    """A parameter as part of a key; a list by what is in it."""
    return tuple(value) if isinstance(value, list) else value
