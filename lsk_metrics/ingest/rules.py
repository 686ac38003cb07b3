"""The rules a draft must pass before it becomes a snapshot: each a query that returns the rows at fault."""

from dataclasses import dataclass
from typing import Any

from lsk_metrics.paths import PACKAGE
from lsk_metrics.warehouse.draft import Draft


@dataclass(frozen=True)
class Result:
    """One rule held against the loaded rows."""

    name: str
    reason: str
    sql: str
    offenders: list[dict[str, Any]]

    def __str__(self) -> str:
        shown = "\n".join(
            "    " + ", ".join(f"{key} = {value}" for key, value in row.items()) for row in self.offenders[:10]
        )
        return f"  Rule “{self.name.replace('_', ' ')}” is broken by {len(self.offenders)} rows. {self.reason}\n{shown}"


def run(table: Draft) -> list[Result]:
    """Every rule's result; the rules are written into the draft so that the snapshot tells what it has passed."""
    results = [
        held(path.stem, path.read_text(encoding="utf-8"), table)
        for path in sorted((PACKAGE / "warehouse" / "rules").glob("*.sql"))
    ]
    table.load("rules", [{"name": rule.name, "reason": rule.reason, "sql": rule.sql} for rule in results], "rules")
    return results


def held(name: str, text: str, table: Draft) -> Result:
    lines = text.splitlines()
    reason = " ".join(line.removeprefix("--").strip() for line in lines if line.startswith("--"))
    return Result(name, reason, text, table.rows(text))
