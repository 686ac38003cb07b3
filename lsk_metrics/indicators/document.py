"""An answer as plain data: what the command line, the application and exports write."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from lsk_metrics.indicators import groups, labels
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.events import during
from lsk_metrics.indicators.particulars import definition
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer


def document(answer: Answer) -> dict[str, Any]:
    """Names to values, texts in the language spoken; rows are dictionaries."""
    return {
        "indicator": answer.indicator.id,
        **({"measure": answer.measured.id} if answer.measured else {}),
        **({"view": answer.parameters.view} if answer.view else {}),
        **({"peers": answer.peers} if answer.peers else {}),
        **({"counted": groups.counted(answer)} if groups.narrowing(answer) else {}),
        "title": answer.title,
        "question": answer.question,
        "definition": " ".join(definition(answer)),
        "why": _(answer.indicator.why),
        "unit": answer.unit,
        "kind": answer.kind,
        "sentence": answer.sentence,
        "as_of": labels.as_of(answer.sources),
        "caveats": answer.caveats,
        **({"events": [event.document() for event in found]} if (found := during(answer)) else {}),
        "sources": [{**asdict(card), "citation": card.citation()} for card in answer.sources],
        "snapshot": answer.snapshot,
        "parameters": answer.parameters.given(answer.indicator.filters),
        "sql": answer.sql,
        "command": command(answer),
        "rows": [asdict(row) for row in answer.rows],
    }


def written(said: dict[str, Any]) -> str:
    """A document as JSON: the very text that the command prints and the data routes send."""
    return json.dumps(said, ensure_ascii=False, indent=2, default=str)
