"""The theme of the slides: the house's colours and typeface, under which an editor can give them others at once."""

from __future__ import annotations

from lsk_metrics.exports.slides.ink import DRAWING, FONT
from lsk_metrics.figures.theme import LIGHT

NAME = "LSK Metrics"


def theme() -> bytes:
    """The whole part. Paper and ink, muted and land, six colours that every kind of eye can tell apart, links."""
    shades = {"dk1": LIGHT.ink, "lt1": LIGHT.ground, "dk2": LIGHT.muted, "lt2": LIGHT.land}
    shades |= {f"accent{at}": shade for at, shade in enumerate(LIGHT.six, 1)}
    shades |= {"hlink": LIGHT.accent, "folHlink": LIGHT.muted}
    colours = "".join(f'<a:{name}><a:srgbClr val="{shade[1:].upper()}"/></a:{name}>' for name, shade in shades.items())
    face = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    strokes = "".join(f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>' for width in (9525, 19050, 28575))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{DRAWING}" name="{NAME}"><a:themeElements>'
        f'<a:clrScheme name="{NAME}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{NAME}"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{NAME}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{strokes}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    ).encode()
