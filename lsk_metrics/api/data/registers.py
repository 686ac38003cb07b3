"""Rows that are no answers: snapshots, source cards, claims, and the schemas of the register's tables."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.pages import as_json, page
from lsk_metrics.api.data.problems import Refusal
from lsk_metrics.errors import NameUnknown
from lsk_metrics.indicators import kept
from lsk_metrics.indicators.labels import Card
from lsk_metrics.indicators.records import Claim, claims, source_cards
from lsk_metrics.language import pick

# Data, not code: the writing wing checks uploads by these files, and here they are read as they lie.
SCHEMAS = paths.PACKAGE / "ingest" / "register" / "schemas"


def snapshots(asked: Asked) -> Made:
    return page(asked, kept.history(), snapshot)


def snapshot(each: kept.Kept) -> dict[str, Any]:
    return {
        "id": each.id,
        "built_at": f"{each.built_at:%Y-%m-%dT%H:%M:%SZ}",
        "program": each.program,
        "readable": each.readable,
        "current": each.current,
        "latest": each.latest,
        "held": each.pinned,
        "mark": each.mark,
        "links": {"indicators": f"/api/v1/indicators?snapshot={each.id}"},
    }


def sources(asked: Asked) -> Made:
    return page(asked, source_cards(asked.snapshot), source)


def source(card: Card) -> dict[str, Any]:
    return {**asdict(card), "citation": card.citation()}


def claimed(asked: Asked) -> Made:
    return page(asked, claims(asked.snapshot), claim)


def claim(each: Claim) -> dict[str, Any]:
    """found and agrees: what the check of the claim gave, where it has one."""
    return {
        "id": each.id,
        "topic": each.topic,
        "statement": each.text(),
        "figure": each.figure(),
        "value": each.value,
        "unit": each.unit,
        "qualifier": each.qualifier,
        "period": each.period,
        "caveat": each.warning(),
        "found": each.found,
        "agrees": each.agrees,
        "verdict": each.verdict(),
        "source": each.source.id,
        "citation": each.source.citation(),
    }


def schemas(asked: Asked) -> Made:
    return page(asked, list(files().values()), described)


def described(path: Path) -> dict[str, Any]:
    said = json.loads(path.read_text(encoding="utf-8"))
    return {
        "table": path.stem,
        "title": pick(said["title"], said["title_pl"]),
        "description": pick(said["description"], said["description_pl"]),
        "links": {"schema": f"/api/v1/schemas/{path.stem}"},
    }


def schema(asked: Asked) -> Made:
    """The Table Schema by which an uploaded table is checked, as it lies; it has both languages in it."""
    found = files()
    if asked.named["table"] not in found:
        raise Refusal("unknown-name", NameUnknown("table", asked.named["table"], found))
    return Made(found[asked.named["table"]].read_bytes(), "application/json")


@cache
def files() -> dict[str, Path]:
    return {path.stem: path for path in sorted(SCHEMAS.glob("*.json"))}


def package(asked: Asked) -> Made:
    """The data package (Frictionless) of all answers, its resources the CSV routes, by relative paths."""
    from lsk_metrics.api.data.package import datapackage

    return Made(as_json(datapackage(asked)), "application/json")
