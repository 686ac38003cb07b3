"""How cost grows: page runs, memory and the build with 1, 10 and 100 times the register, page by page."""

from __future__ import annotations

import asyncio
import csv
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from math import log
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from dashboards.driving import joined, leave  # noqa: E402
from dashboards.servers import OURS, Served, served  # noqa: E402
from recorded import part  # noqa: E402
from side_by_side import timed  # noqa: E402

if TYPE_CHECKING:
    from recorded.rows import Rows

SIZES = (1, 10, 100)
TABLES = ("members", "investments", "startups")
# Every page that answers from the register; RESULTS.md says which costs most.
PAGES = ("overview", "members", "investment", "startups", "ecosystem", "map")
RUNS, MOST_ROUNDS = 5, 3


def enlarge(data: Path, times: int) -> int:
    """The data folder with each row of the sample register as often as said, each with an id and a name of its own.

    Gives the number of rows. Sums and shares keep their proportions; the published claims stay what they are.
    """
    shutil.copytree(ROOT / "data", data)
    total = 0
    for table in TABLES:
        path, card = data / "illustrative" / f"{table}.csv", data / "sources" / f"sample_{table}.toml"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        many = [row if not at else another(row, at) for at in range(times) for row in rows]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(many)
        checksum = hashlib.sha256(path.read_bytes()).hexdigest()
        text = re.sub(r'sha256 = "\w+"', f'sha256 = "{checksum}"', card.read_text(encoding="utf-8"))
        card.write_text(text, encoding="utf-8")
        total += len(many)
    return total


def another(row: dict[str, str], at: int) -> dict[str, str]:
    changed = {**row, "id": f"{row['id']}x{at}", "name": f"{row['name']} ({at})"}
    return changed | {"lead_member": f"{row['lead_member']}x{at}"} if row.get("lead_member") else changed


def measure(rows: Rows, rounds: int) -> None:
    """A server of its own for each size and round; the sizes are the columns."""
    with tempfile.TemporaryDirectory() as folder:
        for times in SIZES:
            data, home = Path(folder) / f"data-{times}", Path(folder) / f"home-{times}"
            home.mkdir()
            rows.note("register", "rows", "", named(times), enlarge(data, times))
            env = {**os.environ, "LSK_HOME": str(home), "LSK_DATA": str(data)}
            rows.note("snapshot", "built", "s", named(times), built(env))
            part.said(f"built with {named(times)}")
        for turn in range(min(rounds, MOST_ROUNDS)):
            for times in SIZES if turn % 2 else SIZES[::-1]:
                data = Path(folder) / f"data-{times}"
                with served(OURS, Path(folder) / f"home-{times}", LSK_DATA=str(data), LSK_EARLY="off") as each:
                    asyncio.run(pages(rows, each, named(times)))
    slopes(rows)


def built(env: dict[str, str]) -> float:
    """Seconds on the clock."""
    command = [sys.executable, "-m", "lsk_metrics", "build"]
    return timed(lambda: subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True))


async def pages(rows: Rows, each: Served, size: str) -> None:
    rows.note("server", "memory at start", "MB", size, each.memory())
    for page in PAGES:
        session = await joined(each, page)
        first = await session.run()
        again = [(await session.run()).seconds for _run in range(RUNS)]
        rows.note(page, "first run", "ms", size, 1e3 * first.seconds)
        rows.note(page, "another run", "ms", size, 1e3 * median(again))
        await leave([session])
        part.said(f"{page} with {size}: {1e3 * first.seconds:.0f} ms at first, {1e3 * median(again):.0f} ms again")
    rows.note("server", "memory after all pages", "MB", size, each.memory())


def slopes(rows: Rows) -> None:
    """How a figure grows from the smallest to the largest: 0 not at all, 1 in proportion to the rows."""
    small, large = named(SIZES[0]), named(SIZES[-1])
    for row in list(rows):
        if row.unit and row.middle(small):
            row.values["slope"] = [round(log(row.middle(large) / row.middle(small)) / log(SIZES[-1] / SIZES[0]), 2)]


def named(times: int) -> str:
    return f"{times} ×"


if __name__ == "__main__":
    part.run("growth", measure)
