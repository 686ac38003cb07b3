"""The zip of a review: its documents, the data behind each figure, how to cite them, and the snapshot's own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics import __version__
from lsk_metrics.exports.bundle import as_json, flag_words, licences, speaking, sums, zipped
from lsk_metrics.exports.packs import cited, data, described, held, readme
from lsk_metrics.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lsk_metrics.indicators.reviews import Review

REVIEW, SUMS = "review.json", "SHA256SUMS"


def packed(review: Review, languages: Sequence[str], documents: Mapping[str, bytes]) -> bytes:
    """The zip; the same review in the same languages gives the same bytes, whatever language is spoken."""
    found = dict(documents)
    tables: dict[str, list[dict[str, str]]] = {}
    for lang in languages:
        with speaking(lang):
            for path, (content, fields) in data.files(review, lang).items():
                found[path] = content
                if fields is not None:
                    tables[path] = fields
            found |= cited.files(data.numbered(review), lang)
            found[f"FLAGS.{lang}.txt"] = flag_words(*review.answers).encode("utf-8")
            found[f"LICENCES.{lang}.txt"] = licences(review.sources).encode("utf-8")
    with speaking(languages[0]):
        found |= data.queries(review)
    found |= held.files(review.snapshot)
    found[REVIEW] = as_json(told(review, languages))
    for lang in LANGUAGES:
        with speaking(lang):
            found[f"README.{lang}.md"] = readme.readme(review, languages, sorted(documents)).encode("utf-8")
    with speaking(languages[0]):
        found["datapackage.json"] = described.datapackage(review, languages, found, tables)
    return zipped({**found, SUMS: sums(found)})


def told(review: Review, languages: Sequence[str]) -> dict[str, object]:
    """What it takes to open the same review again: all that it asks, its id, and which program made it."""
    links, titles = {}, {}
    for lang in languages:
        with speaking(lang):
            links[lang], titles[lang] = review.link, review.title
    return {
        "id": review.id,
        "program": __version__,
        "titles": titles,
        "links": links,
        "review": review.document(),
    }
