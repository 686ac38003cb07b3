"""Words as they are typed and as they are written: without marks, by their beginning, their stem, their meaning."""

import re
import tomllib
from functools import cache

from lsk_metrics.indicators.parameters import folded
from lsk_metrics.paths import PACKAGE

# How much a match counts, by how near it is.
WHOLE, BEGINNING, STEM, SAME_THING = 1.0, 0.85, 0.6, 0.5
SHORTEST_STEM, LIKE, LONGEST_ENDING = 4, 0.6, 4


def match(word: str, words: frozenset[str]) -> float:
    """How near the nearest of the words is: the word itself, its beginning, its stem, another for the same thing."""
    if word in words:
        return WHOLE
    if any(each.startswith(word) for each in words):
        return BEGINNING
    if any(inflected(word, each) for each in words):
        return STEM
    same = synonyms(word)
    return SAME_THING if any(other == each or inflected(other, each) for other in same for each in words) else 0.0


def inflected(word: str, other: str) -> bool:
    """Whether two words differ only in their endings: członkowie and członków, companies and company."""
    same = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        same += 1
    ending = max(len(word), len(other)) - same
    return same >= max(SHORTEST_STEM, LIKE * len(word)) and ending <= LONGEST_ENDING


@cache
def synonyms(word: str) -> frozenset[str]:
    """Other words for the same thing; a beginning of at least four letters is enough to mean one."""
    groups = tomllib.loads((PACKAGE / "indicators" / "synonyms.toml").read_text(encoding="utf-8"))["groups"]
    found: set[str] = set()
    for group in groups:
        words = {part for each in group for part in joined(each)}
        if any(
            word == each or (len(word) >= SHORTEST_STEM and each.startswith(word)) or inflected(word, each)
            for each in words
        ):
            found |= words
    return frozenset(found - {word})


def joined(text: str) -> list[str]:
    """The words of a text without marks on their letters, each once; R&D as rd, start-up as startup."""
    words = re.findall(r"[\w&+’'-]+", folded(text).replace("_", " "))
    return list(dict.fromkeys(filter(None, (re.sub(r"\W", "", word) for word in words))))


def split(text: str) -> list[str]:
    """The words of a text, those joined by a sign both whole and in parts."""
    return [*joined(text), *re.findall(r"\w+", folded(text).replace("_", " "))]
