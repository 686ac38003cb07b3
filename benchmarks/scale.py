"""How cost grows on both engines: made-up Europe at 1, 10, 100 and 1,000 times; the ten heaviest indicators of each.

`python benchmarks/scale.py --sizes 1 10 100` writes RESULTS_SCALE.md. At 1,000 times it is 3,500 clusters with 100
members each, over 20 years, and 50 million participations: every name, date and amount of it is made of its number.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import europe  # noqa: E402
from europe import measured, report  # noqa: E402

HEAVIEST = 10
LARGE = 1000  # times, from which Spark is asked once after its first go


def apart(part: str, home: Path, runs: int, names: list[str]) -> dict[str, Any]:
    """One measurement in a process of its own, so that memory is its own."""
    told = ["--part", part, "--home", str(home), "--runs", str(runs), "--names", *names]
    done = subprocess.run(
        [sys.executable, __file__, *told], env={**os.environ, "LSK_HOME": str(home)}, check=True,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def in_file(home: Path, runs: int, names: list[str]) -> dict[str, Any]:
    """Each indicator on DuckDB by itself, so that what one needed is not counted for another; and the pages."""
    alone = {name: apart("file", home, runs, [name]) for name in names}
    return {
        "seconds": {name: each["seconds"][name] for name, each in alone.items()},
        "mb": {name: each["mb"] for name, each in alone.items()},
        "pages": apart("pages", home, runs, []),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 100, 1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--part", choices=["file", "spark", "pages"])
    parser.add_argument("--home", type=Path)
    parser.add_argument("--names", nargs="*", default=[])
    given = parser.parse_args()
    if given.part:
        parts = {
            "file": lambda: measured.in_file(given.names, given.runs),
            "spark": lambda: measured.in_spark(given.home, given.names, given.runs),
            "pages": lambda: measured.in_pages(given.home),
        }
        print(json.dumps(parts[given.part]()))
        return
    with tempfile.TemporaryDirectory() as folder:
        homes = {size: Path(folder) / str(size) for size in given.sizes}
        rows = {size: europe.make(home, size) for size, home in homes.items()}
        every = apart("file", homes[max(homes)], 1, [])["seconds"]
        names = sorted(every, key=lambda name: -every[name])[:HEAVIEST]
        found: dict[int, dict[str, dict[str, Any]]] = {}
        for size, home in homes.items():
            found[size] = {"file": in_file(home, given.runs, names)}
            print(size, rows[size], found[size]["file"], flush=True)
        for size, home in homes.items():
            try:
                found[size]["spark"] = apart("spark", home, given.runs if size < LARGE else 1, names)
            except subprocess.CalledProcessError as reason:  # what was measured before is not lost with it
                print(size, f"not measured on Spark: {reason}", flush=True)
            print(size, found[size].get("spark"), flush=True)
            report.write(ROOT / "benchmarks" / "RESULTS_SCALE.md", names, rows, found)


if __name__ == "__main__":
    main()
