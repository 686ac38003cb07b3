"""The marks of a chart: strokes and points, bars and columns, with the shapes that tell the kinds of truth apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import places
from lsk_metrics.exports.slides.axes import local
from lsk_metrics.exports.slides.ink import NO_LINE, chart_text, letters, line, painted, solid
from lsk_metrics.figures.drawing.ink import safe
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators.flags import UNSETTLED
from lsk_metrics.indicators.status.course import PATH, PROJECTION
from lsk_metrics.indicators.units import figure

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid, Line
    from lsk_metrics.indicators import Answer

QUALIFIED = frozenset("><~")
EVERY = 14
SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)

NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext>'
    "</c:extLst>"
)


def label(at: int, said: str, side: str, size: float, shade: str, bold: bool, moved: tuple[float, float]) -> str:
    """Words at one point, moved by parts of the chart from where they would stand."""
    to = f'<c:layout><c:manualLayout><c:x val="{moved[0]:.4f}"/><c:y val="{moved[1]:.4f}"/></c:manualLayout></c:layout>'
    look = letters("defRPr", size, shade, bold)
    return (
        f'<c:dLbl><c:idx val="{at}"/>{to if any(moved) else ""}<c:tx><c:rich><a:bodyPr wrap="none" anchor="ctr"/>'
        f"<a:lstStyle/><a:p><a:pPr>{look}</a:pPr><a:r>{letters('rPr', size, shade, bold)}<a:t>{safe(said)}</a:t></a:r>"
        f'</a:p></c:rich></c:tx><c:dLblPos val="{side}"/>{SHOWN.format(1)}</c:dLbl>'
    )


def labels(single: str, shown: str = "") -> str:
    """The labels of a series: single ones, then how all others look, which are hidden unless `shown` says how.

    No line leads to a label that was moved.
    """
    return f"<c:dLbls>{single}{shown or SHOWN.format(0)}{NO_LEADERS}</c:dLbls>" if single or shown else ""


def valued(written: str, size: float, side: str, shade: str = LIGHT.ink) -> str:
    """Every point says its value, in the number signs of the language."""
    return (
        f'<c:numFmt formatCode="{safe(local(written))}" sourceLinked="0"/><c:spPr><a:noFill/>{NO_LINE}</c:spPr>'
        f'{chart_text(size, shade, True)}<c:dLblPos val="{side}"/>{SHOWN.format(1)}'
    )


def stroke(each: Line, series: str) -> str:
    """Thick for the home region, thin for peers and for what is derived; dashed where it is no figure."""
    thin = each.kind == "derived"
    wide = (2.0 if thin else 3.0) if each.home else (1.0 if thin else 1.5)
    if series == PATH:
        return line(LIGHT.warning, 2.0, "sysDash")
    if series == PROJECTION:
        return line(each.colour, 1.75, "dash")
    return line(each.colour, wide, "sysDash" if each.kind == "illustrative" else "")


def marker(symbol: str, size: int, shade: str, hollow: bool = False) -> str:
    if symbol == "none":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    inside = solid(LIGHT.ground if hollow else shade)
    edge = line(shade, 1.6)
    return f'<c:marker><c:symbol val="{symbol}"/><c:size val="{size}"/><c:spPr>{inside}{edge}</c:spPr></c:marker>'


def course(each: Line, series: str) -> str:
    """A line over years: its stroke and marks; hollow where unsettled, a diamond where the definition differs, dashed
    over years without a figure."""
    drawn = stroke(each, series)
    there = [at for at, cell in enumerate(each.cells) if cell is not None]
    path = series == PATH
    every = path or series == PROJECTION or (each.home and len(there) <= EVERY)
    size = 8 if each.home else 6
    points = ""
    for at in there:
        flag = each.rows[at].flag if at in each.rows else ""
        goal = path and at == there[-1]
        hollow = bool(UNSETTLED & set(flag)) or series == PROJECTION or (path and not goal)
        before = [other for other in there if other < at]
        gap = bool(before) and before[-1] < at - 1 and not path
        alone = (not before or gap) and at + 1 not in there
        symbol = "diamond" if "d" in flag or goal else "circle" if every or hollow or alone else "none"
        if symbol == ("circle" if every else "none") and not hollow and not gap:
            continue
        segment = line(each.colour, 1.25, "dash") if gap else drawn
        points += (
            f'<c:dPt><c:idx val="{at}"/>{marker(symbol, 12 if goal else size, each.colour, hollow)}'
            f'<c:bubble3D val="0"/><c:spPr>{segment}</c:spPr></c:dPt>'
        )
    marks = marker("circle" if every else "none", size, each.colour)
    return f"<c:spPr>{drawn}</c:spPr>{marks}{points}"


def between(each: Line) -> str:
    """Published end points as large points, the line between them dashed."""
    return f"<c:spPr>{line(each.colour, 2.25, 'dash')}</c:spPr>{marker('circle', 11, each.colour)}"


def surface(each: Line) -> str:
    """The filling of bars, by kind; single bars by their own."""
    edge = line(each.colour, 0.75)
    single = ""
    for at in range(len(each.cells)):
        shade = each.colours.get(at, each.colour)
        kind = each.rows[at].kind if at in each.rows else each.kind
        if (shade, kind) != (each.colour, each.kind) and each.cells[at] is not None:
            own = f"<c:spPr>{painted(shade, kind)}{line(shade, 0.75)}</c:spPr>"
            single += f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{own}</c:dPt>'
    return f'<c:spPr>{painted(each.colour, each.kind)}{edge}</c:spPr><c:invertIfNegative val="0"/>{single}'


def said(answer: Answer, grid: Grid, each: Line, written: str, size: float) -> str:
    """The value at the end of each bar; “over” and “about” are part of it."""
    if len(grid.lines) > 1:
        return ""
    single = ""
    for at, row in each.rows.items():
        if QUALIFIED & set(row.flag) and row.value is not None:
            words = figure(row.value, answer.indicator.unit, answer.indicator.decimals, row.flag)
            single += label(at, words, "outEnd", size, LIGHT.ink, True, (0.0, 0.0))
    return labels(single, valued(written, size, "outEnd"))


def quiet(size: float = places.SMALL) -> str:
    """The legend of parts that cannot be labelled where they stand."""
    return chart_text(size, LIGHT.ink)
