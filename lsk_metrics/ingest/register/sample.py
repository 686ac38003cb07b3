"""Write the sample register: made-up rows that add up to published totals, the same to the byte every time.

Example: python -m lsk_metrics.ingest.register.sample data/illustrative
"""

import argparse
import csv
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import astuple, fields
from pathlib import Path

from lsk_metrics.errors import LskError
from lsk_metrics.ingest.register import sample_plan
from lsk_metrics.ingest.register.sample_checks import check
from lsk_metrics.ingest.register.sample_investments import Investment, investments
from lsk_metrics.ingest.register.sample_members import Member, members
from lsk_metrics.ingest.register.sample_startups import Startup, startups

# A member's group is the plan's business, not the register's.
UNWRITTEN = {"group"}


def write(plan_file: Path, folder: Path) -> list[Path]:
    """Members, investments and start-ups of a plan, each as a CSV file in the folder; raises SourceError."""
    plan = sample_plan.load(plan_file)
    check(plan)
    joined = members(plan)
    return [
        write_table(folder / "members.csv", joined),
        write_table(folder / "investments.csv", investments(plan, joined)),
        write_table(folder / "startups.csv", startups(plan)),
    ]


def write_table(path: Path, rows: Sequence[Member] | Sequence[Investment] | Sequence[Startup]) -> Path:
    names = [field.name for field in fields(rows[0])]
    kept = [place for place, name in enumerate(names) if name not in UNWRITTEN]
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(names[place] for place in kept)
        lines.writerows([astuple(row)[place] for place in kept] for row in rows)
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the files and print the checksum of each, for its source card."""
    parser = argparse.ArgumentParser(prog="sample", description="Write the sample register of a plan.")
    parser.add_argument("folder", type=Path, help="where the three CSV files go")
    parser.add_argument("--plan", type=Path, help="the plan (default: plan.toml in the folder)")
    given = parser.parse_args(arguments)
    try:
        written = write(given.plan or given.folder / "plan.toml", given.folder)
    except LskError as reason:
        sys.stderr.write(f"{reason}\n")
        return 1
    for path in written:
        sys.stdout.write(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
