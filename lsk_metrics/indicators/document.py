"""An answer as plain data: what the command line, the application and exports write."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from lsk_metrics.indicators import labels
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.particulars import definition
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer


def document(answer: Answer) -> dict[str, Any]:
    """Names to values, texts in the language spoken; rows are dictionaries."""
    return {
        "indicator": answer.indicator.id,
        **({"view": answer.parameters.view} if answer.view else {}),
        **({"peers": answer.peers} if answer.peers else {}),
        "title": answer.title,
        "question": answer.question,
        "definition": " ".join(definition(answer)),
        "why": _(answer.indicator.why),
        "unit": answer.unit,
        "kind": answer.kind,
        "sentence": answer.sentence,
        "as_of": labels.as_of(answer.sources),
        "caveats": answer.caveats,
        "sources": [{**asdict(card), "citation": card.citation()} for card in answer.sources],
        "snapshot": answer.snapshot,
        "parameters": answer.parameters.given(answer.indicator.filters),
        "sql": answer.sql,
        "command": command(answer),
        "rows": [asdict(row) for row in answer.rows],
    }
