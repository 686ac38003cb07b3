"""The slides of one answer: its map where it has one, its chart, or its table; each with all that must be known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.exports.grid import grid
from lsk_metrics.exports.slides import chart, legible, maps, master, places, said, slide, tables
from lsk_metrics.exports.slides.ink import solid
from lsk_metrics.exports.slides.tables import Cell, Column
from lsk_metrics.figures import powiats
from lsk_metrics.figures.bars import newest
from lsk_metrics.figures.chosen import draw_for
from lsk_metrics.figures.scene import Scene
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators import ground
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from lsk_metrics.exports.grid import Grid
    from lsk_metrics.indicators import Answer, Row
    from lsk_metrics.indicators.reviews import Review

MOST = 40  # rows of a table that is no chart; of longer ones the newest of each part


def slides(deck: Deck, review: Review, answer: Answer) -> None:
    """One slide, or of a map two: the map, and the chart whose numbers can be edited."""
    scene, found = mapped(answer), grid(answer)
    if scene:
        map_slide(deck, review, answer, scene)
    if found:
        chart_slide(deck, review, answer, found)
    elif not any(row.value is not None for row in answer.rows):
        slide.without(begun(deck, review, answer, master.TABLE, answer.rows), master.OBJECT)
    elif not scene:
        table_slides(deck, review, answer)


def begun(deck: Deck, review: Review, answer: Answer, layout: int, shown: Sequence[Row], left_out: str = "") -> Slide:
    """A slide with the answer's sentence as its title, its question, what stands below, and notes."""
    made = slide.added(deck, review, layout, answer.sentence, answer.question)
    lines, size = said.below(answer, shown, left_out)
    slide.write(made.placeholders[master.FACTS], lines, size if size != places.SMALL else 0)
    slide.noted(made, said.notes(answer, review))
    return made


def chart_slide(deck: Deck, review: Review, answer: Answer, found: Grid) -> None:
    found, left_out = legible.legible(answer, found)
    for part in legible.paged(found):
        rows = [row for line in part.lines for row in line.rows.values()]
        made = begun(deck, review, answer, master.FIGURE, rows, left_out)
        frame = made.placeholders[master.OBJECT].insert_chart(None, chart.drawn(answer, part, places.FIGURE, found))
        slide.described(frame._element, answer.sentence, frame.shape_id)
        if "illustrative" in answer.kinds:
            slide.marked(made, places.FIGURE)


def mapped(answer: Answer) -> Scene | None:
    """The map of towns that an answer is drawn as, or the powiats it is told of."""
    draw = draw_for(answer)
    if draw is None or answer.view:
        return None
    if answer.indicator.places == "powiats" and ground.tiles(answer.snapshot):
        own = ground.outlines(answer.snapshot, "powiat")
        return powiats.areas(answer, LIGHT) if own else powiats.tiles(answer, LIGHT)
    scene = draw(answer, LIGHT)
    return scene if isinstance(scene, Scene) else None


def map_slide(deck: Deck, review: Review, answer: Answer, scene: Scene) -> None:
    """The map on the left, its legend in words on the right."""
    made = begun(deck, review, answer, master.MAP, newest(answer))
    maps.put(made, scene, places.MAP, answer.sentence, _("Map"))
    frame = made.placeholders[master.OBJECT].text_frame
    for at, key in enumerate(scene.keys):
        paragraph = frame.paragraphs[0] if not at else frame.add_paragraph()
        paragraph.space_after = 76200
        mark = paragraph.add_run()
        mark.text = "■ "
        shaded(mark, key.fill)
        paragraph.add_run().text = key.words + (" " if key.figure else "")
        if key.figure:
            strong = paragraph.add_run()
            strong.text, strong.font.bold = key.figure, True
    if scene.note:
        last = frame.add_paragraph() if scene.keys else frame.paragraphs[0]
        run = last.add_run()
        run.text = scene.note
        shaded(run, LIGHT.muted)
    if "illustrative" in answer.kinds:
        slide.marked(made, places.MAP, over=True)


def shaded(run: object, shade: str) -> None:
    """A run in a colour that the theme rules."""
    from pptx.oxml import parse_xml

    from lsk_metrics.exports.slides.ink import DRAWING

    look = run._r.get_or_add_rPr()  # type: ignore[attr-defined]
    look.insert(0, parse_xml(solid(shade).replace("<a:solidFill>", f'<a:solidFill xmlns:a="{DRAWING}">', 1)))


def table_slides(deck: Deck, review: Review, answer: Answer) -> None:
    """What no chart of PowerPoint's can say fairly: its rows, as many on a slide as can be read."""
    rows = [row for row in answer.rows if row.value is not None]
    if answer.indicator.variables:  # what stands behind a rank or a distance is in the workbook
        rows = [row for row in rows if row.series is None]
    rows = rows if len(rows) <= MOST else newest(answer)
    grouped = any(row.series for row in rows)
    bounded = any(row.low is not None for row in rows)
    others = [Column(answer.group, 160)] if grouped else []
    others += [Column(_("Year"), 74, True), Column(_("Value"), 130, True)]
    others += [Column(_("Lowest"), 86, True), Column(_("Highest"), 86, True)] if bounded else []
    others += [Column(_("Kind"), 106)]
    columns = [Column(_("Place"), places.ROOM - sum(each.wide for each in others)), *others]
    cells = [row_cells(answer, row, grouped, bounded) for row in rows]
    for page in tables.paged(cells, columns, places.FIGURE.tall, places.READ):
        made = begun(deck, review, answer, master.TABLE, rows)
        frame = tables.table(made.placeholders[master.OBJECT], columns, page, places.READ)
        slide.described(frame._element, answer.sentence, frame.shape_id)
        if "illustrative" in answer.kinds:
            slide.marked(made, places.FIGURE)


def row_cells(answer: Answer, row: Row, grouped: bool, bounded: bool) -> list[Cell]:
    home = answer.role(row.place) == "home"
    digits = answer.measure(row)[1]
    ends = [Cell("" if end is None else number(end, digits)) for end in (row.low, row.high)] if bounded else []
    shade = LIGHT.accent if home else LIGHT.ink
    return [
        Cell(answer.place(row.place), shade=shade, bold=home),
        *([Cell(answer.series_name(row.series) if row.series else "")] if grouped else []),
        Cell(answer.period(row)),
        Cell(answer.value(row), shade=shade, bold=home),
        *ends,
        Cell(kind_name(row.kind)),
    ]
