"""Presentations as the tests read them: from their XML, with nothing of what wrote them."""

from __future__ import annotations

import io
import posixpath
import re
from functools import cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from lsk_metrics import language
from lsk_metrics.exports.slides import pptx_file
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.reviews import Review, review

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OWN = (
    "composite_rank,similar_regions,two_indicators,powiat_wages,students_by_town,investment_by_town"
    ",gdp_per_head_pps;view=pace,gerd_share_of_gdp;measure=change,gdp_per_head_pps;view=gap_union,students"
    ",investment_by_year,unemployment_rate,rd_personnel"
)
STORIES = ("s3", "board", "glance", "own")
BOTH = [(story, lang) for story in STORIES for lang in ("en", "pl")]


def asked(story: str) -> Review:
    """A ready story, or one's own of what the ready ones do not have."""
    return review(figures=OWN, told="Own", on="2026-05-21") if story == "own" else review(story)


@cache
def deck(story: str, lang: str) -> Deck:
    """A presentation, made once; its answers speak the language that is used when they are asked."""
    language.use(lang)
    return Deck(pptx_file(asked(story)))


class Deck:
    """All parts of a file, and its slides in their order."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        with ZipFile(io.BytesIO(content)) as held:
            self.parts = {name: held.read(name) for name in held.namelist()}
            self.dates = {entry.date_time for entry in held.infolist()}
        links = self.links("ppt/presentation.xml")
        order = self.xml("ppt/presentation.xml").iter(f"{P}sldId")
        self.slides = [Slide(self, links[each.attrib[f"{R}id"]][1]) for each in order]

    def xml(self, name: str) -> Element:
        return ElementTree.fromstring(self.parts[name])

    def links(self, name: str) -> dict[str, tuple[str, str]]:
        """The relationships of a part: kind and target by id."""
        folder, file = posixpath.split(name)
        held = f"{folder}/_rels/{file}.rels".lstrip("/")
        if held not in self.parts:
            return {}
        return {
            each.attrib["Id"]: (
                each.attrib["Type"].rpartition("/")[2],
                posixpath.normpath(posixpath.join(folder, each.attrib["Target"])).lstrip("/"),
            )
            for each in self.xml(held)
        }


class Slide:
    """One slide."""

    def __init__(self, deck: Deck, name: str) -> None:
        self.deck, self.name, self.root = deck, name, deck.xml(name)
        self.links = deck.links(name)

    def linked(self, kind: str) -> list[str]:
        return [target for found, target in self.links.values() if found == kind]

    @property
    def layout(self) -> str:
        return self.deck.xml(self.linked("slideLayout")[0])[0].attrib["name"]

    def shapes(self) -> dict[str, Element]:
        """Shapes, frames and groups by name."""
        found = [each for each in self.root.iter() if each.tag in (f"{P}sp", f"{P}graphicFrame", f"{P}grpSp")]
        return {each.find("*/" + P + "cNvPr").attrib["name"]: each for each in found}  # type: ignore[union-attr]

    def held(self, kind: str, at: str = "") -> list[str]:
        """The paragraphs of the placeholder of a kind, and of an index where given."""
        for each in self.root.iter(f"{P}sp"):
            place = each.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            if place is not None and place.get("type") == kind and place.get("idx", "") == at:
                return paragraphs(each)
        return []

    @property
    def title(self) -> str:
        return " ".join(self.held("title") or self.held("ctrTitle"))

    @property
    def notes(self) -> list[str]:
        found = self.linked("notesSlide")
        return paragraphs(self.deck.xml(found[0])) if found else []

    @property
    def chart(self) -> Element | None:
        found = self.linked("chart")
        return self.deck.xml(found[0]) if found else None

    def workbook(self) -> bytes:
        [part] = self.linked("chart")
        [(_kind, target)] = self.deck.links(part).values()
        return self.deck.parts[target]

    @property
    def table(self) -> list[list[list[str]]]:
        """Rows of cells of paragraphs."""
        return [[paragraphs(cell) for cell in row.iter(f"{A}tc")] for row in self.root.iter(f"{A}tr")]

    def alt(self) -> list[str]:
        """The alt texts of what is no text."""
        return [
            each.find("*/" + P + "cNvPr").attrib.get("descr", "")  # type: ignore[union-attr]
            for each in self.root.iter()
            if each.tag in (f"{P}graphicFrame", f"{P}grpSp")
        ]


def figures(review: Review, slides: list[Slide]) -> list[tuple[Answer, Slide]]:
    """Each answer with each of its slides; the order of slides is that of the answers."""
    found, at = [], 2 if review.targets else 1
    for each in review.answers:
        own = [
            slide for slide in slides if slide.title == each.sentence and slide.held("body", "13") == [each.question]
        ]
        assert own, each.key
        assert [slides.index(slide) for slide in own] == list(range(at, at + len(own)))
        found += [(each, slide) for slide in own]
        at += len(own)
    return found


def paragraphs(root: Element) -> list[str]:
    """The text of each paragraph that has one."""
    found = ["".join(text.text or "" for text in each.iter(f"{A}t")) for each in root.iter(f"{A}p")]
    return [words for words in found if words]


def cached(root: Element) -> list[float]:
    """The numbers of a chart as it shows them, without those on its axis of years."""
    values = [each for name in ("val", "xVal", "yVal") for each in root.iter(f"{C}{name}")]
    return [float(point.text or "") for each in values for point in each.iter(f"{C}v")]


def told(words: str, lang: str) -> list[float]:
    """The numbers in a text, read as the language writes them."""
    sign, part = {"en": (",", "."), "pl": ("\N{NO-BREAK SPACE}", ",")}[lang]
    found = re.findall(rf"[−-]?\d+(?:{sign}\d{{3}})*(?:\{part}\d+)?", words)
    return [float(each.replace(sign, "").replace(part, ".").replace("−", "-")) for each in found]
