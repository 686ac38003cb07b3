"""Answers asked before anybody asks, so that the first reader of the first pages waits for no query."""

from threading import Timer

from lsk_metrics.errors import LskError
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.passport import indicators
from lsk_metrics.warehouse import read


def begin(seconds: float = 1.0) -> None:
    """Soon, once the server has begun to serve, beside whatever else it does; a quarter of a second of work."""
    timer = Timer(seconds, warm)
    timer.daemon = True
    timer.start()


def warm() -> int:
    """Every indicator as a page first asks for it, of the snapshot that readers see; how many have an answer."""
    try:
        snapshot = read.shown().snapshot
    except LskError:
        return 0  # the first reader has one built, and is told so
    return sum(answers(each.id, snapshot) for each in indicators())


def answers(name: str, snapshot: str) -> bool:
    try:
        answer(name, {}, snapshot)
    except LskError:  # such as a table that an older snapshot lacks; whoever opens its page is told
        return False
    return True
