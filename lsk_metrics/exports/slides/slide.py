"""One slide: its placeholders filled with text that fits them, foot, number, badge and watermark, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.oxml import parse_xml
from pptx.util import Pt

from lsk_metrics.exports.slides import fitting, holders, master, places
from lsk_metrics.exports.slides.ink import letters, line, solid
from lsk_metrics.figures.drawing.ink import safe
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.indicators.kinds import kind_name
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from lsk_metrics.exports.slides.places import Box
    from lsk_metrics.indicators.reviews import Review

# Ids of shapes that stand on many slides; placeholders take the lowest, parts of a map those from 200 on.
WATERMARK, BADGE, FOOTER, NUMBER, GROUP = 101, 102, 103, 104, 200
PALE = 0.14
# What reads slides aloud passes over it: the badge says the same word.
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
BOXES = {master.COVER: places.COVER_TITLE, master.TEXT: places.SHORT_TITLE}


def added(deck: Deck, review: Review, layout: int, title: str, question: str = "") -> Slide:
    """A new slide of a layout with title, question, foot and number."""
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[layout])
    holders = list(iter(slide.slide_layout.placeholders))
    names = {each.placeholder_format.idx: each.name for each in holders}
    for each in slide.placeholders:
        each.name = names[each.placeholder_format.idx]
    box = BOXES.get(layout, places.TITLE)
    sizes = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0) if layout == master.COVER else places.TITLES
    size = fitting.largest(title, (box.wide, box.tall), sizes, bold=True)
    write(slide.shapes.title, [title], size if size != sizes[0] else 0)
    if layout == master.COVER:
        return slide
    if question:
        room = places.QUESTION
        asked = fitting.largest(question, (room.wide, room.tall), (places.READ, places.SMALL, places.LEAST), bold=True)
        write(slide.placeholders[master.QUESTION], [question], asked if asked != places.READ else 0)
    elif master.QUESTION in names:
        without(slide, master.QUESTION)
    foot(slide, review, len(deck.slides))
    return slide


def without(slide: Slide, index: int) -> None:
    """A placeholder that has nothing to say here: empty, it would ask an editor to fill it."""
    held = slide.placeholders[index]._element
    held.getparent().remove(held)


def write(holder: Any, paragraphs: list[str], size: float = 0) -> None:
    """A paragraph each; a size only where it is not the layout's own."""
    frame = holder.text_frame
    frame.text = paragraphs[0]
    for words in paragraphs[1:]:
        frame.add_paragraph().text = words
    if size:
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(size)


def foot(slide: Slide, review: Review, at: int) -> None:
    """The footer and the number (now `at`), as placeholders that the master rules."""
    words = " · ".join([review.title, review.date, f"{_('Snapshot')} {review.snapshot}"])
    run = f'<a:r><a:rPr lang="en-GB"/><a:t>{safe(words)}</a:t></a:r>'
    parts = (
        (FOOTER, "ftr", master.FOOTER, _("Footer"), run),
        (NUMBER, "sldNum", master.NUMBER, _("Slide number"), holders.number_field(str(at))),
    )
    for own, kind, index, name, inside in parts:
        slide.shapes._spTree.append(
            parse_xml(
                f'<p:sp {holders.SPACES}><p:nvSpPr><p:cNvPr id="{own}" name="{safe(name)}"/><p:cNvSpPr>'
                f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr>'
                f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inside}</a:p></p:txBody></p:sp>"
            )
        )


def marked(slide: Slide, box: Box, over: bool = False) -> None:
    """The word for what is made up: pale behind the figure, so that it stays editable (over it where it would be
    covered), and as a badge above."""
    said = kind_name("illustrative")
    size = min(96.0, 0.86 * box.wide / fitting.width(said.upper(), 1, bold=True))
    mark = text_shape(
        WATERMARK, _("Watermark"), box, said.upper(), letters("rPr", size, LIGHT.warning, True).replace(
            solid(LIGHT.warning), solid(LIGHT.warning, PALE)
        ),
    )  # fmt: skip
    mark = mark.replace("/><p:cNvSpPr", f">{DECORATIVE}</p:cNvPr><p:cNvSpPr", 1)
    slide.shapes._spTree.insert(len(slide.shapes._spTree) if over else 2, parse_xml(mark))
    look = letters("rPr", places.SMALL, LIGHT.warning, True)
    badge = text_shape(BADGE, _("Badge"), places.BADGE, said, look, line(LIGHT.warning, 1.25), "roundRect")
    slide.shapes._spTree.append(parse_xml(badge))


def text_shape(at: int, name: str, box: Box, said: str, look: str, edge: str = "", form: str = "rect") -> str:
    """A shape with one line of centred text."""
    return (
        f'<p:sp {holders.SPACES}><p:nvSpPr><p:cNvPr id="{at}" name="{safe(name)}"/><p:cNvSpPr txBox="1"/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{box.xfrm()}<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom><a:noFill/>'
        f'{edge or "<a:ln><a:noFill/></a:ln>"}</p:spPr><p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" '
        f'bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="ctr"/><a:r>{look}'
        f"<a:t>{safe(said)}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def described(element: Any, words: str, at: int, name: str = "") -> None:
    """The alt text of a graphic frame or a group, with its id and, where given, its name."""
    [told] = element.xpath("./*[1]/p:cNvPr")
    told.set("descr", words)
    told.set("id", str(at))
    if name:
        told.set("name", name)


def noted(slide: Slide, words: list[str]) -> None:
    """What the speaker has before them."""
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(words)
