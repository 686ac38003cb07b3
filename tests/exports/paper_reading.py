"""A PDF read back through its tags by pdfium: each element with its kind, its text, and what stands in it."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass
class Element:
    """kind as PDF names it: H1, P, Table, TH; page counts from 1; words without what lies in its children."""

    kind: str
    alt: str
    page: int
    words: str = ""
    children: list["Element"] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator["Element"]:
        """Elements of these kinds in it, in reading order."""
        for child in self.children:
            if child.kind in kinds:
                yield child
            yield from child.all(*kinds)

    @property
    def text(self) -> str:
        """All that is read in it, in order."""
        return self.words + "".join(child.text for child in self.children)


def elements(held: bytes) -> list[Element]:
    """The tagged elements of all pages, in reading order; one that runs over pages comes once on each."""
    document = pypdfium2.PdfDocument(held)
    found = []
    for number in range(len(document)):
        page = document[number]
        texts = marked(page)
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            found.append(element(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), texts, number + 1))
        pdfium.FPDF_StructTree_Close(tree)
    return found


def element(raw: Any, texts: dict[int, str], page: int) -> Element:
    told = Element(said(pdfium.FPDF_StructElement_GetType, raw), said(pdfium.FPDF_StructElement_GetAltText, raw), page)
    for at in range(pdfium.FPDF_StructElement_CountChildren(raw)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(raw, at)
        if child:
            told.children.append(element(child, texts, page))
        else:
            words = texts.get(pdfium.FPDF_StructElement_GetChildMarkedContentID(raw, at), "")
            told.children.append(Element("", "", page, words))
    return told


def marked(page: Any) -> dict[int, str]:
    """The text of each stretch that the page marks, by its number; the running foot is marked as no part of it."""
    text = pdfium.FPDFText_LoadPage(page.raw)
    found: dict[int, str] = {}
    for at in range(pdfium.FPDFPage_CountObjects(page.raw)):
        each = pdfium.FPDFPage_GetObject(page.raw, at)
        number = pdfium.FPDFPageObj_GetMarkedContentID(each)
        if number >= 0:
            found[number] = found.get(number, "") + "".join(drawn(each, text))
    pdfium.FPDFText_ClosePage(text)
    return found


def drawn(each: Any, text: Any) -> Iterator[str]:
    """The text of an object, or of all that a group of objects holds."""
    match pdfium.FPDFPageObj_GetType(each):
        case pdfium.FPDF_PAGEOBJ_TEXT:
            size = pdfium.FPDFTextObj_GetText(each, text, None, 0)
            held = (ctypes.c_ushort * (size // 2))()
            pdfium.FPDFTextObj_GetText(each, text, held, size)
            yield bytes(held).decode("utf-16-le").rstrip("\0")
        case pdfium.FPDF_PAGEOBJ_FORM:
            for at in range(pdfium.FPDFFormObj_CountObjects(each)):
                yield from drawn(pdfium.FPDFFormObj_GetObject(each, at), text)


def said(ask: Any, raw: Any) -> str:
    size = ask(raw, None, 0)
    held = ctypes.create_string_buffer(size + 2)
    ask(raw, ctypes.cast(held, ask.argtypes[1]), size)
    return held.raw.decode("utf-16-le").rstrip("\0")


def bare(text: str) -> str:
    """Text without blanks and hyphens: where lines end is the layout's concern, and letters are the text's."""
    return re.sub(r"[\s\u00ad\u200b\ufffe\x02-]", "", text)


def language(held: bytes) -> str:
    document = pypdfium2.PdfDocument(held)
    return said(pdfium.FPDFCatalog_GetLanguage, document.raw)


def headings(held: bytes) -> list[tuple[int, str]]:
    """The bookmarks: level from 0, and title."""
    return [(each.level, each.get_title()) for each in pypdfium2.PdfDocument(held).get_toc()]
