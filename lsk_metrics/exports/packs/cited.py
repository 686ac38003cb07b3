"""How the figures of a review are cited: each by itself, and every source once, as text, BibTeX and CSL-JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports import citation
from lsk_metrics.exports.bundle import as_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lsk_metrics.indicators import Answer


def files(answers: Mapping[str, Answer], lang: str) -> dict[str, bytes]:
    """The citations by their paths, in the language spoken; an answer is cited by what its files are called."""
    cards = list({card.id: card for answer in answers.values() for card in answer.sources}.values())
    keys = {f"lsk:{stem}:{answer.snapshot}": answer for stem, answer in answers.items()}
    text = [citation.text(answer).splitlines()[0] for answer in answers.values()]
    text += ["", *(f"- {citation.cited(card)}" for card in cards)]
    entries = [*(citation.bibtex_answer(answer, name) for name, answer in keys.items())]
    entries += [citation.bibtex_source(card) for card in cards]
    items = [citation.csl_answer(answer, name) for name, answer in keys.items()]
    items += [citation.csl_source(card) for card in cards]
    return {
        f"citation/citation-{lang}.txt": ("\n".join(text) + "\n").encode("utf-8"),
        f"citation/citation-{lang}.bib": "\n".join(entries).encode("utf-8"),
        f"citation/citation-{lang}.json": as_json(items),
    }
