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
    """Seconds and memory, a line an indicator and a pair of columns a size; then what the size is, and the pages."""
    done = list(found)
    cores, load = os.cpu_count(), os.getloadavg()[2]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    lines = [
        "# What scale costs, on DuckDB and on Spark",
        "",
        f"Measured on {datetime.now(UTC):%Y-%m-%d} by `python benchmarks/scale.py`: {cores} cores, {memory:.0f} GB, "
        f"{platform.machine()}, Python {platform.python_version()}; load of the machine in the last quarter of an "
        f"hour {load:.1f}. Spark: `local-cluster`, two executors with one core and 1 GB each and a driver with 1 GB "
        "(2 GB at 100×, 4 GB at 1000×), on the same machine: no more cores than DuckDB has. The ten indicators that "
        "are heaviest on DuckDB at the largest size; both engines gave the same rows each time.",
        "",
        "## Seconds of a question that was not asked before",
        "",
        "As a page first asks for it, nothing remembered, the median of three after a first go; at 1000× on Spark one. "
        "NOTES.md tells how the runs went.",
        "",
        *pairs(names, done, found, "seconds", ".3f"),
        "",
        "## Memory of the same question, MB",
        "",
        "DuckDB: the most that its process held beyond what it held idle. Spark: the most that one task held for "
        "joins, groups and sorts, by its own account; two run at once.",
        "",
        *pairs(names, done, found, ("mb", "task_mb"), ",.0f"),
        "",
        "## The size, and the pages that follow",
        "",
        "| | " + " | ".join(f"{size}×" for size in done) + " |",
        "|---|" + "---:|" * len(done),
    ]

    def told(words: str, of: list[str]) -> None:
        lines.append(f"| {words} | " + " | ".join(of) + " |")

    told("members", [f"{rows[size].members:,}" for size in done])
    told("participations", [f"{rows[size].participations:,}" for size in done])
    told("snapshot file, MB", [f"{rows[size].megabytes:,.0f}" for size in done])
    told("publishing into Spark, s", [shown(found[size], "spark", "published", form=",.0f") for size in done])
    told(
        "memory of all of Spark's processes afterwards, MB",
        [shown(found[size], "spark", "mb", form=",.0f") for size in done],
    )
    for page in found[done[0]]["file"]["pages"]:
        for engine, name in (("file", "DuckDB"), ("spark", "Spark")):
            for at, reader in enumerate(("first reader", "next reader")):
                of = [shown(found[size], engine, "pages", page, at, form=".2f") for size in done]
                told(f"page {page}, {reader}, {name}, s", of)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def pairs(
    names: list[str], done: list[int], found: dict[int, dict[str, dict[str, Any]]], of: str | tuple[str, str], form: str
) -> list[str]:
    """A table of one figure on both engines, and how much more it is at the largest size than at the smallest."""
    here, there = (of, of) if isinstance(of, str) else of
    sizes = " | ".join(f"{size}× DuckDB | {size}× Spark" for size in done)
    last, first = found[done[-1]], found[done[0]]
    lines = [f"| | {sizes} | growth on DuckDB | growth on Spark |", "|---|" + "---:|" * (2 * len(done) + 2)]
    engines = (("file", here), ("spark", there))
    for name in names:
        cells = [shown(found[size], engine, key, name, form=form) for size in done for engine, key in engines]
        for engine, key in engines:
            known = engine in first and engine in last and first[engine][key][name] and last[engine][key][name]
            cells.append(f"{last[engine][key][name] / first[engine][key][name]:,.0f}×" if known else "–")
        lines.append(f"| `{name}` | " + " | ".join(cells) + " |")
    return lines


def shown(found: dict[str, dict[str, Any]], engine: str, *keys: str | int, form: str) -> str:
    """A figure as the table has it; a dash where it was not measured."""
    if engine not in found:
        return "–"
    value: Any = found[engine]
    for key in keys:
        value = value[key]
    return "–" if value is None else format(value, form)
