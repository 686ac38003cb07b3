"""Causes of change in a reader's words: what happened to which values, through which source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing, ngettext, number

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.causes import Difference, Side
    from lsk_metrics.indicators.labels import Card
    from lsk_metrics.indicators.rows import Row


def names() -> dict[str, str]:
    """The causes as a reader calls them."""
    return {
        "definition": _("Definition or boundary"),
        "import": _("Register import"),
        "new_period": _("New period"),
        "revision": _("Source revision"),
        "correction": _("Own correction"),
    }


def rules() -> dict[str, str]:
    """The rule that tells each cause from the others, in the order in which they are tried."""
    return {
        "definition": _(
            "The passport or the query of the indicator is another one, a place is bounded otherwise, or the producer "
            "marks a break at a value that was there before."
        ),
        "import": _("The value rests on a register that was not there before; the sample has given way to it."),
        "new_period": _("There was no figure for this place, part and period; now there is one."),
        "correction": _(
            "The same period, and the same copy of the source, or the cluster’s own register: rows were changed here."
        ),
        "revision": _("The same period, another value, and another copy of the source."),
    }


def sentence(cause: str, found: Sequence[Difference], now: Answer, then: Answer, sides: tuple[Side, Side]) -> str:
    """What happened to these values, with their periods and the sources they rest on."""
    known = {"values": values(len(found)), "periods": periods(found, now)}
    then_cards, now_cards = cards(found, sides[0], "then"), cards(found, sides[1], "now")
    cited = listing([card.citation() for card in now_cards or then_cards])
    if cause == "new_period":
        return _("{values} for {periods} came in: {source}.").format(**known, source=cited)
    if cause == "import":
        if not now_cards:
            return _("The sample gave way to the cluster’s own register. Gone with it: {values} for {periods}.").format(
                **known
            )
        words = _("The cluster’s own register took the place of the sample: {values} for {periods}; {source}.")
        return words.format(**known, source=cited)
    if cause == "revision":
        return revised(known, then_cards, now_cards or cards(found, sides[1], "then"))
    if cause == "correction":
        if all(each.own for each in found):
            return _("Rows of the register were changed. Concerned: {values} for {periods}.").format(**known)
        return _("Our table of the same copy was corrected. Concerned: {values} for {periods}; {source}.").format(
            **known, source=cited
        )
    return bounded(known, found, now, sides)


def revised(known: dict[str, str], then: list[Card], now: list[Card]) -> str:
    """Another copy, or another source; which one there was before."""
    if [card.id for card in then] == [card.id for card in now]:
        words = _("The source gives other values in its newer copy: {values} for {periods}; {source}; before: {dates}.")
        dates = listing([card.dates() for card in then])
        return words.format(**known, source=listing([card.citation() for card in now]), dates=dates)
    words = _("Another source is taken: {values} for {periods}; {source}; before: {before}.")
    sides = (listing([card.citation() for card in each]) or _("none") for each in (now, then))
    return words.format(**known, **dict(zip(("source", "before"), sides, strict=True)))


def bounded(known: dict[str, str], found: Sequence[Difference], now: Answer, sides: tuple[Side, Side]) -> str:
    """Places bounded otherwise, a break that is marked or no longer, or other views and another program."""
    places = now.indicator.places or "regions"
    moved = [
        each.place
        for each in found
        if sides[0].bounds.get((places, each.place)) != sides[1].bounds.get((places, each.place))
    ]
    if moved:
        names = listing([now.place(code) for code in dict.fromkeys(moved)])
        return _("Places are bounded or stood in for otherwise ({places}): {values} for {periods}.").format(
            **known, places=names
        )
    if any("b" in row.flag or "d" in row.flag for each in found for row in (*each.then, *each.now)):
        words = _("The producer marks a break or another definition otherwise than before: {values} for {periods}.")
        return words.format(**known)
    return _("What all indicators rest on is computed otherwise: {values} for {periods}.").format(**known)


def redefined(parts: Sequence[str], rewritten: bool, moved: int) -> str:
    """What of the definition is another, and what that does to the earlier data."""
    said = [_("The passport reads otherwise ({parts}).").format(parts=", ".join(map(part, parts)))] if parts else []
    said += [_("The query is another one.")] if rewritten else []
    effect = ngettext(
        "Of the earlier data {n} value comes out otherwise by it.",
        "Of the earlier data {n} values come out otherwise by it.",
        moved,
    )
    said.append(
        effect.format(n=number(moved)) if moved else _("No value of the earlier data comes out otherwise by it.")
    )
    return " ".join(said)


def part(name: str) -> str:
    """A key of the passport as a reader calls it."""
    return {
        "title": _("title"),
        "definition": _("what is counted"),
        "unit": _("unit"),
        "decimals": _("decimal places"),
        "years": _("kind of year"),
        "direction": _("direction"),
        "role": _("kind of indicator in the strategy"),
        "additive": _("what may be added up"),
        "places": _("places"),
        "series": _("parts"),
        "names": _("names of parts"),
        "sources": _("tables it rests on"),
    }[name]


def values(count: int) -> str:
    return ngettext("{n} value", "{n} values", count).format(n=number(count))


def periods(found: Sequence[Difference], by: Answer) -> str:
    """The periods concerned: up to three by name, more by first and last."""
    rows = sorted({(each.now or each.then)[0].year: (each.now or each.then)[0] for each in found}.items())
    said = [by.period(row) for _year, row in rows]
    return listing(said) if len(said) <= 3 else f"{said[0]}–{said[-1]}"


def cards(found: Sequence[Difference], side: Side, at: str) -> list[Card]:
    """The source cards of these values, in the order they first occur."""
    rows: list[Row] = [row for each in found for row in getattr(each, at)]
    return [
        side.cards[name] for name in dict.fromkeys(n for row in rows for n in row.source.split()) if name in side.cards
    ]


def value(rows: Sequence[Row], by: Answer) -> str:
    """What stands at a cell, of several figures all; a dash where there is none."""
    return "; ".join(by.value(row) if row.value is not None else "–" for row in rows) or "–"
