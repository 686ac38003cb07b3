"""Published claims held against the loaded rows: what each check finds, and whether it agrees."""

import math
from typing import Any

from lsk_metrics.errors import SourceError
from lsk_metrics.warehouse.draft import Draft, Text


def check(table: Draft) -> None:
    """Run the check of each claim that has one, and keep what it found."""
    claims = table.rows("SELECT id, value, qualifier, check_sql FROM claims WHERE check_sql IS NOT NULL ORDER BY sort")
    rows: list[Text] = []
    for claim in claims:
        number = found_by(claim["id"], table.asked(claim["check_sql"], f"the check of claim “{claim['id'][:80]}”"))
        rows.append(
            {
                "claim": claim["id"],
                "found": None if number is None else repr(number),
                "agrees": str(number is not None and agrees(claim["qualifier"], claim["value"], number)).lower(),
                "kind": basis(table, claim["check_sql"]),
            }
        )
    table.load("claim_checks", rows, "claim checks")


def found_by(claim: str, rows: list[tuple[Any, ...]]) -> float | None:
    """The one number that a check gives; raises SourceError where it gives anything else."""
    if len(rows) != 1 or len(rows[0]) != 1:
        gives = "no row" if not rows else "several rows" if len(rows) > 1 else f"{len(rows[0])} columns"
        raise SourceError(f"The check of claim “{claim}” should give one number; it gives {gives}.")
    [value] = rows[0]
    try:
        number = None if value is None else float(value)
    except (TypeError, ValueError, OverflowError) as reason:
        raise SourceError(f"The check of claim “{claim}” gives “{str(value)[:80]}”, which is no number.") from reason
    if number is not None and not math.isfinite(number):
        raise SourceError(f"The check of claim “{claim}” gives {number}, which is no number to compare with.")
    return number


def basis(table: Draft, sql: str) -> str:
    """Kind of the rows a check reads: that of the register's tables where it reads one, else published."""
    for name in ("members", "investments", "startups"):
        if f"FROM {name}" in sql:
            kinds = table.rows(f"SELECT min(kind) AS kind FROM {name}")
            return str(kinds[0]["kind"] or "register")
    return "published"


def agrees(qualifier: str, claimed: float, found: float) -> bool:
    """Whether a finding fits what was said: "over" bounds it below, "about" allows 5% both ways, "almost" 5% below."""
    if qualifier == "over":
        return found >= claimed
    if qualifier == "about":
        return abs(found - claimed) <= 0.05 * abs(claimed)
    if qualifier == "almost":
        return 0.95 * claimed <= found <= claimed
    return abs(found - claimed) < 1e-9
