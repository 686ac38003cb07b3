"""What was made before: kept for as long as there is room, by snapshot, language and parameters."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from lsk_metrics.api.data.asked import Made
from lsk_metrics.together import Together

ROOM = 48_000_000  # bytes of all bodies together


class Shelf:
    """Bodies asked for last; one that takes more than an eighth of the room is not kept."""

    def __init__(self, room: int = ROOM) -> None:
        self.room, self.held = room, 0
        self.kept: OrderedDict[Hashable, Made] = OrderedDict()
        self.lock, self.together = Lock(), Together()

    def recall(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is kept under a key, else what is made now; what raises is not kept."""
        with self.together.alone(key):
            with self.lock:
                if key in self.kept:
                    self.kept.move_to_end(key)
                    return self.kept[key]
            made = make()
            if len(made.body) <= self.room / 8:
                with self.lock:
                    self.keep(key, made)
            return made

    def keep(self, key: Hashable, made: Made) -> None:
        if key in self.kept:
            return
        self.kept[key] = made
        self.held += len(made.body)
        while self.held > self.room:
            _key, oldest = self.kept.popitem(last=False)
            self.held -= len(oldest.body)
