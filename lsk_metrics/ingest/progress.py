"""How far a download is: a line that is written over on a terminal, nothing where the output goes to a file."""

import sys
import time
from types import TracebackType

EVERY_S = 0.2


class Progress:
    """Bytes come in; total is None where the server does not say how many there will be."""

    def __init__(self, name: str, done: int, total: int | None) -> None:
        self.name, self.done, self.total, self.shown_at = name, done, total, 0.0
        self.on = sys.stderr.isatty()

    def add(self, count: int) -> None:
        self.done += count
        if self.on and time.monotonic() - self.shown_at > EVERY_S:
            self.shown_at = time.monotonic()
            print(f"\r{self}\033[K", end="", file=sys.stderr, flush=True)

    def __str__(self) -> str:
        share = f" ({100 * self.done // self.total}%)" if self.total else ""
        of = f" of {self.total / 1e6:.1f}" if self.total else ""
        return f"  {self.name}: {self.done / 1e6:.1f}{of} MB{share}"

    def __enter__(self) -> "Progress":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self.on and self.shown_at:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
