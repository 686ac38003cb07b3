"""The description of a bundle's files that machines read: a Frictionless data package, version 1."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import citation, table
from lsk_metrics.exports.names import safe
from lsk_metrics.language import pick, spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card

Field = dict[str, str]
# Names under which licences are known; any other is told in its own words, with the address of its source.
KNOWN = {"CC0": "CC0-1.0", "CC BY 4.0": "CC-BY-4.0", "Public domain": "other-pd"}


def datapackage(answer: Answer, files: Mapping[str, bytes]) -> bytes:
    """datapackage.json: the CSV file is the described table, each other file a resource with its checksum."""
    day = citation.made(answer)
    said: dict[str, Any] = {
        "name": safe(answer.key).lower(),
        "id": citation.key(answer),
        "title": answer.title,
        "description": answer.sentence,
        "version": answer.snapshot,
        **({"created": f"{day[0]}-{day[1]:02d}-{day[2]:02d}T00:00:00Z"} if day else {}),
        "keywords": [answer.indicator.id, answer.indicator.role, *answer.kinds],
        "languages": [spoken()],
        "contributors": [{"title": name, "role": "author"} for name in citation.producers(answer)],
        "sources": [source(card) for card in answer.sources],
        "licenses": [licence(card) for card in licensed(answer.sources)],
        "kind": answer.kind,
        "unit": answer.unit,
        "caveats": answer.caveats,
        "parameters": answer.parameters.given(answer.indicator.filters),
        "resources": [resource(path, content, fields(path, answer)) for path, content in files.items()],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def source(card: Card) -> dict[str, str]:
    return {
        "title": f"{pick(card.producer, card.producer_pl)}: {pick(card.title, card.title_pl)}",
        **({"path": card.url} if card.url else {}),
        "id": card.id,
        "retrieved": card.retrieved,
        "sha256": card.sha256,
    }


def licensed(cards: Sequence[Card]) -> list[Card]:
    """A card for each licence."""
    return list({card.licence: card for card in reversed(cards)}.values())[::-1]


def licence(card: Card) -> dict[str, str]:
    named = {"name": KNOWN.get(card.licence, "other-" + safe(card.licence).lower()), "title": card.licence}
    return named | ({"path": card.url} if card.url else {})


def fields(path: str, answer: Answer) -> list[Field] | None:
    """The columns of a file with an answer's rows. A workbook and Parquet hold the same again; the CSV is checked."""
    return columns(answer) if path.startswith("data/") and path.endswith(".csv") else None


def columns(answer: Answer) -> list[Field]:
    return [{"name": each.name, "type": each.type, "description": each.words} for each in table.columns(answer)]


def resource(path: str, content: bytes, found: list[Field] | None = None) -> dict[str, Any]:
    """One file; of a CSV table also its columns."""
    ending = path.rpartition(".")[2]
    about: dict[str, Any] = {
        "name": safe(path.replace("/", "-").rpartition(".")[0]).lower() + f"-{ending}",
        "path": path,
        "format": ending,
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if found is None:
        return {**about, "type": "file"}
    return {
        **about,
        "type": "table",
        "profile": "tabular-data-resource",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "doubleQuote": True, "header": True},
        "schema": {"fields": found, "missingValues": [""]},
    }
