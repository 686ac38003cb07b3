"""The log: one line an event, as JSON for a program or in words for a person; nothing of readers or what they type."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

log = logging.getLogger("lsk_metrics")
# What a library says may hold an address or what stood in somebody's address line.
ADDRESS = re.compile(r"\b\d{1,3}(\.\d{1,3}){3}\b(:\d+)?|\b(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\b|\?\S+", re.IGNORECASE)
SECRET = re.compile(r"secret|token|password|cookie|authori[sz]ation", re.IGNORECASE)
# What an event may say of itself, and nothing else: a name that is not here is a mistake of ours, and stays out.
FACTS = ("snapshot", "session", "incident", "page", "status", "route", "method", "client", "command", "reason", "error",
         "where", "before", "logger", "said", "port", "version", "seconds")  # fmt: skip
CHANGING = ("build", "import", "fetch", "rollback", "restore")
_snapshot: list[str] = []  # the one that this process shows


def event(name: str, level: int = logging.INFO, *, failure: BaseException | None = None, **facts: object) -> None:
    """Write down that something happened; of an error its class and place are told, never its words.

    An error's words may quote what a reader typed or what a table holds."""
    told = {each: value for each, value in facts.items() if each in FACTS and value not in (None, "")}
    if failure is not None:
        told |= {"error": type(failure).__name__, "where": places(failure)}
    if _snapshot:
        told = {"snapshot": _snapshot[0], **told}
    # Under `streamlit run app.py` the lines are Streamlit's, which knows nothing of facts.
    ours = any(isinstance(each.formatter, Json | Plain) for each in log.handlers)
    log.log(level, "%s", name if ours else f"{name}  {pairs(told)}", extra={"facts": told})


def command(name: str, status: int, is_trial: bool = False, failure: BaseException | None = None) -> None:
    """A command that changes what readers see has ended, or was refused; others are nobody's event."""
    if name in CHANGING and not is_trial:
        ended, level = ("refused", logging.WARNING) if status else ("done", logging.INFO)
        event(f"{name}.{ended}", level, status=status or None, error=type(failure).__name__ if failure else None)


def shows(snapshot: str, reason: str = "") -> None:
    """This process shows a snapshot from now on; another one than before is an event, with the class of the reason."""
    before = _snapshot[0] if _snapshot else ""
    if snapshot != before:
        _snapshot[:] = [snapshot]
        if before:
            event("snapshot.switched", logging.WARNING if reason else logging.INFO, before=before, reason=reason)


def client(address: str) -> str:
    """An address as it may be written: not at all, unless LSK_LOG_ADDRESSES=1 asks for it."""
    return address if os.environ.get("LSK_LOG_ADDRESSES") == "1" else ""


def places(failure: BaseException) -> list[str]:
    """Where an error came from: the last files of ours and their lines, the innermost last."""
    found, frame = [], failure.__traceback__
    while frame is not None:
        code = frame.tb_frame.f_code
        found.append(f"{'/'.join(Path(code.co_filename).parts[-3:])}:{frame.tb_lineno} {code.co_name}")
        frame = frame.tb_next
    return found[-6:]


def begin(serving: bool = False) -> None:
    """From now on events are written: to the file that LSK_LOG names, else, while serving, to standard error.

    A command tells a person on standard error what it did, so its events go to the file alone."""
    for old in [each for each in log.handlers if isinstance(each.formatter, Json | Plain)]:
        log.removeHandler(old)
        old.close()
    found = handler(serving)
    log.propagate = found is None
    if found is not None:
        log.addHandler(found)
        log.setLevel(logging.INFO)


def handler(serving: bool) -> logging.Handler | None:
    named = os.environ.get("LSK_LOG", "")
    if not named and not serving:
        return None
    made: logging.Handler = logging.StreamHandler()
    if named:
        try:
            Path(named).parent.mkdir(parents=True, exist_ok=True)
            made = logging.FileHandler(named, encoding="utf-8")
        except OSError as reason:
            print(f"lsk: The log cannot be written to {named}: {reason.strerror}; LSK_LOG names it.", file=sys.stderr)
            if not serving:
                return None
    asked = os.environ.get("LSK_LOG_FORMAT", "")
    words = asked == "plain" or (asked != "json" and not named and sys.stderr.isatty())
    made.setFormatter(Plain() if words else Json())
    return made


def adopted(logger: logging.Logger) -> None:
    """Have a library's warnings come out as events too, in place of its own lines."""
    for old in list(logger.handlers):
        logger.removeHandler(old)
    for ours in log.handlers:
        logger.addHandler(ours)
    logger.setLevel(logging.WARNING)
    logger.propagate = False


class Json(logging.Formatter):
    """An event as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        return json.dumps(told(record), ensure_ascii=False, default=str)


class Plain(logging.Formatter):
    """An event as a line for a person at a terminal."""

    def format(self, record: logging.LogRecord) -> str:
        said = told(record)
        head = f"{str(said.pop('time'))[11:19]} {said.pop('event')}"
        level = said.pop("level")
        mark = "" if level == "info" else f" ({level})"
        return f"{head}{mark}  {pairs(said)}"


def pairs(facts: dict[str, Any]) -> str:
    return "  ".join(f"{name}={value}" for name, value in facts.items())


def told(record: logging.LogRecord) -> dict[str, Any]:
    """Time (UTC), event, level and what is known of it."""
    at = f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%S}.{int(record.msecs):03d}Z"
    head = {"time": at, "event": record.getMessage(), "level": record.levelname.lower()}
    facts = getattr(record, "facts", None)
    if facts is not None:
        return {**head, **facts}
    said = ADDRESS.sub("…", " ".join(str(record.msg).split()))[:200]
    found = {"logger": record.name, "said": "…" if SECRET.search(said) else said}
    if record.exc_info and record.exc_info[1] is not None:
        found |= {"error": type(record.exc_info[1]).__name__, "where": str(places(record.exc_info[1]))}
    return {**head, "event": "library", **found}
