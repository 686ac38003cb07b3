"""What a register of 100,000 members costs: read, checked and published, against plainly reading the same CSV."""

import csv
import os
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from side_by_side import ROOT

ROWS = 100_000
STEP = """
import csv, resource, sys, time
from pathlib import Path
path, step = Path(sys.argv[1]), sys.argv[2]
begun = time.perf_counter()
if step == "plain":
    with path.open(encoding="utf-8", newline="") as file:
        count = sum(1 for row in csv.DictReader(file))
else:
    from lsk_metrics.ingest.register import checking, importing, incoming, lists, publishing
    from lsk_metrics.ingest.register.schema import table
    if step == "check":
        checked = checking.check(incoming.read(path), table("members"), lists.now())
        assert not checked.problems, checked.problems[:3]
    else:
        plan = importing.plan(path, "members")
        assert plan.fits, plan.checked.problems[:3]
        publishing.publish(plan)
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rows() -> list[list[object]]:
    """Members that join over thirty years and never halve, each with every column filled that most have."""
    first = date(1990, 1, 1)
    types, areas = ("sme", "public", "large"), ("BioF", "R&D", "Edu", "Med")
    towns = [line.split(",")[0] for line in (ROOT / "data/raw/geonames/towns.csv").read_text("utf-8").splitlines()[1:]]
    return [
        [f"M{at:06d}", f"Organisation {at}", types[at % 3], areas[at % 4], "", towns[at % len(towns)],
         first + timedelta(days=at % 11_000), None]
        for at in range(ROWS)
    ]  # fmt: skip


def files(folder: Path) -> dict[str, Path]:
    from lsk_metrics.ingest.register.books import Book
    from lsk_metrics.ingest.register.schema import table

    names = [field.name for field in table("members").fields]
    made = {"csv": folder / "members.csv", "xlsx": folder / "members.xlsx"}
    with made["csv"].open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *rows()])
    book = Book(frugal=True)
    sheet = book.sheet("Members")
    for line, cells in enumerate([names, *rows()]):
        for at, cell in enumerate(cells):
            book.put(sheet, line, at, cell)
    made["xlsx"].write_bytes(book.finished())
    return made


def measured(path: Path, step: str, folder: Path) -> tuple[float, float]:
    """Seconds on the clock and megabytes at the peak, in a process of its own."""
    home = folder / f"home-{path.suffix[1:]}-{step}-{time.monotonic_ns()}"
    env = {**os.environ, "LSK_HOME": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", STEP, str(path), step], env=env, capture_output=True, text=True, check=True
    )
    seconds, megabytes = done.stdout.split()
    return float(seconds), float(megabytes)


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        made = files(folder)
        cases = [("csv", "plain"), ("csv", "check"), ("xlsx", "check"), ("csv", "publish"), ("xlsx", "publish")]
        print(f"{ROWS:,} rows{'':<16}  {'seconds':>8}  {'rows/s':>9}  {'peak MB':>8}  {'times':>7}")
        first = 0.0
        for kind, step in cases:
            seconds, megabytes = min(measured(made[kind], step, folder) for _turn in range(2))
            first = first or seconds
            said = "read plainly" if step == "plain" else "checked" if step == "check" else "checked and published"
            print(f"{kind + ', ' + said:<28}  {seconds:>8.2f}  {ROWS / seconds:>9,.0f}  {megabytes:>8.0f}  "
                  f"{seconds / first:>7.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
