"""The table of what was measured, with the machine it was measured on."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from europe import Rows

ROOT = Path(__file__).parents[2]


def write(path: Path, names: list[str], rows: dict[int, Rows], found: dict[int, dict[str, dict[str, Any]]]) -> None:
    """A line an indicator, a pair of columns a size; below it memory, what publishing took, and where Spark wins."""
    done = [size for size in found if "spark" in found[size]]
    cores, load = os.cpu_count(), os.getloadavg()[1]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    lines = [
        "# What scale costs, on DuckDB and on Spark",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `python benchmarks/scale.py`: {cores} cores, {memory:.0f} GB, "
        f"{platform.machine()}, Python {platform.python_version()}; load of the machine at the end {load:.0f}, so "
        "times are those of a busy machine and hold against each other, not by themselves. Spark: `local-cluster`, "
        "two executors with one core and 1 GB each, on the same machine. Seconds of one indicator as a page first asks "
        "for it, nothing remembered, after a first go; the ten that are heaviest on DuckDB at the largest size. Both "
        "engines gave the same rows each time.",
        "",
        "| | " + " | ".join(f"{size}× DuckDB | {size}× Spark" for size in done) + " | growth on DuckDB |",
        "|---|" + "---:|" * (2 * len(done) + 1),
    ]
    for name in names:
        cells = [f"{found[size][engine]['seconds'][name]:.3f}" for size in done for engine in ("file", "spark")]
        first, last = (found[size]["file"]["seconds"][name] for size in (done[0], done[-1]))
        lines.append(f"| `{name}` | " + " | ".join(cells) + f" | {last / first:.1f}× |")
    lines += ["", "| | " + " | ".join(f"{size}×" for size in done) + " |", "|---|" + "---:|" * len(done)]

    def told(words: str, of: list[str]) -> None:
        lines.append(f"| {words} | " + " | ".join(of) + " |")

    told("members", [f"{rows[size].members:,}" for size in done])
    told("participations", [f"{rows[size].participations:,}" for size in done])
    told("snapshot file, MB", [f"{rows[size].megabytes:.0f}" for size in done])
    told("memory that DuckDB added, MB", [f"{found[size]['file']['mb']:.0f}" for size in done])
    told("memory of all of Spark, MB", [f"{found[size]['spark']['mb']:.0f}" for size in done])
    told("publishing into Spark, s", [f"{found[size]['spark']['published']:.0f}" for size in done])
    wins = {
        size: [name for name in names if found[size]["spark"]["seconds"][name] < found[size]["file"]["seconds"][name]]
        for size in done
    }
    told("of these, faster on Spark", [str(len(wins[size])) for size in done])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
