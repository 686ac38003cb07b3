"""Finding an indicator by typing, in either language and without Polish letters, or by theme, kind and source."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache

from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import labels, themes, units
from lsk_metrics.indicators.answer import WEAKEST_FIRST
from lsk_metrics.indicators.facts import placeholders
from lsk_metrics.indicators.matching import joined, match, split
from lsk_metrics.indicators.parameters import FILTERS, folded
from lsk_metrics.indicators.passport import Indicator, indicators
from lsk_metrics.language import LANGUAGES, spoken, use
from lsk_metrics.language import gettext as _
from lsk_metrics.warehouse import read

# Words that carry no meaning of their own where others stand beside them.
EMPTY = frozenset(
    [
        *[
            "a",
            "an",
            "and",
            "are",
            "as",
            "by",
            "do",
            "does",
            "for",
            "how",
            "in",
            "is",
            "it",
            "many",
            "much",
            "of",
            "on",
        ],
        *["or", "the", "to", "what", "where", "which", "who"],
        *["co", "czy", "do", "gdzie", "i", "ile", "ilu", "jak", "jakie", "na", "o", "od", "oraz", "po", "w", "z", "ze"],
    ]
)
# How much a match counts, by where it is.
TITLE, ID, THEME, QUESTION, UNIT, SENTENCE = 10.0, 8.0, 4.0, 4.0, 2.0, 2.0
NEAR = 0.7  # of the letters of a word with a typing error


@dataclass(frozen=True)
class Found:
    """An indicator found: what its rows rest on, and whether only a word like the one typed led to it."""

    indicator: Indicator
    kinds: tuple[str, ...]
    sources: tuple[str, ...]
    score: float = 0.0
    near: bool = False


@dataclass(frozen=True)
class Facets:
    """How many indicators each theme, kind of truth and source card leaves; each counted with the others' choices."""

    themes: dict[str, int]
    kinds: dict[str, int]
    sources: dict[str, int]


def find(
    text: str = "",
    themes: Collection[str] = (),
    kinds: Collection[str] = (),
    sources: Collection[str] = (),
    snapshot: str | None = None,
) -> list[Found]:
    """Indicators that have every word typed, the best match first; without words all, by theme and title.

    Of each facet several may be chosen: one of them is enough. A kind or source counts for an indicator whose rows in
    the snapshot have it. Where nothing has the words, what has words very like them, marked as near.
    """
    chosen = (themes, kinds, sources)
    return [each for each in typed(text, snapshot or read.version()) if all(fits(each, chosen, at) for at in range(3))]


def facets(
    text: str = "",
    themes: Collection[str] = (),
    kinds: Collection[str] = (),
    sources: Collection[str] = (),
    snapshot: str | None = None,
) -> Facets:
    """What else could be chosen, with counts: each facet as the words and the other two facets leave it."""
    chosen, found = (themes, kinds, sources), typed(text, snapshot or read.version())
    left = [[each for each in found if all(fits(each, chosen, at) for at in range(3) if at != of)] for of in range(3)]
    counts = [Counter(code for each in left[of] for code in codes(each, of)) for of in range(3)]
    known = labels.cards(snapshot or read.version())
    order = (themes_in_order(), WEAKEST_FIRST[::-1], sorted(known, key=lambda card: known[card].citation()))
    return Facets(*({code: counts[of][code] for code in order[of] if counts[of][code]} for of in range(3)))


def themes_in_order() -> tuple[str, ...]:
    return themes.THEMES


def fits(each: Found, chosen: tuple[Collection[str], ...], of: int) -> bool:
    return not chosen[of] or any(code in chosen[of] for code in codes(each, of))


def codes(each: Found, of: int) -> tuple[str, ...]:
    """Its theme, its kinds or its source cards."""
    return ((each.indicator.theme,), each.kinds, each.sources)[of]


def typed(text: str, snapshot: str) -> list[Found]:
    """All that has the words, ranked; facets not looked at."""
    rests = truths(snapshot)
    asked = [word for word in joined(text) if word not in EMPTY] or joined(text)
    near, scores = False, {each.id: score(each.id, asked) for each in indicators()}
    if asked and not any(scores.values()):
        near, alike = True, [nearest(word) for word in asked]
        scores = {each.id: score(each.id, alike) if all(alike) else 0.0 for each in indicators()}
    found = [
        Found(each, *rests[each.id], scores[each.id], near) for each in indicators() if scores[each.id] or not asked
    ]
    return sorted(
        found,
        key=lambda each: (
            -round(each.score, 6),
            themes.THEMES.index(each.indicator.theme),
            folded(_(each.indicator.title)),
        ),
    )


def score(name: str, asked: Iterable[str]) -> float:
    """How well an indicator matches all words; 0 where one of them is nowhere."""
    each = [max((weight * match(word, words) for weight, words in described()[name]), default=0.0) for word in asked]
    return sum(each) if all(each) else 0.0


def nearest(word: str) -> str:
    """The word in use that is most like one with a typing error; empty where none is."""
    known = {each for fields in described().values() for _weight, words in fields for each in words}
    close = get_close_matches(word, sorted(known), n=1, cutoff=NEAR) if 3 < len(word) < 80 else []
    return close[0] if close else ""


@cache
def described() -> dict[str, list[tuple[float, frozenset[str]]]]:
    """For each indicator its words in both languages, by how much they count."""
    return {each.id: fields(each) for each in indicators()}


def fields(each: Indicator) -> list[tuple[float, frozenset[str]]]:
    before, found = spoken(), [(ID, frozenset(split(each.id)))]
    for lang in LANGUAGES:
        use(lang)
        about = " ".join(_(text) for text in (*each.sentence.values(), *each.names.values()))
        for name in placeholders(about):
            about = about.replace("{" + name + "}", " ")
        texts = [(TITLE, _(each.title)), (QUESTION, _(each.question)), (THEME, themes.names()[each.theme])]
        texts += [(UNIT, units.name(each.unit)), (SENTENCE, about)]
        found += [(weight, frozenset(split(text))) for weight, text in texts]
    use(before)
    return found


Truth = tuple[tuple[str, ...], tuple[str, ...]]


@lru_cache(maxsize=8)
def truths(snapshot: str) -> dict[str, Truth]:
    """For each indicator the kinds among its rows, the weakest first, and the cards they name: one query for all."""
    try:
        return rested(indicators(), snapshot)
    except SnapshotError:  # an older snapshot lacks tables of some: those have no rows in it
        return {name: truth for each in indicators() for name, truth in alone(each, snapshot).items()}


def alone(each: Indicator, snapshot: str) -> dict[str, Truth]:
    try:
        return rested([each], snapshot)
    except SnapshotError:
        return {each.id: ((), ())}


def rested(of: list[Indicator], snapshot: str) -> dict[str, Truth]:
    each = (f"SELECT DISTINCT '{one.id}' AS indicator, kind, source FROM (\n{one.sql}\n)" for one in of)
    used = {name for one in of for name in one.filters}
    rows = read.rows("\nUNION ALL\n".join(each), {name: [] for name in FILTERS if name in used}, snapshot)
    found: dict[str, tuple[set[str], dict[str, None]]] = {one.id: (set(), {}) for one in of}
    for row in rows:
        found[row["indicator"]][0].add(row["kind"])
        found[row["indicator"]][1].update(dict.fromkeys(row["source"].split()))
    return {
        name: (tuple(kind for kind in WEAKEST_FIRST if kind in kinds), tuple(sorted(cards)))
        for name, (kinds, cards) in found.items()
    }
