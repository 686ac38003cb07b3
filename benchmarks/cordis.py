"""What reading a large CORDIS file costs, in time and memory, against plain csv reading of the same members."""

import csv
import os
import subprocess
import sys
import zipfile
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from side_by_side import compare, timed  # noqa: E402

from lsk_metrics.ingest.importers import cordis  # noqa: E402
from tests import made_up_cordis_large  # noqa: E402

PROJECTS = 35_000
# Each case in a process of its own, so that the memory of one is not taken for that of the other.
PEAK = """
import sys
from pathlib import Path
sys.path[:0] = {paths!r}
import cordis as bench
def peak(): return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
before = peak()
bench.{case}({path!r})
print(round(peak() - before))
"""


def bounded(path: str) -> None:
    """Through DuckDB, as a build reads it."""
    cordis.read(Path(path), {"programme": "h2020"})


def streamed(path: str) -> None:
    """Row by row with csv, nothing kept: the least memory, and the time that csv alone takes."""
    for _row in rows(path):
        pass


def held(path: str) -> None:
    """All rows with csv in a list: what a reading without a database would join and group."""
    list(rows(path))


def rows(path: str) -> object:
    with zipfile.ZipFile(path) as archive:
        for name in ("project.csv", "organization.csv", "euroSciVoc.csv"):
            with archive.open(name) as member, TextIOWrapper(member, encoding="utf-8-sig", newline="") as text:
                yield from csv.DictReader(text, delimiter=";")


CASES = {"plain csv, nothing kept": streamed, "plain csv, all held": held, "through DuckDB, with all tables": bounded}


def peak_mb(case: str, path: str) -> int:
    code = PEAK.format(paths=[str(ROOT / "benchmarks"), str(ROOT)], case=case, path=path)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return int(done.stdout)


def main() -> None:
    with TemporaryDirectory() as folder:
        os.environ["LSK_HOME"] = folder
        path = str(Path(folder) / "cordis-h2020projects-csv.zip")
        unpacked, _kept = made_up_cordis_large.written(Path(path), PROJECTS)
        total = PROJECTS * (2 + made_up_cordis_large.PARTNERS)
        print(f"{unpacked / 1e6:.0f} MB unpacked, {total:,} rows")
        seconds = {name: (lambda work=work: timed(lambda: work(path))) for name, work in CASES.items()}
        compare("reading, on the clock", seconds, rounds=3)
        peaks = {name: peak_mb(work.__name__, path) for name, work in CASES.items()}
        first = peaks["plain csv, all held"]
        print(f"{'memory beyond the start':<31}  {'MB':>11}  {'of all held':>11}")
        for name, mb in peaks.items():
            print(f"{name:<31}  {mb:>11,}  {mb / first:>11.2f}")


if __name__ == "__main__":
    main()
