"""A scene as an SVG: the same map for a page that need not be moved about in, for slides and for paper."""

from __future__ import annotations

import math
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from lsk_metrics.figures.sight import METRES_A_DEGREE, mercator
from lsk_metrics.figures.theme import FONT

if TYPE_CHECKING:
    from lsk_metrics.figures.scene import Circle, Name, Position, Rings, Scene, Surface
    from lsk_metrics.figures.theme import Look

ROOM = 0.04


class Sheet:
    """Web Mercator on a sheet `width` units wide that holds the bounds with a little room around them."""

    def __init__(self, bounds: tuple[float, float, float, float], width: float, room: float = ROOM) -> None:
        self.made_of = bounds, width, room
        west, south, east, north = bounds
        margin = room * (east - west)
        self.west, self.scale = west - margin, width / (east - west + 2 * margin)
        self.top = mercator(north) + margin
        self.width, self.height = width, (self.top - mercator(south) + margin) * self.scale

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sheet) and self.made_of == other.made_of

    def __hash__(self) -> int:
        return hash(self.made_of)

    def at(self, position: Position) -> tuple[float, float]:
        return (position[0] - self.west) * self.scale, (self.top - mercator(position[1])) * self.scale

    def length(self, metres: float, latitude: float) -> float:
        return metres / METRES_A_DEGREE / math.cos(math.radians(latitude)) * self.scale


def svg(scene: Scene, look: Look, title: str, width: float = 720) -> str:
    """A whole SVG document; the title is what it says to those who cannot see it."""
    sheet = Sheet(scene.bounds, width)
    parts = [surface(each, sheet) for each in scene.surfaces]
    parts += [circle(each, sheet, look) for each in scene.circles]
    parts += [name(each, sheet, look) for each in scene.names]
    hatch = (
        f'<pattern id="hatch" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse">'
        f'<rect width="2" height="6" fill="{look.ground}" fill-opacity="0.75"/></pattern>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {sheet.width:.0f} {sheet.height:.0f}" role="img" '
        f"font-family='{FONT}'><title>{escape(title)}</title><defs>{hatch}</defs>{''.join(parts)}</svg>"
    )


@lru_cache(maxsize=256)
def path(rings: Rings, sheet: Sheet) -> str:
    """An outline in the letters of SVG; the land is the same in every picture of a map, and is written once."""
    return "".join("M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in map(sheet.at, ring)) + "Z" for ring in rings)


def surface(each: Surface, sheet: Sheet) -> str:
    tip = f"<title>{escape(each.words)}</title>" if each.words else ""
    return (
        f'<path d="{path(each.rings, sheet)}" fill="{each.fill}" stroke="{each.line}" stroke-width="{each.width}" '
        f'fill-rule="evenodd">{tip}</path>'
    )


def circle(each: Circle, sheet: Sheet, look: Look) -> str:
    (x, y), radius = sheet.at(each.at), sheet.length(each.radius, each.at[1])
    disc = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"'
    tip = f"<title>{escape(each.words)}</title>"
    shown = f'{disc} fill="{each.fill}" stroke="{look.ground}" stroke-width="0.8">{tip}</circle>'
    return shown + (f'{disc} fill="url(#hatch)" pointer-events="none"/>' if each.hatched else "")


def name(each: Name, sheet: Sheet, look: Look) -> str:
    x, y = sheet.at(each.at)
    y += sheet.length(each.shift, each.at[1]) + 13 if each.shift else 5
    halo = "" if each.colour else f' paint-order="stroke" stroke="{look.home}" stroke-width="3"'
    weight = "700" if each.strong else "400"
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-size="14" font-weight="{weight}" '
        f'fill="{each.colour or look.ink}"{halo}>{escape(each.text)}</text>'
    )
