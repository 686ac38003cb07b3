"""What several ask for at the same moment is made once: one makes it, the others wait and find it made."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Lock, RLock


class Together:
    """A turn for each thing that is being made; nothing of it stays once nobody makes it.

    When a server has just begun, or a snapshot has just been published, a hundred readers ask for the same pictures.
    """

    def __init__(self) -> None:
        self.lock = Lock()
        self.under_way: dict[Hashable, tuple[RLock, list[None]]] = {}

    @contextmanager
    def alone(self, key: Hashable) -> Iterator[None]:
        """Whoever comes in second looks first whether the first has made it."""
        with self.lock:
            turn, waiting = self.under_way.setdefault(key, (RLock(), []))
            waiting.append(None)
        try:
            with turn:
                yield
        finally:
            with self.lock:
                waiting.pop()
                if not waiting:
                    self.under_way.pop(key, None)
