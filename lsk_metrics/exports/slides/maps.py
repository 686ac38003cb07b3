"""A map as native shapes in one group: outlines, circles and names that can be moved, coloured and written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.oxml import parse_xml

from lsk_metrics.exports.slides import fitting, holders
from lsk_metrics.exports.slides.ink import NO_LINE, POINT, colour, letters, line, painted, solid
from lsk_metrics.exports.slides.outlines import Ring, clipped, thinned
from lsk_metrics.exports.slides.places import Box
from lsk_metrics.exports.slides.slide import GROUP, text_shape
from lsk_metrics.figures.drawing.ink import safe
from lsk_metrics.figures.sight import mercator
from lsk_metrics.figures.svg import Sheet
from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide

    from lsk_metrics.figures.scene import Circle, Name, Scene, Surface

ROOM = 1.05
HALO = f'<a:glow rad="38100">{colour(LIGHT.home)}</a:glow>'
NAMES = (12.0, 11.0, 10.0, 9.0, 8.0)


class Frame(Sheet):
    """Web Mercator in a frame of the slide: the bounds whole and in the middle, and what lies around them."""

    def __init__(self, bounds: tuple[float, float, float, float], box: Box) -> None:
        west, south, east, north = bounds
        high, low = mercator(north), mercator(south)
        self.box = box
        self.width, self.height = box.wide, box.tall
        self.scale = min(box.wide / (east - west), box.tall / (high - low)) / ROOM
        self.west = (west + east) / 2 - box.wide / self.scale / 2
        self.top = (high + low) / 2 + box.tall / self.scale / 2

    def at(self, position: tuple[float, float]) -> tuple[float, float]:
        x, y = super().at(position)
        return x + self.box.left, y + self.box.top


def put(slide: Slide, scene: Scene, box: Box, alt: str, name: str) -> None:
    """The scene as a group, with the sentence for those who cannot see it."""
    sheet = Frame(scene.bounds, box)
    drawn = [each for each in (surface(one, sheet, box) for one in scene.surfaces) if each]
    drawn += [circle(each, sheet) for each in scene.circles]
    drawn += names(scene.names, sheet, box)
    shapes = "".join(each.replace("{id}", str(at)) for at, each in enumerate(drawn, GROUP + 1))
    place = box.xfrm().replace("</a:xfrm>", "")
    left, top, wide, tall = box.emu()
    group = (
        f'<p:grpSp {holders.SPACES}><p:nvGrpSpPr><p:cNvPr id="{GROUP}" name="{safe(name)}" descr="{safe(alt)}"/>'
        f'<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{place}<a:chOff x="{left}" y="{top}"/>'
        f'<a:chExt cx="{wide}" cy="{tall}"/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>'
    )
    slide.shapes._spTree.append(parse_xml(group))


def named(words: str) -> str:
    """The name of a part of the group, told from all others by its number."""
    return f'<p:nvSpPr><p:cNvPr id="{{id}}" name="{safe(words)} {{id}}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'


def surface(each: Surface, sheet: Frame, box: Box) -> str:
    """An outline cut off at the frame; nothing where none of it is within."""
    rings = [thinned(clipped([sheet.at(position) for position in ring], box)) for ring in each.rings]
    rings = [ring for ring in rings if len(ring) > 2]
    if not rings:
        return ""
    xs, ys = [x for ring in rings for x, _y in ring], [y for ring in rings for _x, y in ring]
    around = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    left, top, wide, tall = around.emu()
    if not (wide and tall):
        return ""
    edge = line(each.line, each.width) if each.width else NO_LINE
    steps = "".join(path(ring, left, top) for ring in rings)
    label = each.words.partition("\n")[0] or each.place
    return (
        f"<p:sp>{named(label or 'Map')}<p:spPr>{around.xfrm()}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{tall}">{steps}</a:path></a:pathLst>'
        f"</a:custGeom>{solid(each.fill)}{edge}</p:spPr></p:sp>"
    )


def path(ring: Ring, left: int, top: int) -> str:
    points = [f'<a:pt x="{round(x * POINT) - left}" y="{round(y * POINT) - top}"/>' for x, y in ring]
    return (
        f"<a:moveTo>{points[0]}</a:moveTo>"
        + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
        + "<a:close/>"
    )


def circle(each: Circle, sheet: Frame) -> str:
    """A disc; hatched where it is made up and large enough to show it."""
    (x, y), radius = sheet.at(each.at), sheet.length(each.radius, each.at[1])
    place = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    inside = painted(each.fill, "illustrative") if each.hatched else solid(each.fill)
    edge = line(each.fill if each.hatched else LIGHT.ground, 0.75)
    return (
        f'<p:sp>{named(each.place or "·")}<p:spPr>{place.xfrm()}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        f"{inside}{edge}</p:spPr></p:sp>"
    )


def names(found: Sequence[Name], sheet: Frame, box: Box) -> list[str]:
    """Names in their order, the first ones first: one that would meet another, or leave the frame, is left out.

    Those written on surfaces stay all, in a size in which they do not meet.
    """
    on = [each for each in found if each.colour]
    if on:
        size = next((each for each in NAMES if apart([spot(one, sheet, each) for one in on])), NAMES[-1])
        return [worded(each, spot(each, sheet, size), size) for each in on]
    size, made = NAMES[0], []
    taken: list[Box] = []
    for each in found:
        where = spot(each, sheet, size)
        inside = (
            box.left <= where.left
            and where.left + where.wide <= box.left + box.wide
            and where.top + where.tall <= box.top + box.tall
        )
        if inside and apart([*taken, where]):
            taken.append(where)
            made.append(worded(each, where, size))
    return made


def spot(each: Name, sheet: Frame, size: float) -> Box:
    """Where a name stands: on its position, or below what lies there."""
    x, y = sheet.at(each.at)
    wide, tall = fitting.width(each.text, size, each.strong), 1.2 * size
    top = y + sheet.length(each.shift, each.at[1]) + 1 if each.shift else y - tall / 2
    return Box(x - wide / 2, top, wide, tall)


def apart(boxes: Sequence[Box]) -> bool:
    """Whether none of them meets another."""
    return not any(
        one.left < other.left + other.wide
        and other.left < one.left + one.wide
        and one.top < other.top + other.tall
        and other.top < one.top + one.tall
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
    )


def worded(each: Name, where: Box, size: float) -> str:
    look = letters("rPr", size, each.colour or LIGHT.ink, each.strong)
    if not each.colour:  # apart from the lines it may stand on
        look = look.replace("</a:rPr>", f"<a:effectLst>{HALO}</a:effectLst></a:rPr>")
    made = text_shape(0, each.text, where, each.text, look)
    return (
        made.replace(f" {holders.SPACES}", "")
        .replace('id="0" name="', 'id="{id}" name="')
        .replace(f'name="{safe(each.text)}"', f'name="{safe(each.text)} {{id}}"')
    )
