"""A figure as it stands among text that says the rest: the picture, its key, and the word across what is made up."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lsk_metrics.figures.drawing import drawn
from lsk_metrics.figures.drawing.ink import number, safe
from lsk_metrics.figures.pictures import EDGE, Page, framed, laid, watermark
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.theme import FONT
from lsk_metrics.indicators.kinds import kind_name

if TYPE_CHECKING:
    from lsk_metrics.figures import Figure, Look
    from lsk_metrics.indicators import Answer

TOP = 4.0


def alt(answer: Answer) -> str:
    """A picture in words: the sentence, and that it is made up where it is."""
    return f"{kind_name('illustrative')}. {answer.sentence}" if "illustrative" in answer.kinds else answer.sentence


def plate(figure: Figure, answer: Answer, look: Look, width: float, live: bool = False) -> str:
    """A whole SVG document on the look's own ground; the answer's sentence is its alt text.

    A live one says of each mark what plotly.js would where a reader points at it.
    """
    if live and not isinstance(figure, Scene):
        inner, tall = drawn(figure, width, answer.sentence, live=True), float(figure["layout"]["height"])
    else:
        inner, tall = laid(figure, answer, look, width)
    # What stands under a picture keeps a margin, which is cut off again: here the page has its own.
    wide = width + 2 * EDGE
    foot = Page(look, wide, TOP + tall + 10)
    if isinstance(figure, Scene):
        foot.keys(figure)
    whole = foot.down
    marked = watermark(look, wide, TOP, tall) if "illustrative" in answer.kinds else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(whole)}" '
        f'viewBox="{number(EDGE)} 0 {number(width)} {number(whole)}" role="img" '
        f"aria-label=\"{safe(alt(answer))}\" font-family='{escape(FONT, quote=False)}'>"
        f'<rect width="{number(wide)}" height="{number(whole)}" fill="{look.ground}"/>'
        f"{framed(inner, TOP, tall, wide, whole, look)}{marked}{''.join(foot.parts)}</svg>"
    )
