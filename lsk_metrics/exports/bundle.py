"""An answer as a zip: data in three forms, picture, query, citation, licences, and a description of all of it."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lsk_metrics.exports import about, citation
from lsk_metrics.exports.chart import svg_file
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.exports.markdown import escaped
from lsk_metrics.exports.names import file_name
from lsk_metrics.exports.package import datapackage, licensed
from lsk_metrics.exports.parquet import parquet_file
from lsk_metrics.exports.png import png
from lsk_metrics.exports.xlsx import mark, xlsx_file
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.indicators.command import command
from lsk_metrics.language import LANGUAGES, spoken, use
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card

# The earliest moment a zip can tell: the time of packing is no part of what is packed.
EPOCH = (1980, 1, 1, 0, 0, 0)


def zip_file(answer: Answer) -> bytes:
    """The same answer in the same language gives the same bytes."""
    return zipped(files(answer))


def zipped(held: Mapping[str, bytes]) -> bytes:
    """Files by their paths, in a zip that says nothing of when it was packed: sorted names, fixed times, one level."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=6) as packed:
        for name, each in sorted(held.items()):
            entry = ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            packed.writestr(entry, each)
    return content.getvalue()


def files(answer: Answer) -> dict[str, bytes]:
    """Each file of the bundle by its path. The README speaks both languages, everything else the one spoken."""
    stem = file_name(answer, "csv").removesuffix(".csv")
    found = {
        f"data/{stem}.csv": csv_file(answer),
        f"data/{stem}.parquet": parquet_file(answer),
        f"data/{stem}.xlsx": xlsx_file(answer),
        "data/query.sql": query(answer),
        "data/parameters.json": parameters(answer),
        "CITATION.cff": citation.cff(answer).encode("utf-8"),
        "citation/citation.bib": citation.bibtex(answer).encode("utf-8"),
        "citation/citation.json": as_json(citation.csl(answer)),
        "citation/citation.txt": citation.text(answer).encode("utf-8"),
        "FLAGS.txt": flag_words(answer).encode("utf-8"),
        "LICENCES.txt": licences(answer.sources).encode("utf-8"),
    }
    if draw_for(answer):
        drawn = svg_file(answer)
        found |= {f"chart/{stem}.svg": drawn, f"chart/{stem}.png": png(drawn.decode("utf-8"))}
    for lang in LANGUAGES:
        with speaking(lang):
            found[f"README.{lang}.md"] = readme(answer).encode("utf-8")
    found = dict(sorted(found.items()))
    found["datapackage.json"] = datapackage(answer, found)
    return {**found, "SHA256SUMS": sums(found)}


def sums(held: Mapping[str, bytes]) -> bytes:
    """A line a file, as sha256sum writes and checks it."""
    lines = [f"{sha256(content).hexdigest()}  {name}\n" for name, content in sorted(held.items())]
    return "".join(lines).encode("utf-8")


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Another language for a while."""
    before = spoken()
    use(lang)
    try:
        yield
    finally:
        use(before)


def as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def parameters(answer: Answer) -> bytes:
    """Values for the $names of the query, as it was run."""
    from lsk_metrics.indicators import query

    return as_json(query.bound(answer.indicator, answer.parameters))


def query(answer: Answer, beside: str = "parameters.json") -> bytes:
    """The query as it ran, with what it was asked for in front, and the file beside it that its values are in."""
    head = [
        f"-- {answer.question}",
        f"-- {_('Snapshot')} {answer.snapshot}; {_('values of the $names')}: {beside}",
    ]
    return ("\n".join([*head, answer.sql]) + "\n").encode("utf-8")


def flag_words(*answers: Answer) -> str:
    """Every letter and sign that stands beside a value here, with its meaning."""
    said = [f"{letter}  {words}" for letter, words in about.flag_lines(answers)]
    return "\n".join(said or [_("No value here has a flag.")]) + "\n"


def licences(cards: Sequence[Card]) -> str:
    """Each licence as the source cards state it, with the sources under it."""
    said = []
    for held in licensed(cards):
        own = [card for card in cards if card.licence == held.licence]
        said += [held.licence, *(f"  - {citation.cited(card)}" for card in own), ""]
    return "\n".join(said)


def readme(answer: Answer) -> str:
    """What this is, what must be known of it, and what each file holds; Markdown."""
    made_up = [f"**{mark()}**", ""] if "illustrative" in answer.kinds else []
    contents = [
        ("data/", _("the same rows as CSV, Parquet and a workbook; the query with its parameters")),
        ("chart/", _("the picture as SVG and PNG")),
        ("FLAGS.txt", _("what the letters and signs beside values mean")),
        ("LICENCES.txt", _("the licence of each source, as its card states it")),
        ("citation/, CITATION.cff", _("how to cite: as text, BibTeX, CSL-JSON")),
        ("datapackage.json", _("the description that machines read: columns, units, sources, licences")),
        ("SHA256SUMS", _("checksums of all files: “sha256sum -c SHA256SUMS”")),
    ]
    return "\n".join(
        [
            f"# {escaped(answer.question)}",
            "",
            *made_up,
            escaped(answer.sentence),
            "",
            *(f"- **{name}**: {escaped(words)}" for name, words in about.facts(answer)[2:-1]),
            "",
            "```sh",
            command(answer),
            "```",
            "",
            f"## {_('What must be known of these figures')}",
            "",
            *(f"- {escaped(words)}" for words in answer.caveats),
            "",
            f"## {_('Sources')}",
            "",
            *(f"- {escaped(citation.cited(card))}\n  SHA-256 `{card.sha256}`" for card in answer.sources),
            "",
            f"## {_('Files')}",
            "",
            *(f"- `{name}`: {words}" for name, words in contents if draw_for(answer) or name != "chart/"),
            "",
        ]
    )
