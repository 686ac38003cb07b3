"""A picture for the page: light and dark, wide and narrow, of which a browser shows one; and as plotly.js has it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.figures.plates import plate
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.theme import DARK, LIGHT

if TYPE_CHECKING:
    from lsk_metrics.figures import Description
    from lsk_metrics.indicators import Answer

# As wide as the page's column, and as that of a phone.
WIDTHS = {"wide": 720.0, "narrow": 350.0}
NAMED = re.compile(r'(?<=\bid=")|(?<=url\(#)')


class Drawn(NamedTuple):
    """html: the drawings; told: descriptions of an interactive chart by look and width, none of a map."""

    html: str
    told: dict[str, Description]


def drawings(answer: Answer, n: int) -> Drawn:
    """All drawings of an answer, the n-th of the page; none where it has no picture."""
    draw = draw_for(answer)
    shown: list[str] = []
    told: dict[str, Description] = {}
    for look in (LIGHT, DARK) if draw else ():
        for width, pixels in WIDTHS.items():
            own = replace(look, narrow=width == "narrow")
            figure = draw(answer, own)  # type: ignore[misc]
            name = f"{look.name}-{width}"
            # A page has many drawings: the names within each, such as those of hatchings, become its own.
            drawing = NAMED.sub(f"f{n}-{name}-", plate(figure, answer, own, pixels, live=True))
            shown.append(f'<div class="drawing {look.name} {width}">{drawing}</div>')
            if not isinstance(figure, Scene):
                told[name] = figure
    return Drawn("".join(shown), told)


def data(drawn: list[Drawn]) -> bytes:
    """The descriptions of all interactive charts as JSON, by the number of their answer."""
    told = {n: each.told for n, each in enumerate(drawn, 1) if each.told}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
