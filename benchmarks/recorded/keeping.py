"""Raw figures in benchmarks/results/, a file a part: a subject measured again has the new figures and no old ones."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from recorded.machine import described
from recorded.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterable

RESULTS = Path(__file__).parents[1] / "results"


def save(part: str, rows: Iterable[Row], busy: float, folder: Path = RESULTS) -> None:
    """Rows into the part's file, each with its subject; `busy` is the machine's load before it began."""
    about = {"taken": datetime.now(UTC).date().isoformat(), "busy": round(busy, 1), "machine": described()}
    kept = of_subjects((load(part, folder) or {"rows": []})["rows"])
    kept |= of_subjects(rounded(row) | about for row in rows)
    folder.mkdir(exist_ok=True)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for found in kept.values() for row in found)
    (folder / f"{part}.json").write_text(f'{{"part": "{part}", "rows": [\n{lines}\n]}}\n', encoding="utf-8")


def of_subjects(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["about"], []).append(row)
    return found


def rounded(row: Row) -> dict[str, Any]:
    """Five digits are more than any of these figures is worth."""
    values = {way: [float(f"{value:.5g}") for value in found] for way, found in row.values.items()}
    return {**asdict(row), "values": values}


def load(part: str, folder: Path = RESULTS) -> dict[str, Any] | None:
    path = folder / f"{part}.json"
    if not path.is_file():
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def rows(found: dict[str, Any]) -> list[Row]:
    return [Row(each["about"], each["what"], each["unit"], each["values"]) for each in found["rows"]]
