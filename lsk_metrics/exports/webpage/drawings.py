"""A picture for the page: light and dark, wide and narrow, of which a browser shows one; and as plotly.js has it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

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


def drawings(answer: Answer, n: int) -> tuple[str, dict[str, Description]]:
    """The drawings as HTML, and the descriptions of an interactive chart by look and width; none of a map."""
    draw = draw_for(answer)
    shown, told = [], {}
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
    return "".join(shown), told


def data(told: dict[str, Description]) -> str:
    """Descriptions as JSON that can end no element of the page."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
