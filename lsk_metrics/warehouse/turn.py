"""One writer at a time: whoever publishes holds the turn, from reading its inputs until readers are pointed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from lsk_metrics import paths
from lsk_metrics.errors import SnapshotError

WAIT_S = 60.0


@contextmanager
def taken(say: Callable[[str], None] = lambda line: None, seconds: float = WAIT_S) -> Iterator[None]:
    """Hold this installation's turn to write; whoever holds it already may take it again.

    Waits for another process or thread at most so many seconds, and says so; then raises SnapshotError. The system
    gives the turn back when its holder dies.
    """
    path = paths.home() / "turn.lock"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, is_singleton=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            say(f"Another build or import is at work in {paths.home()}; waiting up to {seconds:g} s for it to end.")
            lock.acquire(timeout=seconds, poll_interval=0.1)
    except Timeout as reason:
        raise SnapshotError(
            f"Another build or import is still at work in {paths.home()} after {seconds:g} s. Nothing was changed; "
            "try again when it has ended."
        ) from reason
    except OSError as reason:
        raise SnapshotError(
            f"Nothing can be written to {paths.home()}: {reason.strerror or reason}. "
            "LSK_HOME may name a folder of your own."
        ) from reason
    try:
        yield
    finally:
        lock.release()
