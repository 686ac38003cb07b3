"""What an import would change: rows added, changed field by field and gone, and the headline figures."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from lsk_metrics.ingest.register.dates import today
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.schema import TABLES, Table
from lsk_metrics.warehouse.draft import Text

# How many rows of a difference are listed; the counts are of all.
MOST_LISTED = 1_000
Tables = Mapping[str, Sequence[Text]]


@dataclass(frozen=True)
class Difference:
    """Rows by what becomes of them. before is the kind of the table that is replaced, where there is one."""

    before: str | None
    unchanged: int
    added: list[Text]
    changed: list[dict[str, Any]]
    gone: list[Text]

    def document(self) -> dict[str, Any]:
        listed = {
            name: [{"id": row["id"], "name": row.get("name")} for row in rows[:MOST_LISTED]]
            for name, rows in (("added", self.added), ("gone", self.gone))
        }
        return {
            "replaces": self.before,
            "counts": {
                "added": len(self.added),
                "changed": len(self.changed),
                "gone": len(self.gone),
                "unchanged": self.unchanged,
            },
            **listed,
            "changed": self.changed[:MOST_LISTED],
        }


@dataclass(frozen=True)
class Headline:
    """One figure before and after; empty where there is no table to count in."""

    name: str
    title: str
    title_pl: str
    unit: str
    before: str | None
    after: str | None

    def document(self) -> dict[str, Any]:
        return asdict(self)


def difference(table: Table, rows: Sequence[Text], lists: Lists) -> Difference:
    """The rows to come held against those there are; a made-up sample has nothing in common with real rows."""
    card = lists.card(table.name)
    own = card is not None and card.kind == "register"
    names = [field.name for field in table.fields]
    before = {str(row["id"]): row for row in lists.rows(table.name)} if own else {}
    added, changed, unchanged = [], [], 0
    for row in rows:
        old = before.get(str(row["id"]))
        if old is None:
            added.append(row)
        elif fields := [
            {"field": name, "before": old.get(name), "after": row[name]} for name in names if old.get(name) != row[name]
        ]:
            changed.append({"id": row["id"], "name": row.get("name"), "fields": fields})
        else:
            unchanged += 1
    kept = {str(row["id"]) for row in rows}
    gone = [row for key, row in before.items() if key not in kept]
    return Difference(card.kind if card else None, unchanged, added, changed, gone)


def headlines(table: Table, rows: Sequence[Text], before: Lists, left_out: Sequence[str]) -> list[Headline]:
    """The figures on the first page, before and after; tables that are left out after have none."""
    old: Tables = {name: before.rows(name) for name in TABLES}
    new: Tables = {**old, **{name: [] for name in left_out}, table.name: rows}
    return [
        Headline(name, title, title_pl, unit, count(old), count(new))
        for name, title, title_pl, unit, count in (
            ("members", "Members today", "Członkowie dziś", "members", members),
            ("investment_infrastructure", "Investment in infrastructure", "Inwestycje w infrastrukturę", "EUR m",
             lambda tables: invested(tables, "infrastructure")),
            ("investment_projects", "Investment in projects", "Inwestycje w projekty", "EUR m",
             lambda tables: invested(tables, "project")),
            ("startups", "Start-ups launched", "Uruchomione start-upy", "companies", startups),
            ("targets", "Targets", "Wartości docelowe", "targets", targets),
        )
    ]  # fmt: skip


def members(tables: Tables) -> str | None:
    day = today().isoformat()
    joined = [row for row in tables["members"] if str(row["joined"]) <= day]
    stayed = [row for row in joined if row["left"] is None or row["left"] > day]
    return str(len(stayed)) if tables["members"] else None


def invested(tables: Tables, purpose: str) -> str | None:
    amounts = [Decimal(str(row["amount_eur_m"])) for row in tables["investments"] if row["purpose"] == purpose]
    return f"{sum(amounts):.3f}" if tables["investments"] else None


def startups(tables: Tables) -> str | None:
    return str(len(tables["startups"])) if tables["startups"] else None


def targets(tables: Tables) -> str | None:
    return str(len(tables["targets"])) if tables["targets"] else None
