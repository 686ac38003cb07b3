"""Failures of a server that may be gone at the next try, and how long it asks to wait for that."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


class Passing(Exception):
    """A failure that may be gone at the next try; the server may say after how many seconds."""

    def __init__(self, reason: str, wait_s: float | None = None) -> None:
        super().__init__(reason)
        self.wait_s = wait_s


def retry_after(given: str | None) -> float | None:
    """Seconds from a Retry-After header, which holds seconds or a date; nothing where it holds neither."""
    if not given:
        return None
    if given.strip().isdecimal():
        return float(given)
    try:
        moment = parsedate_to_datetime(given)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (zoned - datetime.now(UTC)).total_seconds())
