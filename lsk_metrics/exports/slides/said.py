"""What is said below a figure, and what the speaker's notes hold of it: the same facts, short and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import fitting, places
from lsk_metrics.indicators import labels
from lsk_metrics.indicators.command import command
from lsk_metrics.indicators.flags import names
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators import Answer, Row
    from lsk_metrics.indicators.reviews import Review


def period(answer: Answer, shown: Sequence[Row] = ()) -> str:
    """2018, or 2011–2023; of the rows shown that have a figure, of all where none are named."""
    rows = sorted((row for row in shown or answer.rows if row.value is not None), key=lambda row: row.year)
    return "–".join(dict.fromkeys([answer.period(rows[0]), answer.period(rows[-1])])) if rows else ""


def kinds(answer: Answer) -> str:
    """Published, derived; what is made up says how it is drawn."""
    said = [kind_name(kind) for kind in reversed(answer.kinds)]
    return ", ".join([*said[:1], *(each[:1].lower() + each[1:] for each in said[1:])])


def flags(rows: Sequence[Row]) -> str:
    """The meaning of every letter that stands beside a value."""
    letters = {letter for row in rows for letter in row.flag}
    words = [meaning for letter, meaning in names().items() if letter in letters]
    return _("Flags: {words}.").format(words=listing(words)) if words else ""


def facts(answer: Answer, shown: Sequence[Row] = ()) -> str:
    """Unit, period, kinds, sources with the age of their copies, in one line or two."""
    label = ngettext("Source", "Sources", len(answer.sources))
    cited = "; ".join(dict.fromkeys(card.brief() for card in answer.sources))
    unit = answer.unit[:1].upper() + answer.unit[1:]
    first = " · ".join(filter(None, [unit, period(answer, shown), kinds(answer)]))
    return " ".join(filter(None, [f"{first}.", f"{label}: {cited}.", labels.as_of(answer.sources)]))


def below(answer: Answer, shown: Sequence[Row], left_out: str = "") -> tuple[list[str], float]:
    """The lines under a figure and their size: the facts, then as many caveats as there is room for; the rest is
    said to be in the notes. shown are the rows of the figure, left_out says which lines it has not."""
    wide, tall = places.FACTS.wide, places.FACTS.tall
    first = facts(answer, shown)
    known = [*filter(None, [left_out, flags(shown)]), *answer.caveats]
    for count in range(len(known), 0, -1):
        left = len(known) - count
        more = ngettext("{n} more remark in the notes.", "{n} more remarks in the notes.", left).format(n=left)
        told = " ".join([*known[:count], *([more] if left else [])])
        for size in (places.SMALL, places.LEAST):
            if fitting.height(first, size, wide) + fitting.height(told, size, wide) <= tall:
                return [first, told], size
    return [first], fitting.largest(first, (wide, tall), (places.SMALL, places.LEAST))


def notes(answer: Answer, review: Review) -> list[str]:
    """Question, answer, kinds, flags, sources, every caveat, snapshot, and how to get it again."""
    lines = [
        f"{_('Question')}: {answer.question}",
        f"{_('Answer')}: {answer.sentence}",
        f"{_('Unit')}: {answer.unit}",
        f"{_('Period')}: {period(answer)}",
        f"{_('Kind')}: {kinds(answer)}",
        flags(answer.rows),
        f"{_('Compared with')}: {answer.peers}" if answer.peers else "",
        f"{_('Sources')}:",
        *(f"– {card.citation()}. {card.licence}" for card in answer.sources),
        f"{_('What must be known of these figures')}:" if answer.caveats else "",
        *(f"– {words}" for words in answer.caveats),
        f"{_('Snapshot')}: {answer.snapshot}",
        f"{_('Get it again')}: {command(answer)}",
        f"{_('Review')}: {review.id}, {review.link}",
    ]
    return [each for each in lines if each]
