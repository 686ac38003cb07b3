"""A state folder as one in which the dashboard has run before: a snapshot, pages drawn early; and the floor's files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dashboards import floor
from lsk_metrics.api import early
from lsk_metrics.indicators import version
from lsk_metrics.ingest.build import build

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def prepared() -> Iterator[Path]:
    """The folder, for as long as the block lasts; this process reads from it too."""
    before = os.environ.get("LSK_HOME")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LSK_HOME"] = folder
        build()
        floor.write(Path(folder) / "floor")
        subprocess.run([sys.executable, "-m", "lsk_metrics.screen.early", str(early.folder()), version()], check=True)
        yield Path(folder)
    if before is None:
        del os.environ["LSK_HOME"]
    else:
        os.environ["LSK_HOME"] = before
