"""An answer as an SVG, whether a chart or a map: bare for a page, and as a sheet that says what it is by itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lsk_metrics.figures.drawing import drawn, words
from lsk_metrics.figures.drawing.ink import number, safe
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.svg import Sheet, svg
from lsk_metrics.figures.theme import FONT
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.indicators.labels import as_of
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsk_metrics.figures import Draw, Figure
    from lsk_metrics.figures.theme import Look
    from lsk_metrics.indicators import Answer

EDGE, MARKED = 24.0, 0.14
KEY_ROW, KEY_SIZE = 21.0, 13.0


def picture(draw: Draw, answer: Answer, look: Look, width: float) -> str:
    """The answer's figure `width` pixels wide, a whole SVG document without a ground; its sentence is the alt text."""
    return laid(draw(answer, look), answer, look, width)[0]


def laid(figure: Figure, answer: Answer, look: Look, width: float) -> tuple[str, float]:
    """The document, and how high it is."""
    if isinstance(figure, Scene):
        tall = Sheet(figure.bounds, width).height
        sized = f'<svg width="{number(width)}" height="{number(tall)}" '
        return svg(figure, look, answer.sentence, width).replace("<svg ", sized, 1), tall
    return drawn(figure, width, answer.sentence), float(figure["layout"]["height"])


def standalone(draw: Draw, answer: Answer, look: Look, width: float = 760) -> str:
    """The figure on its own ground, with question, sentence, kinds, unit, sources, caveats and snapshot around it.

    What is illustrative carries the word across the picture, in the language spoken.
    """
    figure = draw(answer, look)
    inner, tall = laid(figure, answer, look, width - 2 * EDGE)
    head = Page(look, width, EDGE)
    head.write(answer.question, 21, look.ink, bold=True)
    head.down += 3
    head.write(answer.sentence, 15, look.ink)
    head.kinds(answer)
    head.down += 8
    marked = [watermark(look, width, head.down, tall)] if "illustrative" in answer.kinds else []
    foot = Page(look, width, head.down + tall + 10)
    if isinstance(figure, Scene):
        foot.keys(figure)
    for line in told(answer):
        foot.write(line, 12.5, look.muted)
    whole = foot.down + EDGE - 8
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(whole)}" '
        f'viewBox="0 0 {number(width)} {number(whole)}" role="img" aria-label="{safe(answer.sentence)}" '
        f"font-family='{escape(FONT, quote=False)}'><title>{safe(answer.question)}</title>"
        f"<desc>{safe(answer.sentence)}</desc>"
        f'<rect width="100%" height="100%" fill="{look.ground}"/>{framed(inner, head.down, tall, width, whole, look)}'
        f"{''.join([*marked, *head.parts, *foot.parts])}</svg>"
    )


def framed(inner: str, top: float, tall: float, width: float, whole: float, look: Look) -> str:
    """The picture in its place, with ground laid over what a map has beyond its edge.

    To cut it off there would say the same, and take a renderer seconds where outlines go far beyond.
    """
    placed = inner.replace("<svg ", f'<svg x="{number(EDGE)}" y="{number(top)}" overflow="visible" ', 1)
    hole = f"M{number(EDGE)},{number(top)}v{number(tall)}h{number(width - 2 * EDGE)}v-{number(tall)}Z"
    return f'{placed}<path d="M0,0H{number(width)}V{number(whole)}H0Z{hole}" fill="{look.ground}"/>'


def told(answer: Answer) -> Iterator[str]:
    """What stands under a picture that is looked at by itself."""
    sources = "; ".join(card.citation() for card in answer.sources)
    label = ngettext("Source", "Sources", len(answer.sources))
    yield " ".join(filter(None, [f"{_('Unit')}: {answer.unit}.", as_of(answer.sources)]))
    yield f"{label}: {sources}."
    yield from answer.caveats
    yield f"{_('Snapshot')}: {answer.snapshot} · {answer.key}"


def watermark(look: Look, width: float, top: float, tall: float) -> str:
    """The word for what is made up, large and pale across the picture, so that a cutting of it still says so."""
    said = _("Illustrative").upper()
    size = min(96.0, 0.86 * (width - 2 * EDGE) / (words.widest(f"<b>{said}</b>", 1)))
    x, y = width / 2, top + tall / 2 + size / 3
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" font-weight="700" text-anchor="middle" '
        f'fill="{look.warning}" opacity="{MARKED}">{safe(said)}</text>'
    )


class Page:
    """Text from the top down, in lines no longer than the page; `down` is where the next one begins, in pixels."""

    def __init__(self, look: Look, width: float, down: float) -> None:
        self.look, self.room, self.down = look, width - 2 * EDGE, down
        self.parts: list[str] = []

    def write(self, text: str, size: float, colour: str, bold: bool = False) -> None:
        for line in wrapped(text, size, self.room, bold):
            said = escape(line, quote=False)
            base = self.down + words.ascent(size)
            self.parts.append(words.written(f"<b>{said}</b>" if bold else said, EDGE, base, size, colour))
            self.down += 1.36 * size
        self.down += 0.25 * size

    def kinds(self, answer: Answer) -> None:
        """A badge for each kind of truth; what is illustrative stands out."""
        x, size = EDGE, 12.5
        for kind in answer.kinds:
            name, colour = kind_name(kind), self.look.warning if kind == "illustrative" else self.look.muted
            wide = words.widest(name, size) + 16
            self.parts.append(
                f'<rect x="{number(x)}" y="{number(self.down)}" width="{number(wide)}" height="20" rx="10" '
                f'fill="none" stroke="{colour}"/>'
            )
            self.parts.append(words.written(escape(name, quote=False), x + 8, self.down + 14.5, size, colour))
            x += wide + 8
        self.down += 20.0 if answer.kinds else 0.0

    def keys(self, scene: Scene) -> None:
        """What colours stand for, side by side while there is room, and the map's note."""
        x = EDGE
        for key in scene.keys:
            said = escape(key.words, quote=False) + (f" <b>{escape(key.figure, quote=False)}</b>" if key.figure else "")
            wide = 20 + words.widest(said, KEY_SIZE) + 18
            if x + wide > EDGE + self.room and x > EDGE:
                x, self.down = EDGE, self.down + KEY_ROW
            self.parts.append(
                f'<rect x="{number(x)}" y="{number(self.down + 2)}" width="13" height="13" fill="{key.fill}" '
                f'stroke="{self.look.border}"/>'
            )
            self.parts.append(words.written(said, x + 20, self.down + 13, KEY_SIZE, self.look.ink))
            x += wide
        self.down += KEY_ROW + 4 if scene.keys else 0
        if scene.note:
            self.write(scene.note, 12.5, self.look.muted)


def wrapped(text: str, size: float, room: float, bold: bool = False) -> list[str]:
    """A text in lines that fit; a word longer than the room has a line of its own."""
    found: list[str] = []
    for word in text.split(" "):
        longer = f"{found[-1]} {word}" if found else word
        fits = words.length(longer, bold) * size / 1000 <= room
        if found and fits:
            found[-1] = longer
        else:
            found.append(word)
    return found
