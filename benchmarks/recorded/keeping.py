"""Raw figures in benchmarks/results/, a file a part: what is measured again takes the place of what was there."""

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
    """Rows into the part's file, each under its subject and name; `busy` is the machine's load before it began."""
    about = {"taken": datetime.now(UTC).date().isoformat(), "busy": round(busy, 1), "machine": described()}
    kept = {(row["about"], row["what"]): row for row in (load(part, folder) or {"rows": []})["rows"]}
    kept |= {(row.about, row.what): rounded(row) | about for row in rows}
    folder.mkdir(exist_ok=True)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in kept.values())
    (folder / f"{part}.json").write_text(f'{{"part": "{part}", "rows": [\n{lines}\n]}}\n', encoding="utf-8")


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
