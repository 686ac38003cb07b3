"""The screens of a show: title, the targets where the story is about them, a screen for each figure, the sources."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from lsk_metrics.exports import about, citation
from lsk_metrics.exports.present.pictures import picture
from lsk_metrics.figures.spark import shape
from lsk_metrics.figures.theme import DARK, LIGHT
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.status import board
from lsk_metrics.indicators.status.rules import state_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.comments import Comment
    from lsk_metrics.indicators.reviews import Review
    from lsk_metrics.indicators.status.board import Status

ROWS, SOURCES = 8, 7
Item = TypeVar("Item")
# From how many letters a sentence is set smaller, so that the longest leaves room for its picture.
LONG, LONGEST = 110, 210


class Screen(NamedTuple):
    """kind: what it is laid out as; claim: its heading; body and notes are HTML whose texts are escaped."""

    kind: str
    claim: str
    body: str
    notes: str = ""
    question: str = ""


def screens(review: Review) -> Iterator[Screen]:
    """In the order in which they are shown, in the language spoken."""
    yield opening(review)
    for rows in paged(review.targets, ROWS):
        yield Screen("table", board.finding(review.targets), targets(rows))
    said = review.comments
    for at, found in enumerate(review.answers):
        yield figure(found, f"f{at}", [each for each in said if each.indicator == found.indicator.id])
    for cards in paged(review.sources, SOURCES):
        listed = "".join(f"<li>{escape(citation.cited(card))}</li>" for card in cards)
        yield Screen("words", _("Sources"), f"<ul>{listed}</ul>")


def paged(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for at in range(0, len(items), size):
        yield items[at : at + size]


def opening(review: Review) -> Screen:
    """What is shown, when, and as of which snapshot; that figures are made up where some are."""
    count = ngettext("{n} figure", "{n} figures", len(review.answers)).format(n=len(review.answers))
    lines = [review.date, f"{count} · {_('Snapshot')} {review.snapshot}"]
    if review.illustrative:
        lines.append(_("Figures marked “illustrative” are made up; they describe no real organisation."))
    body = "".join(f"<p>{escape(each)}</p>" for each in lines)
    keys = _(
        "Arrow keys or a clicker move on. N opens the notes, D turns light and dark, B blanks, F fills the screen."
    )
    return Screen("title", review.title, f'{body}<p class="keyhelp">{escape(keys)}</p>')


def figure(found: Answer, own: str, comments: Sequence[Comment]) -> Screen:
    """One answer: the question small, its sentence large, the picture, and below it what it rests on."""
    drawn = (
        picture(found, own)
        or f'<p class="none">{escape(_("This figure has no picture; its table is in the pack."))}</p>'
    )
    return Screen(
        "figure", found.sentence, f'{drawn}<p class="rests">{rests(found)}</p>', notes(found, comments), found.question
    )


def rests(found: Answer) -> str:
    """Kinds, unit, period, sources and age in one line or two."""
    badges = "".join(f'<span class="kind {kind}">{escape(kind_name(kind))}</span>' for kind in found.kinds)
    return badges + escape(about.rests(found, [card.brief() for card in found.sources]))


def notes(found: Answer, comments: Sequence[Comment]) -> str:
    """For the speaker alone: question, caveats, what the board said, sources, and how to get the figure again."""
    parts = [f"<p><b>{escape(found.question)}</b></p>"]
    parts += [f"<p>{escape(words)}</p>" for words in found.caveats]
    parts += [
        f"<blockquote>{escape(each.text)}<footer>{escape(each.signed())}</footer></blockquote>" for each in comments
    ]
    parts += [f"<p><small>{escape(card.citation())}</small></p>" for card in found.sources]
    return "".join([*parts, f"<p><code>{escape(command(found))}</code></p>"])


def targets(rows: Sequence[Status]) -> str:
    """Targets as a table: latest figure, goal, pace, and the status in words and shape."""
    heads = [
        _("Target"),
        _("Latest"),
        _("Target value"),
        _("Needed a year"),
        _("Recent pace"),
        _("Status of the target"),
    ]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    body = "".join(f"<tr>{row(each)}</tr>" for each in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def row(each: Status) -> str:
    needed, past = each.paces
    latest = f"{each.amount(each.latest[1])} ({each.period(each.latest[0])})" if each.latest else "–"
    state = each.verdict.state
    signs = "".join(f'<span class="{look.name}">{shape(state, look)}</span>' for look in (LIGHT, DARK))
    kind = f'<span class="kind {each.verdict.kind}">{escape(kind_name(each.verdict.kind))}</span>'
    cells = [
        escape(latest),
        escape(each.goal()),
        escape(needed.bare or "–"),
        escape(past.bare or "–"),
        f"{signs}{escape(state_name(state))}",
    ]
    return f'<th scope="row">{escape(each.named)} {kind}</th>' + "".join(f"<td>{cell}</td>" for cell in cells)
