"""From a file to what it would change: checked, tried against every rule, compared with what is there now."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lsk_metrics.errors import LskError
from lsk_metrics.ingest import build, rules, source
from lsk_metrics.ingest.register import checking, keeping, lists
from lsk_metrics.ingest.register.checking import Checked
from lsk_metrics.ingest.register.difference import Difference, Headline, difference, headlines
from lsk_metrics.ingest.register.incoming import Incoming, read
from lsk_metrics.ingest.register.problems import Place, Refused, note, problem
from lsk_metrics.ingest.register.schema import Table
from lsk_metrics.ingest.register.schema import table as schema
from lsk_metrics.warehouse.draft import draft


@dataclass(frozen=True)
class Plan:
    """What publishing a file would do; without a difference where something is wrong with it.

    base stands for everything it was held against, token for that and the file: each changes with what it stands
    for."""

    table: Table
    file: str
    incoming: Incoming | None
    checked: Checked
    base: str = ""
    token: str = ""
    difference: Difference | None = None
    headlines: Sequence[Headline] = ()
    left_out: Sequence[str] = ()

    @property
    def fits(self) -> bool:
        return not self.checked.problems

    def document(self) -> dict[str, Any]:
        """The whole of it for a program: report, difference and headlines."""
        return {
            "table": self.table.name,
            "file": self.file,
            "sha256": self.incoming.sha256 if self.incoming else None,
            "rows": len(self.checked.rows),
            "fits": self.fits,
            "problems": [each.document() for each in self.checked.problems],
            "more_problems": self.checked.more,
            "notes": self.checked.notes,
            "difference": self.difference.document() if self.difference else None,
            "headlines": [each.document() for each in self.headlines],
            "left_out": list(self.left_out),
            "token": self.token if self.fits else None,
            "published": None,
        }


def plan(path: Path, name: str) -> Plan:
    """Check a file for a table and see what it would change; nothing is written.

    Raises LskError only where the data folder itself is at fault: what is wrong with the file is in the plan."""
    table = schema(name)
    base = build.inputs_sha256()
    try:
        incoming = read(path)
    except Refused as reason:
        lost = Checked(table, problems=[problem(reason.rule, Place(), **reason.facts)])
        return Plan(table, path.name, None, lost)
    now = lists.now()
    checked = checking.check(incoming, table, now)
    token = hashlib.sha256(f"{name} {incoming.sha256} {base}".encode()).hexdigest()
    found = Plan(table, path.name, incoming, checked, base, token)
    if not found.fits:
        return found
    lost_samples = try_out(found)
    if checked.problems:
        return found
    changes = difference(table, checked.rows, now)
    figures = headlines(table, checked.rows, now, lost_samples)
    return replace(found, difference=changes, headlines=figures, left_out=lost_samples)


def try_out(plan: Plan) -> list[str]:
    """Build a draft with the new table and throw it away; what a rule finds becomes a problem of the plan.

    Gives the tables whose sample would be left out."""
    before = {card.table for card in source.cards()}
    with TemporaryDirectory() as folder, draft() as table:
        card = keeping.staged(plan.table, plan.file, plan.checked.rows, Path(folder))
        cards = source.cards(instead=card)
        try:
            build.fill(table, cards=cards)
        except LskError as reason:
            plan.checked.add(problem("rule", Place(), said=reason))
            return []
        for result in rules.run(table):
            if result.offenders:
                plan.checked.add(
                    problem("rule", Place(), said="; ".join(map(str.strip, str(result).strip().splitlines())))
                )
        plan.checked.notes.extend(surprises(table.rows(DIFFERS)))
    gone = [name for name in source.left_out(cards) if name in before]
    for name in gone:
        shown = schema(name)
        plan.checked.notes.append(note("sample_left_out", table=shown.title("en"), table_pl=shown.title("pl")))
    return gone


DIFFERS = """
SELECT statement, statement_pl, found, claims.unit
FROM claims JOIN claim_checks ON claim = claims.id
WHERE NOT agrees AND claim_checks.kind = 'register' AND found IS NOT NULL
ORDER BY sort
"""


def surprises(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, str]]:
    """A note for each published figure the register does not bear out: it is shown, and stops nothing."""
    for row in rows:
        found = f"{row['found']:g}"
        yield note(
            "claim",
            statement=row["statement"],
            statement_pl=row["statement_pl"],
            found=found,
            found_pl=found.replace(".", ","),
        )
