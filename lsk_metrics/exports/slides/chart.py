"""A chart of PowerPoint's own: every number in it can be edited, and is the answer's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsk_metrics.exports.slides import bars, cells, course, points
from lsk_metrics.exports.slides.ink import DRAWING, NO_LINE, letters
from lsk_metrics.exports.slides.places import READ
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators import Answer

TAGS = {"en": "en-GB", "pl": "pl-PL"}


@dataclass(frozen=True)
class Drawn:
    """A chart as it is put into a placeholder: its XML, and the workbook its numbers are edited in."""

    xml: str
    xlsx_blob: bytes

    def xml_bytes(self, _chart_type: object) -> bytes:
        return self.xml.encode("utf-8")


def drawn(answer: Answer, grid: Grid, box: Box, whole: Grid) -> Drawn:
    """The chart of a grid for a place of so many points; whole is the grid of all slides where one holds a part."""
    makers = {"course": course.course, "growth": course.growth, "columns": bars.columns}
    if grid.shape == "bars":
        inside, legend = bars.bars(answer, grid, box, whole)
    else:
        inside, legend = makers.get(grid.shape, points.points)(answer, grid, box)
    bridged = "span" if grid.shape in ("course", "growth") else "gap"
    text = (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{letters('defRPr', READ, LIGHT.ink)}</a:pPr>"
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace '
        f'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="{DRAWING}" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:date1904 val="0"/>'
        f'<c:lang val="{TAGS[spoken()]}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{inside}<c:spPr><a:noFill/>{NO_LINE}</c:spPr></c:plotArea>{legend}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{bridged}"/></c:chart>'
        f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>{text}</c:chartSpace>"
    )
    return Drawn(xml, cells.workbook(answer, grid))
