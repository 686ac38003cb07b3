"""Colours, fills, lines and letters as DrawingML says them; a colour of the theme is named, so that a master rules."""

from __future__ import annotations

from lsk_metrics.figures.theme import LIGHT

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
# Word, Windows, macOS and phones have it, and LibreOffice has its metric twin (Liberation Sans): lines break alike.
FONT = "Arial"
POINT = 12700
THEME = {LIGHT.ink: "tx1", LIGHT.ground: "bg1", LIGHT.muted: "tx2", LIGHT.land: "bg2"} | {
    shade: f"accent{at}" for at, shade in enumerate(LIGHT.six, 1)
}


def colour(shade: str, opacity: float = 1.0) -> str:
    """A colour of the theme by its place there, any other by its own number."""
    inner = f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity < 1 else ""
    if shade in THEME:
        return f'<a:schemeClr val="{THEME[shade]}">{inner}</a:schemeClr>'
    return f'<a:srgbClr val="{shade.removeprefix("#").upper()}">{inner}</a:srgbClr>'


def solid(shade: str, opacity: float = 1.0) -> str:
    return f"<a:solidFill>{colour(shade, opacity)}</a:solidFill>"


def pattern(shade: str, preset: str) -> str:
    return (
        f'<a:pattFill prst="{preset}"><a:fgClr>{colour(shade)}</a:fgClr>'
        f"<a:bgClr>{colour(LIGHT.ground)}</a:bgClr></a:pattFill>"
    )


def painted(shade: str, kind: str) -> str:
    """How a surface of this kind is filled: illustrative hatched, derived dotted, the rest solid."""
    if kind == "illustrative":
        return pattern(shade, "wdUpDiag")
    return pattern(shade, "pct80") if kind == "derived" else solid(shade)


def line(shade: str, points: float, dash: str = "") -> str:
    """A stroke; dash is one of DrawingML's names: dash, sysDash, sysDot."""
    dashed = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * POINT)}" cap="rnd">{solid(shade)}{dashed}<a:round/></a:ln>'


NO_LINE = "<a:ln><a:noFill/></a:ln>"


def letters(tag: str, size: float, shade: str, bold: bool = False) -> str:
    """The look of text as an element `a:{tag}`: rPr, defRPr or endParaRPr; size in points."""
    return f'<a:{tag} sz="{round(size * 100)}" b="{int(bold)}">{solid(shade)}</a:{tag}>'


def chart_text(size: float, shade: str, bold: bool = False, turned: str = "") -> str:
    """The look of a chart's own text, such as an axis."""
    return (
        f"<c:txPr><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr>{letters('defRPr', size, shade, bold)}</a:pPr>"
        f'<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
