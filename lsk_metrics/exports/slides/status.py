"""The slide of targets: every one with its figure, its target, the pace needed and the pace there was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import master, places, slide, tables
from lsk_metrics.exports.slides.places import Box
from lsk_metrics.exports.slides.tables import Cell, Column
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import labels, units
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.status import board
from lsk_metrics.indicators.status.rules import state_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from lsk_metrics.indicators.reviews import Review
    from lsk_metrics.indicators.status.board import Status

# Shapes that every typeface has, so that a status is known without its colour.
SHAPES = {"reached": "●", "on_track": "►", "at_risk": "▲", "off_track": "■", "not_said": "○"}
SHADES = {"at_risk": LIGHT.warning, "off_track": LIGHT.warning, "not_said": LIGHT.muted}
ROOM, BELOW = 324.0, 471.0


def slides(deck: Deck, review: Review) -> None:
    """A table in the order of need, under the sentence that sums it up; on more slides where it is long."""
    found = review.targets
    columns = [
        Column(_("Target"), 231), Column(_("Status of the target"), 142), Column(_("Latest"), 88, True),
        Column(_("Target value"), 98, True), Column(_("Needed a year"), 107, True), Column(_("Was a year"), 112, True),
        Column(_("Kind"), 96),
    ]  # fmt: skip
    rows = [row(each) for each in found]
    made_up = any(each.verdict.kind == "illustrative" for each in found)
    for page in tables.paged(rows, columns, ROOM, places.READ - 1):
        made = slide.added(deck, review, master.TABLE, board.finding(found), _("Targets and status"))
        frame = tables.table(made.placeholders[master.OBJECT], columns, page, places.READ - 1)
        slide.described(frame._element, board.finding(found), frame.shape_id)
        below = made.placeholders[master.FACTS]
        slide.write(below, [sources(found)], places.LEAST)
        below.left, below.top, below.width, below.height = Box(places.EDGE, BELOW, places.ROOM, 28).emu()
        slide.noted(made, notes(review))
        if made_up:
            slide.marked(made, places.FIGURE)


def row(each: Status) -> list[Cell]:
    """One target."""
    state, latest = each.verdict.state, each.latest
    required, past = each.paces
    return [
        Cell(each.named, units.name(each.indicator.unit)),
        Cell(f"{SHAPES[state]} {state_name(state)}", shade=SHADES.get(state, LIGHT.accent), bold=True),
        Cell(each.amount(latest[1]), each.period(latest[0])) if latest else Cell("–"),
        Cell(each.amount(each.target.value), _("by {year}").format(year=each.period(each.target.year))),
        Cell(required.bare or "–"),
        Cell(past.bare or "–"),
        Cell(kind_name(each.verdict.kind)),
    ]


def notes(review: Review) -> list[str]:
    """Every status with its reason; snapshot, command and link."""
    said = [f"{each.named}: {each.reason}" for each in review.targets]
    return [*said, f"{_('Snapshot')}: {review.snapshot}", f"{_('Get it again')}: {review.command}", review.link]


def sources(found: tuple[Status, ...]) -> str:
    """Where figures and targets are from, and how old the copies are."""
    known = labels.cards(found[0].snapshot)
    names = dict.fromkeys(name for each in found for name in board.row(each)["source"].split())
    cards = [known[name] for name in names]
    cited = "; ".join(dict.fromkeys(card.brief() for card in cards))
    label = ngettext("Source", "Sources", len(cards))
    return f"{label}: {cited}. {labels.as_of(cards)}".strip()
