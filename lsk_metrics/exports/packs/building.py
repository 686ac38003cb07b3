"""Building a pack: one file after another, so that who waits sees how far it is and may stop at any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.errors import NameUnknown
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.packs.forms import FORMS, ZIP, chosen
from lsk_metrics.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lsk_metrics.indicators.reviews import Review


class Part(NamedTuple):
    """A file that is done: its name and bytes, and that it is number `at` of `of`.

    asked: whether it was asked for by itself, or is made only because the zip holds it.
    """

    name: str
    content: bytes
    at: int
    of: int
    asked: bool = True


def building(
    review: Review, languages: Sequence[str] = tuple(LANGUAGES), forms: Iterable[str] | None = None
) -> Iterator[Part]:
    """Every file as soon as it is done, the zip last; who stops iterating cancels the rest.

    The zip holds all documents, so that the same review always gives the same one; the language spoken is the same
    after each file as before it. Raises NameUnknown, and LskError for what cannot be made.
    """
    wanted, spoken = chosen(forms), named(languages)
    made = list(FORMS) if ZIP in wanted else wanted
    of = len(made) * len(spoken) + (ZIP in wanted)
    documents: dict[str, bytes] = {}
    for lang in spoken:
        for ending in made:
            with speaking(lang):
                content = FORMS[ending].made(review)
            name = file_name(review, ending, lang)
            documents[name] = content
            yield Part(name, content, len(documents), of, ending in wanted)
    if ZIP in wanted:
        yield Part(file_name(review, ZIP), zip_file(review, spoken, documents), of, of)


def names(review: Review, languages: Sequence[str] = tuple(LANGUAGES), forms: Iterable[str] | None = None) -> list[str]:
    """What the files asked for will be called, in the order in which they are made; raises NameUnknown."""
    wanted = chosen(forms)
    found = [file_name(review, ending, lang) for lang in named(languages) for ending in wanted if ending != ZIP]
    return [*found, *([file_name(review, ZIP)] if ZIP in wanted else [])]


def zip_file(review: Review, languages: Sequence[str], documents: Mapping[str, bytes]) -> bytes:
    """The zip of a review: the documents given by name, the data behind them, and all that it takes to open it again.

    The same review in the same languages gives the same bytes.
    """
    from lsk_metrics.exports.packs.packing import packed

    return packed(review, named(languages), documents)


def named(languages: Sequence[str]) -> list[str]:
    """Languages in the program's own order; raises NameUnknown."""
    for lang in languages:
        if lang not in LANGUAGES:
            raise NameUnknown("language", lang, LANGUAGES)
    return [lang for lang in LANGUAGES if lang in languages]


def file_name(review: Review, ending: str, lang: str = "") -> str:
    """ASCII, and the same for the same review."""
    return f"{review.id}{'-' * bool(lang)}{lang}.{ending}"
