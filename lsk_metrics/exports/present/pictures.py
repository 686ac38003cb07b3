"""The picture of a screen: drawn for light and for dark ground, in the shape of a projector’s picture."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from lsk_metrics.figures import legends
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.figures.pictures import laid
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.theme import DARK, LIGHT
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.figures import Draw
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer

# Letters keep their size while the room for the picture is as wide as it is high times this.
SHAPE, LEAST, MOST, MAP = 2.7, 620.0, 1000.0, 500.0
ON_A_PAGE = 720.0
LOOKS = tuple(replace(look, tall=0.72) for look in (LIGHT, DARK))
NAMED = re.compile(r'\bid="([^"]+)"|url\(#([^)]+)\)')


def picture(answer: Answer, own: str, usual: bool = False) -> str:
    """Both drawings as HTML, of which the style sheet shows one; empty where the answer has no picture.

    own: a word that is this screen's alone, for what the drawings refer to within themselves; usual: in the shape they
    have on a page, and not in a projector's.
    """
    draw = draw_for(answer)
    if draw is None:
        return ""
    mark = f'<p class="mark" aria-hidden="true">{escape(_("Illustrative"))}</p>'
    looks = (LIGHT, DARK) if usual else LOOKS
    sides = "".join(side(draw, answer, look, own, ON_A_PAGE if usual else 0.0) for look in looks)
    return f"<figure>{sides}{mark if 'illustrative' in answer.kinds else ''}</figure>"


def side(draw: Draw, answer: Answer, look: Look, own: str, width: float) -> str:
    """One drawing; a width of 0 is the one that goes with its height."""
    figure = draw(answer, look)
    if isinstance(figure, Scene):
        svg, _tall = laid(figure, answer, look, width or MAP)
        drawn = (
            f'<div class="map">{apart(svg, f"{own}-{look.name}")}<div class="keys">{legends.html(figure)}</div></div>'
        )
    else:
        wide = width or min(MOST, max(LEAST, SHAPE * float(figure["layout"]["height"])))
        drawn = apart(laid(figure, answer, look, wide)[0], f"{own}-{look.name}")
    return f'<div class="picture {look.name}">{drawn}</div>'


def apart(svg: str, own: str) -> str:
    """The drawing with names of its own for its patterns: several share a page, and a name means the first one."""
    return NAMED.sub(lambda found: f'id="{own}-{found[1]}"' if found[1] else f"url(#{own}-{found[2]})", svg)
