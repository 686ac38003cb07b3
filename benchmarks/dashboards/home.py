"""A state folder as the ways need it: one snapshot of the data folder, and the floor's files."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dashboards import floor
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
        yield Path(folder)
    if before is None:
        del os.environ["LSK_HOME"]
    else:
        os.environ["LSK_HOME"] = before
