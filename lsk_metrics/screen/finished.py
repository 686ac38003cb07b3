"""Figures that are drawn already: equal answers in equal looks give equal pictures, so each is drawn once."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from lsk_metrics import language
from lsk_metrics.figures import Draw, drawn
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.svg import svg
from lsk_metrics.together import Together

if TYPE_CHECKING:
    from lsk_metrics.figures import Answer, Figure, Look
    from lsk_metrics.indicators.parameters import Parameters

MOST = 512  # pictures of some ten to forty kilobytes each


@dataclass(frozen=True)
class Picture:
    """What a picture depends on; an answer is known by what was asked of which snapshot, and not by its rows."""

    draw: Draw
    look: Look
    width: int
    spoken: str
    name: str
    parameters: Parameters
    snapshot: str
    found: Answer = field(compare=False)


def of(draw: Draw, found: Answer, look: Look, width: int) -> Picture:
    """An answer as it came, in a look, in the language spoken."""
    return Picture(draw, look, width, language.spoken(), found.indicator.id, found.parameters, found.snapshot, found)


TOGETHER = Together()


def figure(asked: Picture) -> tuple[Figure, str]:
    """The figure, and its SVG as it stands on a page: a chart as wide as asked for, a map in its own size."""
    with TOGETHER.alone(asked):
        return kept(asked)


@lru_cache(maxsize=MOST)
def kept(asked: Picture) -> tuple[Figure, str]:
    return anew(asked)


def anew(asked: Picture) -> tuple[Figure, str]:
    """The same, for a picture that nobody will ask for again."""
    told = asked.draw(asked.found, asked.look)
    if isinstance(told, Scene):
        return told, svg(told, asked.look, asked.found.sentence)
    return told, drawn(told, asked.width, asked.found.sentence, live=True)
