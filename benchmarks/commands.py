"""From a shell: building a snapshot, `lsk show`, importing the package, and `lsk run` until it answers."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dashboards.servers import OURS, served  # noqa: E402
from recorded import part  # noqa: E402
from side_by_side import processor, timed  # noqa: E402

if TYPE_CHECKING:
    from recorded.rows import Rows

BARE = "bare Python"
LATE = ("plotly", "pydeck", "pandas")
HEAVY = (*LATE, "babel", "duckdb", "numpy", "pyarrow", "starlette", "streamlit")
SHOWING = "import sys; from lsk_metrics.__main__ import main; sys.argv[1:] = ['show', 'members']; main()"
LOADED = {
    "import lsk_metrics": "import lsk_metrics",
    "`lsk show members`": SHOWING,
    "figures and exports": "import lsk_metrics.figures.chosen, lsk_metrics.exports.formats",
    "the dashboard's parts": "import lsk_metrics.screen.server, lsk_metrics.screen.blocks",
}


def measure(rows: Rows, rounds: int) -> None:
    """Each in a process of its own; a round before the first warms the disk's cache and does not count."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for turn in range(rounds + 1):
            for about, what, way, seconds in taken(home, turn):
                if turn:
                    rows.note(about, what, "s of CPU" if what != BUILT else "s", way, seconds)
        for about, code in LOADED.items():
            found = loaded(code, home)
            rows.note(about, "of plotly, pydeck, pandas loaded", "", OURS, len(set(found) & set(LATE)))
            rows.note(about, f"of {len(HEAVY)} large libraries loaded", "", OURS, len(found))
            print(f"{about}: brings {', '.join(found) or 'none of the large ones'}")


BUILT = "snapshot built from the data folder"


def taken(home: Path, turn: int) -> list[tuple[str, str, str, float]]:
    """Seconds: of processor time, but for the build, which is by the clock."""
    new = home / f"built-{turn}"
    env = {**os.environ, "LSK_HOME": str(new)}
    build = [sys.executable, "-m", "lsk_metrics", "build"]
    built = timed(lambda: subprocess.run(build, cwd=ROOT, env=env, check=True, capture_output=True))
    with served(OURS, new) as first:  # the first run after a build leaves nothing to do for the second
        first.processor()
    with served(OURS, new) as second:
        run = second.processor()
    return [
        ("snapshot", BUILT, OURS, built),
        ("start", "second `lsk run` until it answers", OURS, run),
        ("command line", "`lsk show members`", OURS, processor("-m", "lsk_metrics", "show", "members", home=new)),
        ("command line", "`lsk show members`", BARE, processor("-c", "import duckdb")),
        ("package", "import lsk_metrics", OURS, processor("-c", "import lsk_metrics")),
        ("package", "import lsk_metrics", BARE, processor("-c", "pass")),
    ]


def loaded(code: str, home: Path) -> list[str]:
    """The large libraries that are there after this code has run."""
    said = f"sys.stderr.write(' '.join(set({HEAVY!r}) & set(sys.modules)))"
    look = f"import atexit, sys\natexit.register(lambda: {said})\n{code}"
    env = {**os.environ, "LSK_HOME": str(home / "built-0")}
    done = subprocess.run([sys.executable, "-c", look], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return done.stderr.split()


if __name__ == "__main__":
    part.run("commands", measure)
