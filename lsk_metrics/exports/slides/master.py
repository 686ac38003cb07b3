"""The master and its five layouts: real placeholders, so that an editor restyles every slide in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.util import Pt

from lsk_metrics.exports.slides import places
from lsk_metrics.exports.slides.holders import SPACES, Holder, bar, common
from lsk_metrics.exports.slides.ink import solid
from lsk_metrics.exports.slides.theme import theme
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.presentation import Presentation as Deck

QUESTION, OBJECT, FACTS, NUMBER, FOOTER = 13, 14, 15, 12, 11
COVER, FIGURE, MAP, TABLE, TEXT = range(5)


def opened() -> Deck:
    """An empty presentation of our own look, 13.33 × 7.5 inches; layouts in the order of their numbers above."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(places.WIDE), Pt(places.TALL)
    deck.part._element.sldSz.attrib.pop("type", None)
    for kind in (RT.PRINTER_SETTINGS, RT.THUMBNAIL):
        for part in (deck.part, deck.part.package):
            for name in [each.rId for each in part._rels.values() if each.reltype == kind]:
                part._rels.pop(name)
    for layout in list(deck.slide_layouts)[5:]:
        deck.slide_layouts.remove(layout)
    master = deck.slide_master
    master.part.part_related_by(RT.THEME)._blob = theme()
    rewrite(master._element, f"<p:sldMaster {SPACES}>{common(standing(), decor())}</p:sldMaster>", ("cSld",))
    rewrite(master._element, f"<p:sldMaster {SPACES}>{styles()}</p:sldMaster>", ("txStyles",))
    for layout, (kind, name, holders) in zip(deck.slide_layouts, layouts(), strict=True):
        cover = kind == "title"
        inside = common(holders, mark() if cover else "", name, LIGHT.accent if cover else "")
        layout._element.set("type", kind)
        layout._element.set("preserve", "1")
        layout._element.attrib.pop("showMasterSp", None)
        if cover:
            layout._element.set("showMasterSp", "0")
        rewrite(layout._element, f"<p:sldLayout {SPACES}>{inside}</p:sldLayout>", ("cSld",))
    return deck


def rewrite(root: Any, xml: str, names: Sequence[str]) -> None:
    """The children of these names, as they stand in the XML given; all others stay."""
    for new in list(parse_xml(xml)):
        name = new.tag.rpartition("}")[2]
        if name in names:
            [old] = [each for each in root if each.tag == new.tag]
            root.replace(old, new)


def standing() -> list[Holder]:
    """The placeholders of the master, from which those of the layouts take after."""
    return [
        Holder("title", 0, _("Title"), places.TITLE, places.TITLES[0], bold=True),
        Holder("body", 1, _("Text"), places.BODY),
        *foot(),
    ]


def foot() -> list[Holder]:
    return [
        Holder("ftr", FOOTER, _("Footer"), places.FOOTER, places.LEAST, LIGHT.muted, anchor="ctr"),
        Holder("sldNum", NUMBER, _("Slide number"), places.NUMBER, places.LEAST, LIGHT.muted, False, "ctr", "r"),
    ]


def layouts() -> list[tuple[str, str, list[Holder]]]:
    """Kind, name and placeholders of each: cover, figure, map, table, text."""
    title = Holder("title", 0, _("Title"), places.TITLE, places.TITLES[0], bold=True)
    short = Holder("title", 0, _("Title"), places.SHORT_TITLE, places.TITLES[0], bold=True)
    question = Holder("body", QUESTION, _("Question"), places.QUESTION, places.READ, LIGHT.accent, True, "ctr")
    facts = Holder("body", FACTS, _("Source and caveats"), places.FACTS, places.SMALL, LIGHT.muted)
    pale = LIGHT.ground
    cover = [
        Holder("ctrTitle", 0, _("Title"), places.COVER_TITLE, 44, pale, True, "b"),
        Holder("subTitle", 1, _("Subtitle"), places.COVER_WORDS, 22, pale),
        Holder("body", QUESTION, _("Notice"), places.COVER_NOTE, 16, pale),
        Holder("body", FACTS, _("Snapshot"), places.COVER_FOOT, places.SMALL, pale),
    ]
    keys = Holder("body", OBJECT, _("Legend"), places.KEYS, places.READ)
    return [
        ("title", _("Cover"), cover),
        ("chart", _("Figure"), [title, question, Holder("chart", OBJECT, _("Chart"), places.FIGURE), facts, *foot()]),
        ("cust", _("Map"), [title, question, keys, facts, *foot()]),
        ("tbl", _("Table"), [title, question, Holder("tbl", OBJECT, _("Table"), places.FIGURE), facts, *foot()]),
        ("tx", _("Text"), [short, Holder("body", OBJECT, _("Text"), places.BODY), *foot()]),
    ]


def decor() -> str:
    """The band at the head and the hair line above the foot of every slide."""
    band, rule = places.Box(0, 0, places.WIDE, 8), places.Box(places.EDGE, places.RULE, places.ROOM, 0.75)
    return bar(90, _("Band"), band, LIGHT.accent) + bar(91, _("Line"), rule, LIGHT.border)


def mark() -> str:
    """The short bar between the cover's title and what stands below it."""
    return bar(90, _("Line"), places.COVER_MARK, LIGHT.accent_soft)


def styles() -> str:
    """Title, text and everything else; five levels of text, without bullets but from the second on."""
    spaced = '<a:lnSpc><a:spcPct val="96000"/></a:lnSpc>'
    title = f'<a:lvl1pPr algn="l">{spaced}<a:buNone/>{face("28", True, "mj")}</a:lvl1pPr>'
    levels = "".join(
        f'<a:lvl{at}pPr marL="{(at - 1) * 228600}" indent="{-171450 if at > 1 else 0}" algn="l">'
        + ('<a:buFont typeface="Arial"/><a:buChar char="–"/>' if at > 1 else "<a:buNone/>")
        + f"{face('14')}</a:lvl{at}pPr>"
        for at in range(1, 6)
    )
    return (
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f'<p:otherStyle><a:defPPr><a:defRPr lang="en-GB"/></a:defPPr><a:lvl1pPr>{face("14")}</a:lvl1pPr></p:otherStyle>'
        "</p:txStyles>"
    )


def face(size: str, bold: bool = False, role: str = "mn") -> str:
    return (
        f'<a:defRPr sz="{size}00" b="{int(bold)}" kern="1200">{solid(LIGHT.ink)}<a:latin typeface="+{role}-lt"/>'
        f'<a:ea typeface="+{role}-ea"/><a:cs typeface="+{role}-cs"/></a:defRPr>'
    )
