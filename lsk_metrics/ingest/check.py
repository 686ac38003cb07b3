"""The data folder held against its cards, rules and claims, without publishing anything."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from lsk_metrics.ingest import build, rules, source
from lsk_metrics.warehouse.draft import Draft, draft


@dataclass(frozen=True)
class Finding:
    """One check: what was checked, how it ended (passed, broken, agrees, differs) and what was found."""

    check: str
    name: str
    result: str
    found: str


def check() -> list[Finding]:
    """All findings; raises LskError where the rows cannot even be loaded."""
    with draft() as table:
        build.fill(table)
        newest, today = newest_years(table), datetime.now(UTC).date()
        findings = [
            Finding(
                "source", card.id, "passed", f"{aged(card, newest.get(card.id), today)}; {card.file} as its card says"
            )
            for card in source.cards()
        ]
        for rule in rules.run(table):
            findings.append(
                Finding(
                    "rule",
                    rule.name,
                    "broken" if rule.offenders else "passed",
                    str(rule.offenders[:3]) if rule.offenders else rule.reason,
                )
            )
        for row in table.rows(
            "SELECT claims.id, value, qualifier, unit, found, agrees FROM claims "
            "JOIN claim_checks ON claim = claims.id ORDER BY sort"
        ):
            result = "agrees" if row["agrees"] else "differs"
            said = f"claimed {row['qualifier']} {row['value']:g} {row['unit']}, found {row['found']}"
            findings.append(Finding("claim", row["id"], result, said))
    return findings


def aged(card: source.Source, newest: int | None, today: date) -> str:
    """How old a source is, in days, and which year its newest figure is of."""
    what = f"fetched {card.retrieved} (shipped copy of {card.shipped})" if card.shipped else f"copy of {card.retrieved}"
    figure = f", newest figure of {newest}" if newest else ""
    return what + age(card.retrieved, today) + figure


def age(retrieved: str, today: date) -> str:
    """Days since a date; where only its month or year is known, the fewest there can be, and nothing for none."""
    parts = [int(part) for part in retrieved.split("-")]
    if len(parts) == 3:
        return f", {(today - date(*parts)).days} days old"
    year, month = (parts[0] + 1, 1) if len(parts) == 1 or parts[1] == 12 else (parts[0], parts[1] + 1)
    days = (today - date(year, month, 1)).days
    return f", at least {days} days old" if days > 0 else ""


def newest_years(table: Draft) -> dict[str, int]:
    """The year of each source's newest figure, over all tables that have a source and a year."""
    tables = table.rows(
        "SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_name) "
        "WHERE table_type = 'BASE TABLE' AND column_name IN ('source', 'year') GROUP BY table_name HAVING count(*) = 2"
    )
    found: dict[str, int] = {}
    for name in sorted(str(row["name"]) for row in tables):
        for row in table.rows(f'SELECT source, max(year) AS year FROM "{name}" WHERE year IS NOT NULL GROUP BY source'):
            found[row["source"]] = max(row["year"], found.get(row["source"], 0))
    return found
