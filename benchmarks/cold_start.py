"""Cold start: from starting the process to the first complete page in a browser that has seen nothing before."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from dashboards.home import prepared
from dashboards.readers import load, reader
from dashboards.servers import OURS, PLAIN, WAYS, served
from recorded import part

from tools.visit import browsing

if TYPE_CHECKING:
    from recorded.rows import Rows


def measure(rows: Rows, rounds: int) -> None:
    """The snapshot is built, pages are drawn early and the browser is open; the programs are in the disk's cache.

    Beside it ours in an empty folder, where the first start builds the snapshot and the first page is the app's own.
    """
    with prepared() as home, browsing() as browser:
        for turn in range(rounds + 1):
            for way in WAYS if turn % 2 else WAYS[::-1]:
                if way == PLAIN and turn > part.OF_PLAIN:
                    continue
                with served(way, home) as each, reader(browser) as new:
                    answering, spent = time.time() - each.begun, each.processor()
                    first = load(new, each, "overview")
                    found = {
                        "start to first complete page": first.ended - each.begun,
                        "start until it listens": answering,
                        "… processor time": spent,
                        "processor time until the page is up": each.processor(),
                    }
                    for what, seconds in found.items() if turn else ():
                        rows.note("overview", what, "ms", way, 1e3 * seconds)
            with TemporaryDirectory() as empty, served(OURS, Path(empty)) as each, reader(browser) as new:
                seconds = load(new, each, "overview").ended - each.begun
                if turn:
                    rows.note("overview", "start to first complete page, in an empty folder", "ms", OURS, 1e3 * seconds)


if __name__ == "__main__":
    part.run("cold_start", measure)
