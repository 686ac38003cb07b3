"""The command line's door: this wing never writes, a process of its own does, and never for ever."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from lsk_metrics import journal, paths
from lsk_metrics.errors import CommandUnfinished
from lsk_metrics.language import gettext as _

# Anybody may have a file checked, so the number of checks at a time is limited, whoever asks.
PLACES = BoundedSemaphore(2)
PATIENCE_S = 30.0


@dataclass(frozen=True)
class Done:
    """How a command ended: its code, what it printed and what it said to a person, without the server's paths."""

    code: int
    printed: str
    said: str


def run(*asked: str, seconds: float, hidden: Path | None = None) -> Done:
    """Run `lsk …` and wait; hidden is a folder of which the reader need not know.

    Raises CommandUnfinished where there is no room for it, or it takes longer than it may."""
    if not PLACES.acquire(timeout=PATIENCE_S):
        raise CommandUnfinished(_("Other files are being checked just now. Please try again in a minute."))
    try:
        done = subprocess.run(
            [sys.executable, "-m", "lsk_metrics", *asked],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONUTF8": "1"},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as reason:
        words = _("It took longer than {n} seconds and was stopped. Is the file larger than it need be?")
        raise CommandUnfinished(words.format(n=round(seconds))) from reason
    finally:
        PLACES.release()
    if "LSK_LOG" not in os.environ:  # there the command itself writes what it did
        journal.command(asked[0], done.returncode, is_trial="--dry-run" in asked)
    return Done(done.returncode, done.stdout, without_paths(done.stderr.strip(), hidden))


def without_paths(said: str, hidden: Path | None) -> str:
    """What was said, with folders of the server by the names readers know them by."""
    names = {hidden: "", paths.home(): "LSK_HOME", paths.data(): "LSK_DATA", paths.house(): "LSK"}
    for folder, name in names.items():
        if folder:
            said = said.replace(f"{folder}/", f"{name}/" if name else "").replace(str(folder), name)
    lines = [line.removeprefix("lsk: ") for line in said.splitlines()]
    return "\n".join(lines[-20:])


def file_name(given: str) -> str:
    """A name from a reader's machine as one that is safe here; its ending stays, because it says what the file is."""
    last = re.split(r"[/\\]", given)[-1]
    stem, dot, ending = last.rpartition(".")
    plain = re.sub(r"[^\w .()-]", "_", stem if dot else last)[-80:].strip(" .-") or "file"
    return plain + (f".{re.sub('[^A-Za-z0-9]', '', ending)[:8]}" if dot else "")
