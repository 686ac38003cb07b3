"""Made-up Europe: a snapshot of any size whose register and projects are made of numbers."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import duckdb

from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import pointers

# At 1,000 times: 3,500 clusters of 100 members, and 50 million participations, ten to a project.
MEMBERS, PARTICIPATIONS, TO_A_PROJECT = 350, 50_000, 10
MADE = ("members", "investments", "startups", "projects", "participations", "project_fields")
GENERATED = Path(__file__).with_name("made.sql")
VIEWS = Path(__file__).parents[2] / "lsk_metrics" / "warehouse" / "views.sql"


class Rows(NamedTuple):
    """How many rows a size has."""

    members: int
    participations: int
    megabytes: float


def make(home: Path, size: int) -> Rows:
    """A state folder with one snapshot of this size: reference tables as they are, everything else made up."""
    os.environ["LSK_HOME"] = str(home)
    real = build().snapshot
    folder = home / "snapshots"
    name = f"20260101-{size:08x}"
    path = folder / f"{name}.duckdb"
    with duckdb.connect(str(path)) as made:
        made.execute(f"ATTACH '{folder / real}.duckdb' AS real (READ_ONLY)")
        tables = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'real'"
        for (table,) in made.execute(tables).fetchall():
            kept = "false" if table in MADE else "true"
            made.execute(f'CREATE TABLE "{table}" AS SELECT * FROM real."{table}" WHERE {kept}')
        numbers = {"members": MEMBERS * size, "projects": PARTICIPATIONS * size // TO_A_PROJECT}
        numbers["participations"] = PARTICIPATIONS * size
        for statement in GENERATED.read_text(encoding="utf-8").split(";"):
            if statement.strip():
                named = {key: value for key, value in numbers.items() if f"${key}" in statement}
                made.execute(statement, named)
        made.execute("UPDATE snapshot SET id = $id", {"id": name})
        made.execute("DETACH real")
        made.execute(VIEWS.read_text(encoding="utf-8"))
        made.execute("CHECKPOINT")
    pointers.point_at(name)
    return Rows(numbers["members"], numbers["participations"], path.stat().st_size / 1e6)
