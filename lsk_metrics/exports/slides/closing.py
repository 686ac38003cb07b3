"""The slides around the figures: the cover, what a board said, sources, method, and what must be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.citation import publisher
from lsk_metrics.exports.slides import fitting, master, places, slide, tables
from lsk_metrics.exports.slides.tables import Cell, Column
from lsk_metrics.indicators import ground
from lsk_metrics.indicators.reviews import OWN, story
from lsk_metrics.indicators.status.rules import RULES, common_words, rule_name, rule_words
from lsk_metrics.language import day, pick
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.presentation import Presentation as Deck

    from lsk_metrics.indicators.reviews import Review

BETWEEN, INDENT, NAMED = 7.0, 18.0, 2


def cover(deck: Deck, review: Review) -> None:
    """Title, what it is about, region and day; whether some of it is made up; the snapshot."""
    made = slide.added(deck, review, master.COVER, review.title)
    purpose = "" if review.story == OWN else story(review.story, review.snapshot).purpose
    region = ground.home(review.snapshot)
    slide.write(made.placeholders[1], [each for each in (purpose, f"{region} · {review.date}") if each])
    if review.illustrative:
        slide.write(made.placeholders[master.QUESTION], [made_up()])
    else:
        slide.without(made, master.QUESTION)
    slide.write(made.placeholders[master.FACTS], [f"{_('Snapshot')} {review.snapshot} · {publisher()}"])
    slide.noted(made, [f"{_('Review')}: {review.id}", review.link, review.command])


def made_up() -> str:
    return _("Figures marked “Illustrative” are made up: they describe no real organisation.")


def texts(deck: Deck, review: Review, title: str, said: Sequence[tuple[str, str]], dashed: bool = False) -> None:
    """Paragraphs under a title, on as many slides as they need: what stands bold at the beginning, and the rest."""
    room = (places.BODY.wide - (INDENT if dashed else 0), places.BODY.tall)
    whole = [" ".join(filter(None, pair)) for pair in said]
    leads = dict(zip(whole, (lead for lead, _words in said), strict=True))
    for page in fitting.paged(whole, places.READ, room, BETWEEN):
        made = slide.added(deck, review, master.TEXT, title)
        holder = made.placeholders[master.OBJECT]
        slide.write(holder, page)
        for paragraph, words in zip(holder.text_frame.paragraphs, page, strict=True):
            paragraph.space_after = round(BETWEEN * 12700)
            paragraph.level = int(dashed)
            if lead := leads[words]:
                paragraph.runs[0].text, paragraph.runs[0].font.bold = lead, True
                paragraph.add_run().text = words[len(lead) :]


def led(words: str) -> tuple[str, str]:
    """What stands before the colon, with it, and what stands after."""
    lead, sign, rest = words.partition(": ")
    return (lead + ":", rest) if sign else ("", words)


def comments(deck: Deck, review: Review) -> None:
    """What a board said, the newest first, each signed."""
    said = [(f"{each.title}:", f"{each.text} ({each.signed()})") for each in review.comments]
    if said:
        texts(deck, review, _("Comments"), said)


def sources(deck: Deck, review: Review) -> None:
    """Every card that is cited: who, what, when published, when copied, under which licence."""
    columns = [
        Column(_("Source"), 420), Column(_("Published on"), 110), Column(_("Copy of"), 124),
        Column(_("Licence"), places.ROOM - 654),
    ]  # fmt: skip
    rows = [
        [
            Cell(pick(card.title, card.title_pl), pick(card.producer, card.producer_pl)),
            Cell(day(card.published) if card.published else "–"),
            Cell(day(card.retrieved)),
            Cell(card.licence),
        ]
        for card in review.sources
    ]
    for page in tables.paged(rows, columns, places.BODY.tall, places.SMALL):
        made = slide.added(deck, review, master.TABLE, _("Sources"))
        slide.without(made, master.FACTS)
        frame = tables.table(made.placeholders[master.OBJECT], columns, page, places.SMALL)
        frame.top = places.BODY.emu()[1]
        slide.described(frame._element, _("Sources"), frame.shape_id)
        slide.noted(made, [f"– {card.citation()}. {card.licence}. {card.url or ''}".strip() for card in review.sources])


def method(deck: Deck, review: Review) -> None:
    """What the kinds of figures are, by which rules targets are judged, and how all of this is had again."""
    said = [
        _("Published: from a cited source."),
        _("Derived: calculated from published figures by a formula that is shown."),
        _("Register: the cluster's own records."),
        _("Illustrative: made up so that the figures add up to published totals; they describe no real organisation."),
        _(
            "How to read: solid is published, thin or dotted derived, hatched illustrative; a hollow point is "
            "provisional or estimated; a line has a gap where the series breaks, and is dashed between known years and "
            "where it has not happened yet."
        ),
    ]
    if review.targets:
        used = {each.verdict.rule.id for each in review.targets}
        said.append(common_words())
        said += [f"{name}: {rule_name(rule)}. {rule_words(rule)}" for name, rule in RULES.items() if name in used]
    said += [
        f"{_('Review')}: {review.id} · {_('Snapshot')}: {review.snapshot} · {publisher()}",
        f"{_('Opens in the dashboard')}: {review.link}",
        f"{_('Get it again')}: {review.command}",
    ]
    texts(deck, review, _("How these figures came about"), [led(words) for words in said])


def caveats(deck: Deck, review: Review) -> None:
    """Every caveat once: those of many figures first, those of one or two with their names."""
    known: dict[str, dict[str, None]] = {}
    for answer in review.answers:
        for words in answer.caveats:
            known.setdefault(words, {})[_(answer.indicator.title)] = None
    said = [
        (f"{'; '.join(titles)}:" if len(titles) <= NAMED and len(review.answers) > 1 else "", words)
        for words, titles in known.items()
    ]
    if said:
        said.sort(key=lambda pair: bool(pair[0]))
        texts(deck, review, _("What must be known of these figures"), said, dashed=True)
