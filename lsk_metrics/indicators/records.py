"""Rows that are not answers: claims with their checks, source cards, reference lists and rules."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import units
from lsk_metrics.indicators.labels import Card, cards
from lsk_metrics.language import day, pick
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read


@dataclass(frozen=True)
class Claim:
    """One published statement of fact; value in its unit, found what its check gave, agrees None where it has none."""

    id: str
    topic: str
    statement: str
    statement_pl: str
    value: float | None
    unit: str | None
    qualifier: str
    period: str | None
    source: Card
    seed: bool
    caveat: str | None
    caveat_pl: str | None
    check_note: str | None
    check_note_pl: str | None
    found: float | None
    agrees: bool | None
    basis: str | None

    def text(self) -> str:
        return pick(self.statement, self.statement_pl)

    def warning(self) -> str:
        return pick(self.caveat or "", self.caveat_pl)

    def dated(self) -> str:
        """When the source says it was so; undated is said."""
        if not self.period:
            return _("undated")
        return "–".join(day(part) for part in self.period.split("/"))

    def figure(self) -> str:
        """The value as it stands large: > €207m, 47%, 95."""
        return self.written(self.value, {"over": ">", "about": "~", "almost": "<"}.get(self.qualifier, ""))

    def written(self, value: float | None, sign: str = "") -> str:
        if value is None:
            return ""
        if self.unit == "year":
            return str(round(value))
        unit = {"%": "pct", "EUR m": "eur_m"}.get(self.unit or "", "")
        return units.figure(value, unit, 0 if value == round(value) else 1, sign)

    def verdict(self) -> str:
        """What its check found, and in what."""
        if self.agrees is None:
            return ""
        note = pick(self.check_note or "", self.check_note_pl)
        found = self.written(self.found) if self.found is not None else _("nothing")
        if self.basis == "illustrative":
            note += ", " + _("a sample made to add up")
        return f"{found} ({note})"


@lru_cache(maxsize=8)
def claims(snapshot: str) -> tuple[Claim, ...]:
    """The claims register, in its order."""
    rows = read.rows(
        "SELECT claims.* EXCLUDE (year, check_sql, sort), found, agrees, claim_checks.kind AS basis "
        "FROM claims LEFT JOIN claim_checks ON claim = claims.id ORDER BY sort",
        snapshot=snapshot,
    )
    known = cards(snapshot)
    return tuple(Claim(**{**row, "source": known[row["source"]]}) for row in rows)


def claim(name: str, snapshot: str) -> Claim:
    """One claim; raises NameUnknown with the nearest one."""
    found = {each.id: each for each in claims(snapshot)}
    if name not in found:
        raise NameUnknown("claim", name, found)
    return found[name]


def source_cards(snapshot: str) -> list[Card]:
    return sorted(cards(snapshot).values(), key=lambda card: (card.kind != "published", card.id))


def partners(snapshot: str) -> list[dict[str, str]]:
    """Partner regions with the statistical regions that stand in for them, in the reader's language."""
    rows = read.rows(
        "SELECT any_value(peer) AS peer, any_value(peer_pl) AS peer_pl, string_agg(name, ', ' ORDER BY sort) AS name, "
        "string_agg(name_pl, ', ' ORDER BY sort) AS name_pl, string_agg(code, ', ' ORDER BY sort) AS codes, "
        "count(*) FILTER (WHERE proxy IS NOT NULL) AS proxies, any_value(country) AS country "
        "FROM regions WHERE role = 'peer' AND (nuts_level = 1 OR code NOT IN "
        "(SELECT lower.code FROM regions AS lower JOIN regions AS upper ON upper.nuts_level = 1 "
        "AND upper.role = 'peer' AND starts_with(lower.code, upper.code) AND lower.code <> upper.code)) "
        "GROUP BY regions.peer ORDER BY min(sort)",
        snapshot=snapshot,
    )
    return [
        {
            "partner": pick(row["peer"], row["peer_pl"]),
            "region": pick(row["name"], row["name_pl"]),
            "codes": row["codes"],
            "country": row["country"],
            "proxy": _("stands in") if row["proxies"] else "",
        }
        for row in rows
    ]


def value_chains(snapshot: str) -> list[tuple[str, list[str]]]:
    """Each value chain with its segments, in the reader's language."""
    rows = read.rows(
        "SELECT value_chains.name, value_chains.name_pl, segments.name AS segment, segments.name_pl AS segment_pl "
        "FROM value_chains JOIN segments ON segments.value_chain = value_chains.code "
        "ORDER BY value_chains.sort, segments.sort",
        snapshot=snapshot,
    )
    found: dict[str, list[str]] = {}
    for row in rows:
        found.setdefault(pick(row["name"], row["name_pl"]), []).append(pick(row["segment"], row["segment_pl"]))
    return list(found.items())


def areas(snapshot: str) -> list[dict[str, str]]:
    """Areas of interest with the group of the helix each belongs to, in the reader's language."""
    rows = read.rows(
        "SELECT areas.code, areas.name, areas.name_pl, helix.name AS helix, helix.name_pl AS helix_pl "
        "FROM areas JOIN helix ON helix.code = areas.helix ORDER BY areas.sort",
        snapshot=snapshot,
    )
    return [
        {"code": row["code"], "name": pick(row["name"], row["name_pl"]), "helix": pick(row["helix"], row["helix_pl"])}
        for row in rows
    ]


def rules(snapshot: str) -> list[dict[str, Any]]:
    """The rules the snapshot has passed, each with its reason."""
    return read.rows("SELECT name, reason FROM rules ORDER BY name", snapshot=snapshot)


def codes(snapshot: str, listed: str) -> dict[str, str]:
    """Codes of a list (areas, value_chains, member_types) with their names in the reader's language, in its order."""
    rows = read.rows(
        "SELECT code, name, name_pl FROM labels WHERE list = $listed ORDER BY sort", {"listed": listed}, snapshot
    )
    return {row["code"]: pick(row["name"], row["name_pl"]) for row in rows}


def has_boundaries(snapshot: str) -> bool:
    """Whether outlines of powiats have been imported."""
    return bool(read.rows("SELECT 1 FROM outlines WHERE layer = 'powiat' LIMIT 1", snapshot=snapshot))


def file_counts(snapshot: str) -> dict[str, int]:
    """What the large files hold, added up over them: projects, participations, without_region, unread; or nothing."""
    rows = read.rows("SELECT counted, sum(count)::INTEGER AS n FROM file_counts GROUP BY counted", snapshot=snapshot)
    return {row["counted"]: row["n"] for row in rows}


def left_out(snapshot: str) -> list[dict[str, str]]:
    """Rows of large files that could not be read, or not whole, in the order of the files; the first hundred."""
    rows = read.rows(
        "SELECT source, file, line::VARCHAR AS line, reason, coalesce(said, '') AS said FROM left_out "
        "ORDER BY source, file, left_out.line LIMIT 100",
        snapshot=snapshot,
    )
    return [dict(row) for row in rows]
