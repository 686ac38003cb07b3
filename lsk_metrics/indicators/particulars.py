"""What the passport of an answer says, in words: what is counted, why, in which unit, from where and how."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsk_metrics.indicators import flags, query
from lsk_metrics.indicators.passport import caveat_words
from lsk_metrics.indicators.status import course
from lsk_metrics.language import day, listing, moment, pick
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.labels import Card


@dataclass(frozen=True)
class Particular:
    """A heading and what stands under it, a paragraph each."""

    heading: str
    words: tuple[str, ...]


def particulars(answer: Answer) -> list[Particular]:
    """All but sources, query and command, in the order readers need them; what has nothing to say is not there."""
    found = answer.indicator
    known = {
        _("What is counted"): definition(answer),
        _("Why it matters"): [_(found.why)],
        _("Unit"): [sentence_case(answer.unit)],
        _("Direction"): [directions()[found.direction]],
        _("Kind of indicator in the strategy"): [roles()[found.role]],
        _("Adding up"): [adding(answer)],
        _("Regions compared"): [answer.peers],
        _("What must be known"): caveats(answer),
        _("Signs and letters beside values"): signs(answer),
        _("Owner"): [sentence_case(_(found.owner))],
        _("Snapshot"): [snapshot(answer)],
    }
    told = {heading: tuple(filter(None, words)) for heading, words in known.items()}
    return [Particular(heading, words) for heading, words in told.items() if words]


def definition(answer: Answer) -> list[str]:
    """What is counted, and what the measure and the view make of it, or by which rule its target is judged."""
    said = (answer.indicator, answer.measured, answer.view)
    return [*(_(each.definition) for each in said if each), *course.method(answer)]


def directions() -> dict[str, str]:
    return {
        "more": _("More is better."),
        "less": _("Less is better."),
        "neither": _("Neither more nor less is better: it describes."),
    }


def roles() -> dict[str, str]:
    return {
        "context": _("Context: it describes the conditions under which a strategy works."),
        "result": _("Result: it tells whether what the strategy sets out to change in the region does change."),
        "output": _("Output: it counts what activities bring about directly."),
    }


def adding(answer: Answer) -> str:
    """Over what values may be added up, and over what not."""
    names = {"time": _("over time"), "place": _("over places"), "group": _("over groups")}
    may = [] if answer.view else [words for name, words in names.items() if name in answer.indicator.additive]
    if not may:
        return _("These values are never added up.")
    may_not = [words for words in names.values() if words not in may]
    said = _("Values may be added up {over}.").format(over=listing(may))
    return said + (" " + _("They may not be added up {over}.").format(over=listing(may_not)) if may_not else "")


def caveats(answer: Answer) -> list[str]:
    """Warnings but for those about letters and those that name the regions compared, which have their own headings."""
    words = {_(text) for name, text in caveat_words().items() if name.startswith("flag_")}
    return [said for said in answer.caveats if said not in words and said != answer.peers]


def signs(answer: Answer) -> list[str]:
    """Each sign or letter that occurs, with its meaning."""
    meant = {
        ">": _("> means “over”: the source gives a lower bound."),
        "<": _("< means “almost”: the source gives an upper bound."),
        "~": _("~ means “about”: the source rounds."),
        **{letter: _(caveat_words()[f"flag_{letter}"]) for letter in flags.names()},
    }
    there = {sign for row in answer.rows for sign in row.flag}
    return [words for sign, words in meant.items() if sign in there] or [_("There are none in these rows.")]


def snapshot(answer: Answer) -> str:
    [made] = read.rows("SELECT built_at, program FROM snapshot", snapshot=answer.snapshot)
    words = _("{snapshot}, built {moment} by version {program} of the program")
    return words.format(snapshot=answer.snapshot, moment=moment(made["built_at"]), program=made["program"])


def source(card: Card) -> list[Particular]:
    """What a source's card says, title and producer apart."""
    known = {
        _("Licence"): card.licence,
        _("Address"): card.url or "",
        _("Published"): day(card.published) if card.published else _("The source gives no date."),
        _("Copy taken"): day(card.retrieved) + (f" ({_('fetched')})" if card.shipped else ""),
        _("File"): card.file,
        _("How it was read"): pick(card.note or "", card.note_pl),
    }
    return [Particular(heading, (words,)) for heading, words in known.items() if words]


def checksums(answer: Answer) -> str:
    """A line a file, as sha256sum writes and checks them; below the data folder, or the home folder if brought in."""
    return "\n".join(dict.fromkeys(f"{card.sha256}  {card.file}" for card in answer.sources))


def values(answer: Answer) -> dict[str, str]:
    """The parameters of the query, each by its $name, as JSON writes its value."""
    bound = query.bound(answer.indicator, answer.parameters)
    return {name: json.dumps(value, ensure_ascii=False) for name, value in bound.items()}


def asked(answer: Answer) -> str:
    """The query as it ran, the values of its parameters in comments above it."""
    given = "\n".join(f"-- ${name} = {value}" for name, value in values(answer).items())
    return f"{given}\n{answer.sql}"


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
