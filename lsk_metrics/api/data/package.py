"""All indicators as one Frictionless data package: each a CSV route of the same snapshot and language."""

from __future__ import annotations

from typing import Any

from lsk_metrics.api.data.asked import Asked
from lsk_metrics.errors import LskError
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.exports.package import columns, licence, licensed, resource, source
from lsk_metrics.indicators import Answer, answer, indicators
from lsk_metrics.indicators.records import source_cards
from lsk_metrics.language import gettext as _


def datapackage(asked: Asked) -> dict[str, Any]:
    """Resources have the checksums of their bytes: what is fetched can be held against the package."""
    found = [each for each in (had(indicator.id, asked.snapshot) for indicator in indicators()) if each]
    used = {card.id for each in found for card in each.sources}
    cards = [card for card in source_cards(asked.snapshot) if card.id in used]
    return {
        "profile": "tabular-data-package",
        "name": "lsk-metrics",
        "id": f"lsk-metrics-{asked.snapshot}-{asked.lang}",
        "title": _("Data of the dashboard, as open as its pages"),
        "description": _("Every indicator as one table, with kind and source of each row."),
        "version": asked.snapshot,
        "created": f"{asked.built_at:%Y-%m-%dT%H:%M:%SZ}",
        "languages": [asked.lang],
        "sources": [source(card) for card in cards],
        "licenses": [licence(card) for card in licensed(cards)],
        "resources": [table(each, asked) for each in found],
    }


def had(name: str, snapshot: str) -> Answer | None:
    """The answer of an indicator; none where the snapshot cannot give it, or has no row of it."""
    try:
        found = answer(name, snapshot=snapshot)
    except LskError:
        return None
    return found if found.rows else None


def table(found: Answer, asked: Asked) -> dict[str, Any]:
    """One answer: its columns as the files of an export describe them, at its own route."""
    name = found.indicator.id
    about = resource(f"data/{name}.csv", csv_file(found), columns(found))
    return {
        **about,
        "name": name,
        "path": f"indicators/{name}/answer.csv?snapshot={asked.snapshot}&lang={asked.lang}",
        "title": found.title,
        "description": found.sentence,
    }
