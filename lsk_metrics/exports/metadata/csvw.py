"""CSV on the Web: the file beside a CSV that says what its columns are, in the vocabulary of the W3C."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import citation, table
from lsk_metrics.exports.metadata import authority
from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer


def csv_metadata(answer: Answer, url: str) -> bytes:
    """The description of the CSV file at `url`, in the language spoken."""
    lang = spoken()
    licences = list(dict.fromkeys(filter(None, map(authority.licence, answer.sources))))
    told: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": lang}],
        "url": url,
        "dc:title": answer.title,
        "dc:description": answer.sentence,
        "dc:publisher": citation.publisher(),
        "dc:source": [citation.cited(card) for card in answer.sources],
        "dc:modified": {"@value": authority.day(answer.snapshot), "@type": "xsd:date"},
        **({"dc:license": [{"@id": each} for each in licences]} if licences else {}),
        "rdfs:comment": answer.caveats,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "doubleQuote": True},
        "tableSchema": {"columns": [column(each) for each in table.columns(answer)]},
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def column(each: table.Column) -> dict[str, Any]:
    return {"name": each.name, "titles": each.name, "dc:description": each.words, "datatype": each.type, "null": ""}
