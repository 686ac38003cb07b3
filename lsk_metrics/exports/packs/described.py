"""The description of a pack that machines read: a Frictionless data package in which every CSV table is described."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import citation
from lsk_metrics.exports.package import Field, licence, licensed, resource, source

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lsk_metrics.indicators.reviews import Review


def datapackage(
    review: Review, languages: Sequence[str], files: Mapping[str, bytes], tables: Mapping[str, list[Field]]
) -> bytes:
    """datapackage.json: each table in CSV with its columns, every other file with its checksum."""
    producers = dict.fromkeys(name for answer in review.answers for name in citation.producers(answer))
    kinds = dict.fromkeys(kind for answer in review.answers for kind in answer.kinds)
    said: dict[str, Any] = {
        "name": review.id,
        "id": review.id,
        "title": f"{review.title}, {review.date}",
        "description": " ".join(f"{at}. {answer.sentence}" for at, answer in enumerate(review.answers, 1)),
        "version": review.snapshot,
        "created": f"{review.on}T00:00:00Z",
        "keywords": [*dict.fromkeys(each.indicator for each in review.steps), *kinds],
        "languages": list(languages),
        "contributors": [{"title": name, "role": "author"} for name in producers],
        "sources": [source(card) for card in review.sources],
        "licenses": [licence(card) for card in licensed(review.sources)],
        "caveats": list(dict.fromkeys(words for answer in review.answers for words in answer.caveats)),
        "resources": [resource(path, content, tables.get(path)) for path, content in sorted(files.items())],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
