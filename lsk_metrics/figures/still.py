"""A scene drawn as the map opens: what stands in the map's place until it is ready, and steps through the years."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from lsk_metrics.figures.drawing.words import length
from lsk_metrics.figures.sight import HEIGHT, Sight, lettering, sight
from lsk_metrics.figures.theme import FONT

if TYPE_CHECKING:
    from lsk_metrics.figures.scene import Circle, Name, Position, Scene, Surface
    from lsk_metrics.figures.theme import Look

# Pixels to each side of the map's middle that are drawn: more than the widest page, a little more than its height.
FAR = (720.0, HEIGHT / 2 + 20)
Point = tuple[float, float]


def still(scene: Scene, look: Look, sentence: str) -> str:
    """An SVG as wide as its place, 430 pixels tall; its middle stays the map's, whatever the width."""
    seen = sight(scene, look)
    ground = "".join(surface(each, seen) for each in scene.surfaces if not each.place)
    live = "".join(surface(each, seen) for each in scene.surfaces if each.place)
    return (
        f'<svg class="still" role="img" aria-label="{escape(sentence)}" width="100%" height="{HEIGHT}" '
        f'font-family=\'{FONT}\'><svg x="50%" y="50%" overflow="visible">'
        f'<g class="ground" pointer-events="none">{ground}</g><g class="surfaces">{live}</g>'
        f'<g class="circles" stroke="{look.ground}" stroke-width="1">{circles(scene, look, seen)}</g>'
        f'<g class="names" pointer-events="none" text-anchor="middle" dominant-baseline="central">'
        f"{names(scene, look, seen)}</g></svg></svg>"
    )


def circles(scene: Scene, look: Look, seen: Sight | None = None, words: bool = True) -> str:
    """The circles alone; a year that passes by needs no words for whoever points at them."""
    return "".join(circle(each, seen or sight(scene, look), words) for each in scene.circles)


def names(scene: Scene, look: Look, seen: Sight | None = None) -> str:
    """The names alone, in the deck's order: strong ones above the others."""
    ordered = sorted(scene.names, key=lambda each: each.strong)
    return "".join(name(each, seen or sight(scene, look), look) for each in ordered)


def surface(each: Surface, seen: Sight) -> str:
    pieces = [clipped([seen.at(spot) for spot in ring]) for ring in each.rings]
    drawn = "".join(path(piece) for piece in pieces if len(piece) > 2)
    if not drawn:
        return ""
    line = f' stroke="{each.line}" stroke-width="{each.width:g}"' if each.width else ""
    code = f' data-code="{escape(each.place)}"' if each.place else ""
    tip = f"<title>{escape(each.words)}</title>" if each.words else ""
    return f'<path d="{drawn}" fill="{each.fill}"{line}{code} fill-rule="evenodd">{tip}</path>'


def circle(each: Circle, seen: Sight, words: bool) -> str:
    (x, y), radius = seen.at(each.at), seen.length(each.radius, each.at[1])
    paler = ' fill-opacity="0.84"' if each.hatched else ""
    tip = f"<title>{escape(each.words)}</title>" if words else ""
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{max(2, radius):.1f}" fill="{each.fill}"{paler} '
        f'data-code="{escape(each.place)}">{tip}</circle>'
    )


def name(each: Name, seen: Sight, look: Look) -> str:
    found = lettering(each, look)
    x, y = seen.at(found.at)
    y += found.below
    weight = ' font-weight="700"' if each.strong else ""
    behind = ""
    if found.opacity:
        wide = length(each.text, each.strong) * found.size / 1000 + 6
        behind = (
            f'<rect x="{x - wide / 2:.1f}" y="{y - found.size / 2:.1f}" width="{wide:.1f}" height="{found.size:g}" '
            f'fill="{look.home}" fill-opacity="{found.opacity / 255:.2f}"/>'
        )
    return (
        f'{behind}<text x="{x:.1f}" y="{y:.1f}" font-size="{found.size:g}"{weight} fill="{found.colour}">'
        f"{escape(each.text)}</text>"
    )


def path(points: Sequence[Point]) -> str:
    """Points that fall on one another at a tenth of a pixel are one."""
    written = [f"{x:.1f},{y:.1f}" for x, y in points]
    return "M" + "L".join(text for text, before in zip(written, ["", *written], strict=False) if text != before) + "Z"


def clipped(points: Sequence[Position]) -> list[Point]:
    """The part of a ring that may be seen, after Sutherland and Hodgman: cut off at one border after the other."""
    found = list(points)
    for axis in (0, 1):
        for sign in (-1, 1):
            found = cut(found, axis, sign)
    return found


def cut(points: list[Point], axis: int, sign: int) -> list[Point]:
    """The ring on this side of one border."""
    kept: list[Point] = []
    before = points[-1] if points else (0.0, 0.0)
    for point in points:
        inside, was = sign * point[axis] <= FAR[axis], sign * before[axis] <= FAR[axis]
        if inside != was:
            part = (sign * FAR[axis] - before[axis]) / (point[axis] - before[axis])
            kept.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
        if inside:
            kept.append(point)
        before = point
    return kept
