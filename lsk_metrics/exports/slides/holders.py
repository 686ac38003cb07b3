"""Placeholders and the marks behind them, as PresentationML writes them on a master and its layouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import places
from lsk_metrics.exports.slides.ink import DRAWING, NO_LINE, letters, solid
from lsk_metrics.exports.slides.theme import NAME
from lsk_metrics.figures.drawing.ink import safe
from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.exports.slides.places import Box

SPACES = (
    f'xmlns:a="{DRAWING}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


@dataclass(frozen=True)
class Holder:
    """A placeholder: kind as PresentationML names it, and the look of its text in points."""

    kind: str
    at: int
    name: str
    box: Box
    size: float = places.READ
    shade: str = LIGHT.ink
    bold: bool = False
    anchor: str = "t"
    align: str = "l"


def common(holders: Sequence[Holder], more: str, name: str = NAME, ground: str = "") -> str:
    """A cSld: ground, what is drawn once for all slides, placeholders."""
    shapes = "".join(shape(each, at) for at, each in enumerate(holders, 2))
    back = f"<p:bg><p:bgPr>{solid(ground or LIGHT.ground)}<a:effectLst/></p:bgPr></p:bg>"
    return f'<p:cSld name="{safe(name)}">{back}<p:spTree>{GROUP}{more}{shapes}</p:spTree></p:cSld>'


def shape(each: Holder, at: int) -> str:
    """A placeholder with its place, its look and the word that stands in it while it is empty."""
    at_index = f' idx="{each.at}"' if each.at else ""
    inner = letters("defRPr", each.size, each.shade, each.bold)
    level = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{each.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f"{inner}</a:lvl1pPr>"
    )
    prompt = f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{safe(each.name)}</a:t></a:r></a:p>'
    if each.kind == "sldNum":
        prompt = f"<a:p>{number_field()}</a:p>"
    small = ' sz="quarter"' if each.kind not in ("title", "ctrTitle", "subTitle") else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="{safe(each.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{each.kind}"{small}{at_index}/></p:nvPr></p:nvSpPr><p:spPr>{each.box.xfrm()}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" '
        f'lIns="0" tIns="0" rIns="0" bIns="0" anchor="{each.anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{level}</a:lstStyle>{prompt}</p:txBody></p:sp>"
    )


def number_field(now: str = "#") -> str:
    """The slide's number as a field that counts by itself; its id is one for all, and no matter of chance."""
    return (
        '<a:fld id="{0B6666B1-4D23-417B-BF9B-7E089C4A8D39}" type="slidenum"><a:rPr lang="en-GB"/>'
        f"<a:t>{now}</a:t></a:fld>"
    )


def bar(at: int, name: str, box: Box, shade: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{at}" name="{safe(name)}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{box.xfrm()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(shade)}{NO_LINE}</p:spPr></p:sp>'
    )
