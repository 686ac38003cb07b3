"""What the paper says, as plain data, and the pictures in it; how it looks is the layout's concern."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import chapters, citation
from lsk_metrics.exports.tabled import shown
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.figures.plates import alt, plate
from lsk_metrics.figures.spark import shape
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.kinds import kind_name, meanings
from lsk_metrics.indicators.status.rules import STATES
from lsk_metrics.language import gettext as _
from lsk_metrics.language import pick, spoken

if TYPE_CHECKING:
    from lsk_metrics.exports.cells import Table
    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card
    from lsk_metrics.indicators.reviews import Review

# Paper is white; a picture so many pixels wide stands across the page, its letters 8.5 points high.
PAPER = replace(LIGHT, ground="#ffffff")
WIDTH, MAP = 720.0, 500.0


def pictures(review: Review) -> dict[str, str]:
    """Each picture as SVG by the name of its file, and the shapes of the statuses."""
    found = {f"status-{state}.svg": shape(state, PAPER) for state in STATES}
    for n, answer in enumerate(review.answers, 1):
        draw = draw_for(answer)
        if draw:
            found[f"figure-{n}.svg"] = plate(draw(answer, PAPER), answer, PAPER, wide(answer))
    return found


def wide(answer: Answer) -> float:
    """Maps are as high as they are wide, and leave room for their table."""
    return MAP if answer.indicator.chart in ("map", "network") and not answer.view else WIDTH


def contents(review: Review) -> dict[str, Any]:
    """Everything that is read, in order; texts in the language spoken."""
    return {
        "lang": spoken(),
        "title": review.title,
        "purpose": chapters.purpose(review),
        "about": chapters.about(review),
        "notice": chapters.notice(review),
        "publisher": citation.publisher(),
        "keywords": [review.id, review.snapshot, *dict.fromkeys(each.indicator.id for each in review.answers)],
        "on": [int(part) for part in review.on.split("-")],
        "id": review.id,
        "words": words(),
        "targets": targets(review),
        "parts": [
            {"heading": part.heading, "sections": [section(n, answer) for n, answer in part.answers]}
            for part in chapters.parts(review)
        ],
        "comments": [
            {"title": each.title, "text": each.text, "signed": each.signed()} for each in review.comments
        ],
        "sources": [source(card) for card in review.sources],
        "commands": [(answer.question, command(answer)) for answer in review.answers],
        "again": review.command,
        "warnings": chapters.warnings(review),
        "kinds": [(kind_name(kind), meaning) for kind, meaning in meanings().items()],
        "colours": {name: getattr(PAPER, name) for name in ("ink", "muted", "accent", "warning", "border", "home")},
    }  # fmt: skip


def words() -> dict[str, Any]:
    """Headings and labels of the layout's own."""
    before, between, after = _("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    return {
        "contents": _("Contents"),
        "brief": _("In brief"),
        "page": [before, between, after],
        "figure": _("Fig."),
        "table": _("Table"),
        "must": _("What must be known"),
        "targets": _("Status of the targets"),
        "comments": _("Comments of the board"),
        "method": _("Sources and method"),
        "sources": _("Sources"),
        "computed": _("How it was computed"),
        "each": _("Each line gives the figures of one answer again, with the same sentence and of the same snapshot."),
        "whole": _("This command makes the whole review again:"),
        "kinds": _("What the kinds of figures mean"),
        "caveats": _("What must be known of these figures"),
        "without": _("This answer is told as a table; it has no picture."),
    }


def targets(review: Review) -> dict[str, Any] | None:
    if not review.targets:
        return None
    table = chapters.statuses(review.targets)
    return {
        "finding": table.caption,
        "table": tabled(table),
        "states": [each.verdict.state for each in review.targets],
        "named": [each.named for each in review.targets],
    }


def section(n: int, answer: Answer) -> dict[str, Any]:
    """One answer: the question, the answer first, then its picture and what belongs to it."""
    return {
        "number": n,
        "question": answer.question,
        "sentence": answer.sentence,
        "kinds": [(kind_name(kind), kind == "illustrative") for kind in answer.kinds],
        "picture": f"figure-{n}.svg" if draw_for(answer) else "",
        "wide": wide(answer) / WIDTH,
        "alt": alt(answer),
        "caption": chapters.title(answer),
        "facts": chapters.facts(answer),
        "caveats": answer.caveats,
        "tables": [tabled(each) for each in shown(answer)],
    }


def tabled(table: Table) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "heads": [head.name for head in table.heads],
        "numbers": [head.number for head in table.heads],
        "rows": table.rows,
        "note": table.note,
    }


def source(card: Card) -> dict[str, Any]:
    return {
        "producer": pick(card.producer, card.producer_pl),
        "title": pick(card.title, card.title_pl),
        "url": card.url if (card.url or "").startswith(("https://", "http://")) else "",
        "facts": chapters.card(card),
    }
