"""The data folder held against its cards, rules and claims, without publishing anything."""

from dataclasses import dataclass

from lsk_metrics.ingest import build, rules, source
from lsk_metrics.warehouse.draft import draft


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
        findings = [
            Finding("source", card.id, "passed", f"{card.file} as its card says, copy of {card.retrieved}")
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
