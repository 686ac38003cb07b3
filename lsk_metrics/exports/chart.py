"""An answer's chart or map as a file of its own: SVG, and PNG drawn from it; light, as paper is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.errors import NothingToDraw
from lsk_metrics.exports.png import png
from lsk_metrics.figures import standalone
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer


def svg_file(answer: Answer) -> bytes:
    """The picture with question, sentence, source and snapshot around it. Raises NothingToDraw where there is none."""
    draw = draw_for(answer)
    if draw is None:
        words = _("“{title}” has no picture for this choice: it is a table, or there is no figure to draw.")
        raise NothingToDraw(words.format(title=answer.title))
    return standalone(draw, answer, LIGHT).encode("utf-8")


def png_file(answer: Answer) -> bytes:
    """The same, two dots for each pixel. Raises NothingToDraw."""
    return png(svg_file(answer).decode("utf-8"))
