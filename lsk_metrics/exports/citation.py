"""How an answer is cited: as a sentence, for BibTeX, as CSL-JSON for reference managers, as a CITATION.cff."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lsk_metrics import __version__
from lsk_metrics.exports.latex import escaped
from lsk_metrics.exports.names import period, safe
from lsk_metrics.language import gettext as _
from lsk_metrics.language import pick, spoken

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card

PROGRAM = "LSK Metrics"


def producers(answer: Answer) -> list[str]:
    """Who made the figures, once each, in the order in which their rows come."""
    return list(dict.fromkeys(pick(card.producer, card.producer_pl) for card in answer.sources))


def made(answer: Answer) -> tuple[int, int, int] | None:
    """The day of the snapshot, which its id begins with: year, month, day."""
    found = re.match(r"(\d{4})(\d\d)(\d\d)-", answer.snapshot)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def title(answer: Answer) -> str:
    """What was asked and of which years: R&D expenditure (GERD), 2011–2023."""
    years = period(answer).replace("-", "–")
    return ", ".join(filter(None, [answer.title, years]))


def publisher() -> str:
    return f"{PROGRAM} {__version__}"


def note(answer: Answer) -> str:
    """What a citation must not leave out: the snapshot, and that figures are derived or made up."""
    said = [_("Snapshot {snapshot}.").format(snapshot=answer.snapshot)]
    if "illustrative" in answer.kinds:
        said.append(_("Illustrative: made-up figures, to be cited as such."))
    elif "derived" in answer.kinds:
        said.append(_("Some figures are derived from published ones."))
    return " ".join(said)


def text(answer: Answer) -> str:
    """Producers, year, title, program, snapshot; then each source as its card cites it."""
    when = f" ({made(answer)[0]})" if made(answer) else ""  # type: ignore[index]
    head = f"{'; '.join(producers(answer)) or PROGRAM}{when}. {title(answer)}. {publisher()}. {note(answer)}"
    return "\n".join([head, "", *(f"- {cited(card)}" for card in answer.sources)]).rstrip() + "\n"


def cited(card: Card) -> str:
    return ". ".join(filter(None, [card.citation(), card.licence, card.url])) + "."


def key(answer: Answer) -> str:
    """What a document cites it by: lsk:gerd_share_of_gdp:20261121-9be614e2."""
    return f"lsk:{safe(answer.key)}:{safe(answer.snapshot)}"


def year_of(card: Card) -> str:
    return (card.published or card.retrieved)[:4]


def bibtex(answer: Answer) -> str:
    """The answer, and an entry for each of its sources; plain ASCII, with TeX's own commands for all other letters."""
    return "\n".join([bibtex_answer(answer), *map(bibtex_source, answer.sources)])


def bibtex_answer(answer: Answer, name: str = "") -> str:
    """The entry of an answer; name: what it is cited by, where not by its usual key."""
    return entry(
        name or key(answer),
        author=" and ".join("{" + escaped(each) + "}" for each in producers(answer)) or PROGRAM,
        title="{" + escaped(title(answer)) + "}",
        year=str((made(answer) or ("",))[0]),
        howpublished=escaped(publisher()),
        note=escaped(note(answer)),
        language={"pl": "polish", "en": "english"}[spoken()],
    )


def bibtex_source(card: Card) -> str:
    return entry(
        f"lsk:source:{safe(card.id)}",
        author="{" + escaped(pick(card.producer, card.producer_pl)) + "}",
        title="{" + escaped(pick(card.title, card.title_pl)) + "}",
        year=year_of(card),
        url=address(card),
        urldate=card.retrieved if re.fullmatch(r"\d{4}-\d\d-\d\d", card.retrieved) else "",
        note=escaped(f"{card.dates()}. {card.licence}"),
    )


def address(card: Card) -> str:
    """As it is: reference managers read it verbatim. Braces, which would end the field, are written as a URL may."""
    return (card.url or "").replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def entry(name: str, **fields: str) -> str:
    lines = [f"  {field} = {{{value}}}," for field, value in fields.items() if value]
    return "\n".join([f"@misc{{{name},", *lines, "}\n"])


def csl(answer: Answer) -> list[dict[str, Any]]:
    """The same as CSL-JSON, version 1.0.2: data sets with literal names."""
    return [csl_answer(answer), *(csl_source(card) for card in answer.sources)]


def csl_answer(answer: Answer, name: str = "") -> dict[str, Any]:
    """The item of an answer; name: what it is cited by, where not by its usual key."""
    day = made(answer)
    return {
        "id": name or key(answer),
        "type": "dataset",
        "title": title(answer),
        "author": [{"literal": each} for each in producers(answer) or [PROGRAM]],
        "publisher": publisher(),
        "version": answer.snapshot,
        "note": note(answer),
        "language": spoken(),
        **({"issued": {"date-parts": [list(day)]}} if day else {}),
    }


def csl_source(card: Card) -> dict[str, Any]:
    return {
        "id": f"lsk:source:{safe(card.id)}",
        "type": "dataset",
        "title": pick(card.title, card.title_pl),
        "author": [{"literal": pick(card.producer, card.producer_pl)}],
        "issued": {"date-parts": [parts(card.published or card.retrieved)]},
        "accessed": {"date-parts": [parts(card.retrieved)]},
        "note": card.licence,
        **({"URL": card.url} if card.url else {}),
    }


def parts(iso: str) -> list[int]:
    """A date as precise as it is: [2018], [2018, 5], [2018, 5, 7]."""
    return [int(part) for part in iso.split("-") if part.isdigit()]


def cff(answer: Answer) -> str:
    """CITATION.cff 1.2.0. Strings are written as JSON writes them, which is YAML too."""
    day = made(answer)
    said: list[str] = [
        "cff-version: 1.2.0",
        "type: dataset",
        f"message: {quoted(_('Please cite these figures with their sources.'))}",
        f"title: {quoted(title(answer))}",
        f"version: {quoted(answer.snapshot)}",
        f"abstract: {quoted(f'{answer.sentence} {note(answer)}')}",
        *([f"date-released: {day[0]}-{day[1]:02d}-{day[2]:02d}"] if day else []),
        "authors:",
        *(f"  - name: {quoted(name)}" for name in producers(answer) or [PROGRAM]),
        *(["references:"] if answer.sources else []),
    ]
    for card in answer.sources:
        said += [
            "  - type: data",
            f"    title: {quoted(pick(card.title, card.title_pl))}",
            "    authors:",
            f"      - name: {quoted(pick(card.producer, card.producer_pl))}",
            f"    year: {year_of(card)}",
            f"    notes: {quoted(f'{card.dates()}. {card.licence}')}",
            *([f"    url: {quoted(card.url)}"] if card.url else []),
        ]
    return "\n".join(said) + "\n"


def quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
