"""One thing that was looked at: whether it is well, what was found, and what to do if it is not."""

from __future__ import annotations

from typing import NamedTuple

OK, NOTE, BROKEN = "ok", "note", "broken"


class Finding(NamedTuple):
    """state: ok, note (works, but whoever runs it should know) or broken; do is empty where nothing is to be done."""

    check: str
    state: str
    found: str
    do: str = ""
