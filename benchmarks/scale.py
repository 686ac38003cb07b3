"""How cost grows on both engines: made-up Europe at 1, 10, 100 and 1,000 times; the ten heaviest indicators of each.

`python benchmarks/scale.py --sizes 1 10 100` writes RESULTS_SCALE.md. At 1,000 times it is 3,500 clusters with 100
members each, over 20 years, and 50 million participations: every name, date and amount of it is made of its number.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import europe  # noqa: E402
from europe import report  # noqa: E402

HEAVIEST = 10


def asked() -> list[tuple[str, str, dict[str, object]]]:
    """Each indicator as a page first asks for it: its id, its query and the values bound to it."""
    from lsk_metrics.indicators import indicators, query
    from lsk_metrics.indicators.parameters import Parameters

    plain = [each for each in indicators() if not each.variables]
    return [(each.id, query.text(each, Parameters()), query.bound(each, Parameters())) for each in plain]


def in_file(home: Path, runs: int) -> dict[str, object]:
    """Seconds of each indicator on DuckDB in this process, and the most memory it held; nothing is remembered."""
    from lsk_metrics.warehouse import read

    snapshot = read.version()
    read.fetched(snapshot, "SELECT 1", {})
    idle = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = {name: timed(runs, lambda s=sql, b=bound: read.fetched(snapshot, s, b)) for name, sql, bound in asked()}
    return {"seconds": seconds, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - idle}


def timed(runs: int, act: object) -> float:
    found = []
    for _run in range(runs):
        begun = time.perf_counter()
        act()  # type: ignore[operator]
        found.append(time.perf_counter() - begun)
    return median(found)


def in_spark(home: Path, names: list[str], runs: int) -> dict[str, object]:
    """The same on Spark with two executors: the seconds after a first go, what it holds, what publishing took."""
    from lsk_metrics.warehouse import elsewhere, read
    from tools.spark import running

    with tempfile.TemporaryDirectory() as folder, running(Path(folder), once=False) as server:
        engine, begun = elsewhere.at(server.address), time.perf_counter()
        snapshot = read.version()
        engine.publish(snapshot, lambda words: None)
        published, seconds = time.perf_counter() - begun, {}
        for name, sql, bound in asked():
            if name in names:
                same = sorted(map(repr, engine.fetched(snapshot, sql, bound)[1]))
                assert same == sorted(map(repr, read.fetched(snapshot, sql, bound)[1])), name
                seconds[name] = timed(runs, lambda s=sql, b=bound: engine.fetched(snapshot, s, b))
        return {"seconds": seconds, "mb": server.memory_mb(), "published": published}


def apart(part: str, home: Path, *told: str) -> dict[str, object]:
    """One measurement in a process of its own, so that memory is its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--part", part, "--home", str(home), *told],
        env={**os.environ, "LSK_HOME": str(home)}, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--part", choices=["file", "spark"])
    parser.add_argument("--home", type=Path)
    parser.add_argument("--names", nargs="*", default=[])
    given = parser.parse_args()
    if given.part == "file":
        print(json.dumps(in_file(given.home, given.runs)))
        return
    if given.part == "spark":
        print(json.dumps(in_spark(given.home, given.names, given.runs)))
        return
    with tempfile.TemporaryDirectory() as folder:
        rows: dict[int, europe.Rows] = {}
        found: dict[int, dict[str, dict[str, object]]] = {}
        homes = {size: Path(folder) / str(size) for size in given.sizes}
        for size, home in homes.items():
            rows[size] = europe.make(home, size)
            found[size] = {"file": apart("file", home, "--runs", str(given.runs))}
            print(size, rows[size], found[size]["file"]["mb"], flush=True)
        last: dict[str, float] = found[max(homes)]["file"]["seconds"]  # type: ignore[assignment]
        names = sorted(last, key=lambda name: -last[name])[:HEAVIEST]
        for size, home in homes.items():
            found[size]["spark"] = apart("spark", home, "--runs", str(given.runs), "--names", *names)
            print(size, found[size]["spark"], flush=True)
            report.write(ROOT / "benchmarks" / "RESULTS_SCALE.md", names, rows, found)


if __name__ == "__main__":
    main()
