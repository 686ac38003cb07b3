"""A picture is drawn once for all readers, and never shown for another look, language, width or snapshot."""

from dataclasses import replace

import pytest

from lsk_metrics import language
from lsk_metrics.figures import Answer, Figure, Look
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.theme import DARK, LIGHT
from lsk_metrics.indicators import answer
from lsk_metrics.screen import finished

DRAWN: list[str] = []


def counted(found: Answer, look: Look) -> Figure:
    DRAWN.append(look.name)
    return bars(found, look)


@pytest.fixture(autouse=True)
def nothing_drawn() -> None:
    DRAWN.clear()
    finished.kept.cache_clear()


def test_the_same_picture_is_drawn_once(snapshot: str) -> None:
    pictures = [finished.figure(finished.of(counted, answer("members_by_type"), LIGHT, 460))[1] for _reader in range(3)]
    assert DRAWN == ["light"]
    assert pictures[0] == pictures[1] == pictures[2]
    assert 'width="460"' in pictures[0]


def test_another_look_width_language_or_question_is_another_picture(snapshot: str) -> None:
    found = answer("members_by_type")
    asked = [(LIGHT, 460, "en"), (DARK, 460, "en"), (LIGHT, 980, "en"), (LIGHT, 460, "pl")]
    asked.append((replace(LIGHT, chosen=("sme",)), 460, "en"))
    pictures = set()
    for look, width, lang in asked:
        language.use(lang)
        pictures.add(finished.figure(finished.of(counted, found, look, width))[1])
    language.use("en")
    narrowed = answer("members_by_type", {"areas": "Med"})
    pictures.add(finished.figure(finished.of(counted, narrowed, LIGHT, 460))[1])
    assert len(pictures) == len(DRAWN) == 6
