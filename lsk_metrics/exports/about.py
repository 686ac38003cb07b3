"""What every file says of its answer in the same words: question, sentence, snapshot, command, and its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports import citation
from lsk_metrics.indicators import flags, labels
from lsk_metrics.indicators.command import command, given
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext, pick

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card


def facts(answer: Answer) -> list[tuple[str, str]]:
    """Names and words, in the order in which a reader asks for them: question and answer first, the command last.

    Those that say nothing are left out.
    """
    said = [
        (_("Question"), answer.question),
        (_("Answer"), answer.sentence),
        (_("Indicator"), f"{answer.title} ({answer.key})"),
        (_("Unit"), answer.unit),
        (_("Kind"), ", ".join(kind_name(kind) for kind in answer.kinds)),
        (_("Age of the data"), labels.as_of(answer.sources)),
        (_("Compared with"), answer.peers),
        (_("Asked for"), ", ".join(given(answer))),
        (_("Snapshot"), answer.snapshot),
        (_("Made by"), citation.publisher()),
        (_("How to cite"), citation.text(answer).splitlines()[0]),
        (_("Get it again"), command(answer)),
    ]
    return [(name, words) for name, words in said if words]


def flag_lines(answers: Iterable[Answer]) -> list[tuple[str, str]]:
    """Every letter and sign that stands beside a value in these, with its meaning."""
    letters = {letter for answer in answers for row in answer.rows for letter in row.flag}
    signs = {">": _("over"), "<": _("almost"), "~": _("about")}
    return [(letter, words) for letter, words in (flags.names() | signs).items() if letter in letters]


def period(answer: Answer) -> str:
    """The years its values are of: 2013–2023, one year alone, or nothing where there is no value."""
    rows = sorted((row for row in answer.rows if row.value is not None), key=lambda row: row.year)
    if not rows:
        return ""
    first, last = answer.period(rows[0]), answer.period(rows[-1])
    return first if first == last else f"{first}–{last}"


def flagged(answer: Answer) -> str:
    """What producers say beside single values, in words, each once; nothing where they say nothing."""
    return "; ".join(dict.fromkeys(filter(None, (answer.flag_words(row) for row in answer.rows))))


def rests(answer: Answer, sources: Sequence[str]) -> str:
    """One line below a picture: unit, period, the sources as they are given, what producers say of values, age."""
    label = ngettext("Source", "Sources", len(sources))
    said = [f"{_('Unit')}: {answer.unit}", period(answer), f"{label}: {'; '.join(sources)}", flagged(answer)]
    return " · ".join(filter(None, [*said, labels.as_of(answer.sources)]))


def card_cells(card: Card) -> list[str | None]:
    """A source card as cells: id, producer, title, kind, licence, dates, address, file, checksum, note."""
    return [
        card.id,
        pick(card.producer, card.producer_pl),
        pick(card.title, card.title_pl),
        kind_name(card.kind),
        card.licence,
        card.published,
        card.retrieved,
        card.url,
        card.file,
        card.sha256,
        pick(card.note or "", card.note_pl) or None,
    ]
