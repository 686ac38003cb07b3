"""A review told whole: its parts, and all that must stand beside each picture; for paper and page alike."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.exports import citation
from lsk_metrics.exports.cells import Head, Table, period
from lsk_metrics.exports.tabled import drawn
from lsk_metrics.indicators import labels, particulars, themes
from lsk_metrics.indicators.command import given
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.reviews import OWN, story
from lsk_metrics.indicators.status import board
from lsk_metrics.indicators.status.rules import state_name
from lsk_metrics.language import day, listing, ngettext
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card
    from lsk_metrics.indicators.reviews import Review
    from lsk_metrics.indicators.status.board import Status

Fact = tuple[str, tuple[str, ...]]


class Part(NamedTuple):
    """Answers under one heading, each with its number in the review, from 1."""

    heading: str
    answers: tuple[tuple[int, Answer], ...]


def parts(review: Review) -> list[Part]:
    """Answers in their order, under their themes; under one heading where a theme would come twice."""
    numbered = list(enumerate(review.answers, 1))
    found = [(name, tuple(own)) for name, own in groupby(numbered, lambda each: theme(each[1]))]
    names = [name for name, _own in found]
    if len(set(names)) < len(names):
        return [Part(_("The figures"), tuple(numbered))]
    titles = {**themes.names(), "target": _("The way to each target")}
    return [Part(titles[name], own) for name, own in found]


def theme(answer: Answer) -> str:
    return "target" if answer.parameters.target else answer.indicator.theme


def purpose(review: Review) -> str:
    """What a ready story is for; nothing of a reader's own choice."""
    return "" if review.story == OWN else story(review.story, review.snapshot).purpose


def whose(review: Review) -> str:
    """The home region, as the data name it."""
    known = labels.labels(review.snapshot)
    homes = [code for code, region in labels.regions(review.snapshot).items() if region.role == "home"]
    return ", ".join(known["regions", code].text() for code in homes if ("regions", code) in known)


def about(review: Review) -> list[tuple[str, str]]:
    """What the cover says: name and words; what has nothing to say is not there."""
    said = [
        (_("Region"), whose(review)),
        (_("Date"), review.date),
        (_("Snapshot"), review.snapshot),
        (_("Review"), review.id),
        (_("Age of the data"), labels.as_of(review.sources)),
        (_("Made by"), citation.publisher()),
    ]
    return [(name, words) for name, words in said if words]


def notice(review: Review) -> str:
    """What must be said first of a review in which figures are made up."""
    if not review.illustrative:
        return ""
    n = sum("illustrative" in each.kinds for each in review.answers)
    words = ngettext(
        "{n} figure of this review is illustrative: made up so that it adds up to published totals, and about no "
        "real organisation. It carries the word across its picture.",
        "{n} figures of this review are illustrative: made up so that they add up to published totals, and about no "
        "real organisation. They carry the word across their pictures.",
        n,
    )
    return words.format(n=n)


def facts(answer: Answer) -> list[Fact]:
    """What stands under a picture: unit, period, kinds, sources, dates, signs, snapshot; a paragraph each."""
    flagged = any(row.flag for row in answer.rows)
    copies = dict.fromkeys(day(card.retrieved) for card in answer.sources)
    said: list[Fact] = [
        (_("Unit"), (particulars.sentence_case(answer.unit),)),
        (_("Period"), (period(answer, drawn(answer)),)),
        (_("Kind"), (particulars.sentence_case(listing([kind_name(kind).lower() for kind in answer.kinds])),)),
        (
            ngettext("Source", "Sources", len(answer.sources)),
            tuple(particulars.sentence_case(card.citation()) + "." for card in answer.sources),
        ),
        (_("Copy taken"), ("; ".join(copies),)),
        (_("Signs and letters beside values"), tuple(particulars.signs(answer)) if flagged else ()),
        (_("Asked for"), ("; ".join(each.replace(",", ", ") for each in given(answer)),)),
        (_("Snapshot"), (f"{answer.snapshot} · {answer.key}",)),
    ]
    return [(name, words) for name, words in said if any(words)]


def title(answer: Answer) -> str:
    """What a picture is called below it: title, unit, years."""
    return ", ".join(filter(None, [answer.title, answer.unit, period(answer, drawn(answer))]))


def warnings(review: Review) -> list[str]:
    """Every caveat of its answers, once each."""
    return list(dict.fromkeys(words for each in review.answers for words in each.caveats))


def statuses(found: Sequence[Status]) -> Table:
    """A row a target: status in words, what it says of which place, latest figure, target, pace, kind."""
    heads = (
        Head(_("Status of the target")), Head(_("Target")), Head(_("Latest"), number=True),
        Head(_("Target value"), number=True), Head(_("Needed a year"), number=True), Head(_("Was a year"), number=True),
        Head(_("Rests on")),
    )  # fmt: skip
    return Table(board.finding(found), heads, tuple(map(status, found)))


def status(each: Status) -> tuple[str, ...]:
    required, past = each.paces
    latest = f"{each.amount(each.latest[1])} ({each.period(each.latest[0])})" if each.latest else "–"
    return (
        state_name(each.verdict.state),
        f"{each.named}. {each.because}",
        latest,
        f"{each.amount(each.target.value)} ({each.period(each.target.year)})",
        required.bare or "–",
        past.bare or "–",
        kind_name(each.verdict.kind),
    )


def card(found: Card) -> list[tuple[str, str]]:
    """What a source's card says, producer and title apart."""
    said = [(each.heading, each.words[0]) for each in particulars.source(found)]
    return [(_("Kind"), kind_name(found.kind)), *said, ("SHA-256", found.sha256)]
