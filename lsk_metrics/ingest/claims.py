"""Published claims held against the loaded rows: what each check finds, and whether it agrees."""

from lsk_metrics.errors import SourceError
from lsk_metrics.warehouse.draft import Draft, Text


def check(table: Draft) -> None:
    """Run the check of each claim that has one, and keep what it found."""
    claims = table.rows("SELECT id, value, qualifier, check_sql FROM claims WHERE check_sql IS NOT NULL ORDER BY sort")
    rows: list[Text] = []
    for claim in claims:
        found = table.rows(claim["check_sql"])
        if len(found) != 1 or len(found[0]) != 1:
            raise SourceError(f"The check of claim “{claim['id']}” should give one number; it gives {len(found)} rows.")
        value = next(iter(found[0].values()))
        number = None if value is None else float(value)
        rows.append(
            {
                "claim": claim["id"],
                "found": None if number is None else repr(number),
                "agrees": str(number is not None and agrees(claim["qualifier"], claim["value"], number)).lower(),
                "kind": basis(table, claim["check_sql"]),
            }
        )
    table.load("claim_checks", rows, "claim checks")


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
