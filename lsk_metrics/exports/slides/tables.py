"""Tables of PowerPoint's own: a head in the accent, hair lines between rows, rows as high as their text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pptx.oxml import parse_xml
from pptx.util import Pt

from lsk_metrics.exports.slides import fitting, places
from lsk_metrics.exports.slides.ink import DRAWING, letters, solid
from lsk_metrics.figures.drawing.ink import safe
from lsk_metrics.figures.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # “No style, no grid”: every line is our own
AIR, BETWEEN, SIDE = 7.0, 14.0, 3.0
HEAD = 12.0


class Cell(NamedTuple):
    """Words, and below them smaller ones; shade and weight of the first."""

    words: str
    small: str = ""
    shade: str = LIGHT.ink
    bold: bool = False


class Column(NamedTuple):
    """Its heading, how many points wide it is, and whether numbers stand in it."""

    head: str
    wide: float
    right: bool = False


def tall(row: Sequence[Cell], columns: Sequence[Column], size: float) -> float:
    """Points that a row takes."""
    found = 0.0
    for cell, column in zip(row, columns, strict=True):
        room = column.wide - BETWEEN
        high = fitting.height(cell.words, size, room, cell.bold)
        high += fitting.height(cell.small, smaller(size), room) if cell.small else 0.0
        found = max(found, high)
    return found + AIR


def smaller(size: float) -> float:
    return max(places.LEAST, size - 2)


def headed(columns: Sequence[Column]) -> float:
    return max(fitting.height(each.head, HEAD, each.wide - BETWEEN, True) for each in columns) + AIR


def paged(rows: Sequence[list[Cell]], columns: Sequence[Column], room: float, size: float) -> list[list[list[Cell]]]:
    """Rows in order, as many on a slide as fit it, and about as many on each."""
    heights = [tall(row, columns, size) for row in rows]
    return [[rows[at] for at in page] for page in fitting.evened(heights, room - headed(columns))]


def table(holder: Any, columns: Sequence[Column], rows: Sequence[list[Cell]], size: float) -> Any:
    """The table in the place of its placeholder; gives its graphic frame."""
    frame = holder.insert_table(len(rows) + 1, len(columns))
    made = frame.table
    style = made._tbl.tblPr
    style.find(f"{{{DRAWING}}}tableStyleId").text = PLAIN
    made.horz_banding = False
    heads = [Cell(each.head, shade=LIGHT.accent, bold=True) for each in columns]
    for at, each in enumerate(columns):
        made.columns[at].width = Pt(each.wide)
    for at, row in enumerate([heads, *rows]):
        made.rows[at].height = Pt(headed(columns) if not at else tall(row, columns, size))
        for column, cell in enumerate(row):
            written(made.cell(at, column), cell, columns[column], size if at else HEAD, not at)
    frame.height = sum(row.height for row in made.rows)
    return frame


def written(into: Any, cell: Cell, column: Column, size: float, head: bool) -> None:
    """One cell: its text, its air, and the line below it."""
    side = "r" if column.right else "l"
    said = [(cell.words, size, cell.shade, cell.bold)] + [(cell.small, smaller(size), LIGHT.muted, False)] * bool(
        cell.small
    )
    body = "".join(
        f'<a:p><a:pPr algn="{side}"/><a:r>{letters("rPr", high, shade, bold)}<a:t>{safe(words)}</a:t></a:r></a:p>'
        if words
        else f'<a:p><a:pPr algn="{side}"/>{letters("endParaRPr", high, shade)}</a:p>'
        for words, high, shade, bold in said
    )
    edge = f'<a:lnB w="{15875 if head else 6350}">{solid(LIGHT.accent if head else LIGHT.border)}</a:lnB>'
    anchor = "b" if head else "ctr"
    left, right = round(SIDE * 12700), round((BETWEEN - SIDE) * 12700)
    new = parse_xml(
        f'<a:tc xmlns:a="{DRAWING}"><a:txBody><a:bodyPr/><a:lstStyle/>{body}</a:txBody><a:tcPr marL="{left}" '
        f'marR="{right}" marT="38100" marB="38100" anchor="{anchor}">{edge}<a:noFill/></a:tcPr></a:tc>'
    )
    old = into._tc
    old.getparent().replace(old, new)
