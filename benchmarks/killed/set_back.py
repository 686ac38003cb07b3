"""Runs commands with a clock that is some days back: `python set_back.py DAYS` with a JSON list of commands to read.

Gives a JSON list of status, what was printed and what was said of it. The clock is turned before the program is
loaded, so that every part of it takes the turned one; what the system itself writes down, such as when a file was
changed, keeps the true time, as it does where a clock was set back since."""

from __future__ import annotations

import contextlib
import datetime as calendar
import io
import json
import sys
import time
from typing import Any

true_datetime, true_time = calendar.datetime, time.time


class Turned(type):
    """Whatever is a moment is one of the turned class too."""

    def __instancecheck__(cls, given: object) -> bool:
        return isinstance(given, true_datetime)


def turn(days: float) -> None:
    """Set this process's clock back."""
    back = calendar.timedelta(days=days)

    class Moment(true_datetime, metaclass=Turned):
        @classmethod
        def now(cls, tz: calendar.tzinfo | None = None) -> Any:
            return true_datetime.now(tz) - back

    calendar.datetime = Moment  # type: ignore[misc]
    time.time = lambda: true_time() - back.total_seconds()


def main() -> None:
    turn(float(sys.argv[1]))
    from lsk_metrics.__main__ import main as lsk

    done = []
    for words in json.load(sys.stdin):
        said, told = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
            status = lsk(words)
        done.append((status, said.getvalue(), told.getvalue()))
    print(json.dumps(done))


if __name__ == "__main__":
    main()
