"""Evidence for criteria: indicators, published statements and documents, each with what it lacks to count in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from lsk_metrics.errors import NameUnknown, SnapshotError
from lsk_metrics.indicators import records
from lsk_metrics.indicators.answer import WEAKEST_FIRST, Answer
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.changes import headline
from lsk_metrics.indicators.labels import Card, cards
from lsk_metrics.indicators.rows import Row
from lsk_metrics.language import day, number
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read

CURRENT_YEARS = 5  # what is older is evidence of how it was


@dataclass(frozen=True)
class Piece:
    """One piece of evidence as a reader meets it.

    kind is a kind of truth; year is that of its figure or date, None where it has none; gaps: why it does not count in
    full.
    """

    id: str
    type: str
    reference: str
    words: str
    kind: str | None
    year: int | None
    owner: str
    link: str
    source: str
    note: str
    gaps: tuple[str, ...]


@lru_cache(maxsize=8)
def criteria(snapshot: str) -> list[dict[str, Any]]:
    return kept("SELECT * FROM criteria ORDER BY sort", snapshot)


@lru_cache(maxsize=8)
def evidence(snapshot: str) -> list[dict[str, Any]]:
    return kept("SELECT * FROM evidence ORDER BY kind, id", snapshot)


def kept(sql: str, snapshot: str) -> list[dict[str, Any]]:
    try:
        return read.rows(sql, snapshot=snapshot)
    except SnapshotError:
        return []


@lru_cache(maxsize=8)
def built(snapshot: str) -> date:
    """The day a snapshot was built: by it what is current is told."""
    found: date = read.rows("SELECT built_at FROM snapshot", snapshot=snapshot)[0]["built_at"].date()
    return found


def figures(name: str, snapshot: str, real: bool) -> list[tuple[float, Piece]]:
    """The latest figure of an indicator by each kind of truth it has: register and published before the sample."""
    whole = answer(name, {"illustrative": "no"} if real else None, snapshot)
    found = []
    for kind in ("register", "published", "derived", "illustrative"):
        rows = [row for row in whole.rows if row.kind == kind and row.value is not None and not row.series]
        if rows:
            last = max(rows, key=lambda row: row.year)
            words = f"{whole.value(last)} ({whole.period(last)})"
            made = dated(f"{name}-{kind}", "indicator", name, words, kind, newest(whole, rows), snapshot)
            found.append((float(last.value or 0.0), replace(made, source=cited(whole, rows))))
    return found


def newest(found: Answer, rows: Sequence[Row]) -> int | None:
    """The year of the latest figure; a register holds until the day it came in, whenever anything last happened."""
    imported = [int(card.retrieved[:4]) for card in used(found, rows) if card.kind == "register"]
    return max([row.year for row in rows] + imported, default=None)


def used(found: Answer, rows: Sequence[Row]) -> list[Card]:
    """The source cards that these rows rest on."""
    names = {name for row in rows for name in row.source.split()}
    return [card for card in found.sources if card.id in names]


def cited(found: Answer, rows: Sequence[Row]) -> str:
    return "; ".join(card.citation() for card in used(found, rows))


def piece(row: dict[str, Any], snapshot: str, real: bool) -> Piece | None:
    """One row of evidence in words; nothing for a sample that is hidden, or a statement that is not there."""
    made = {"indicator": of_indicator, "statement": of_statement, "document": of_document}[row["type"]]
    found = made(row, snapshot, real)
    if found is None:
        return None
    owner, link, note = (row[name] or "" for name in ("owner", "link", "note"))
    return replace(found, owner=owner, link=link or found.link, note=note or found.note)


def of_indicator(row: dict[str, Any], snapshot: str, real: bool) -> Piece | None:
    try:
        found = answer(row["indicator"], {"illustrative": "no"} if real else None, snapshot)
        whole = answer(row["indicator"], None, snapshot)
    except (NameUnknown, SnapshotError):
        return None
    if real and whole.rows and not found.rows:
        return None
    known = [each for each in found.rows if each.value is not None]
    known = [each for each in known if found.role(each.place) == "home"] or known  # peers are no evidence
    kind = next((each for each in WEAKEST_FIRST if each in {row.kind for row in known}), None)
    words = f"{found.title}: {headline(found)}" if known else _("{title}: no figures yet").format(title=found.title)
    made = dated(row["id"], "indicator", row["indicator"], words, kind, newest(found, known), snapshot)
    return replace(made, source=cited(found, known))


def of_statement(row: dict[str, Any], snapshot: str, real: bool) -> Piece | None:
    found = next((each for each in records.claims(snapshot) if each.id == row["claim"]), None)
    if found is None:
        return None
    year = int(found.period.rpartition("/")[2][:4]) if found.period else None
    said = found.text()
    if not said.endswith("\N{NO-BREAK SPACE}r."):  # the point of an abbreviation stays
        said = said.removesuffix(".")
    words = f"{said} ({found.dated()})" if found.period else said
    made = dated(row["id"], "statement", found.id, words, found.source.kind, year, snapshot)
    return replace(made, source=found.source.citation(), link=found.source.url or "", note=found.warning())


def of_document(row: dict[str, Any], snapshot: str, real: bool) -> Piece | None:
    year = row["dated"].year if row["dated"] else None
    words = f"{row['title']} ({day(row['dated'].isoformat())})" if row["dated"] else row["title"]
    made = dated(row["id"], "document", row["title"], words, row["kind"], year, snapshot)
    card = cards(snapshot)[row["source"]]
    unowned = () if row["owner"] else (_("it has no owner"),)
    return replace(made, source=card.citation(), gaps=(*made.gaps, *unowned))


def dated(name: str, what: str, reference: str, words: str, kind: str | None, year: int | None, snapshot: str) -> Piece:
    """A piece with what its age and kind leave wanting."""
    gaps = []
    if kind == "illustrative":
        gaps.append(_("the figure is of the made-up sample"))
    if kind is None:
        gaps.append(_("there is no figure yet"))
    elif year is None:
        gaps.append(_("undated"))
    elif built(snapshot).year - year > CURRENT_YEARS:
        gaps.append(_("older than {n} years").format(n=number(CURRENT_YEARS)))
    return Piece(name, what, reference, words, kind, year, "", "", "", "", tuple(gaps))
