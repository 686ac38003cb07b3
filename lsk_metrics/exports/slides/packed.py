"""The last step: the language of every run, what the file says of itself, and bytes that no clock has part in."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx.oxml import parse_xml

from lsk_metrics.exports.bundle import EPOCH
from lsk_metrics.exports.citation import PROGRAM, publisher
from lsk_metrics.exports.slides.chart import TAGS
from lsk_metrics.exports.slides.ink import DRAWING
from lsk_metrics.exports.slides.theme import theme
from lsk_metrics.language import gettext as _
from lsk_metrics.language import spoken

if TYPE_CHECKING:
    from pptx.presentation import Presentation as Deck

    from lsk_metrics.indicators.reviews import Review

LOOKS = ("rPr", "endParaRPr", "defRPr")
# A reader of such files looks for these two first.
FIRST = ("[Content_Types].xml", "_rels/.rels")


def packed(deck: Deck, review: Review) -> bytes:
    """The file: parts in a fixed order, of a fixed date."""
    known(deck, review)
    for holder in list(iter(deck.notes_master.placeholders)):
        if holder.has_text_frame and len(holder.text_frame.paragraphs) > 1:
            holder.text_frame.text = _("Speaker notes")
    for part in deck.part.package.iter_parts():
        if part.partname.startswith("/ppt/theme/"):
            rethemed(part)
        elif part.partname == "/docProps/app.xml":
            part._blob = about()
        elif hasattr(part, "_element"):
            speak(part._element)
    held = io.BytesIO()
    deck.save(held)
    return again(held.getvalue())


def rethemed(part: Any) -> None:
    """The notes have a theme of their own: the same one."""
    if hasattr(part, "_element"):
        part._element = parse_xml(theme())
    else:
        part._blob = theme()


def speak(root: Any) -> None:
    """Every run is in the language spoken: what reads aloud and what checks spelling goes by it."""
    space = f"{{{DRAWING}}}"
    for run in root.iter(f"{space}r"):
        if run.find(f"{space}rPr") is None:
            run.insert(0, run.makeelement(f"{space}rPr", {}))
    for name in LOOKS:
        for each in root.iter(f"{space}{name}"):
            each.set("lang", TAGS[spoken()])


def known(deck: Deck, review: Review) -> None:
    """Title, author, language and day, as a file manager shows them."""
    day = datetime.fromisoformat(review.on)  # midnight; the property has no zone but UTC
    told = deck.core_properties
    told.title, told.author, told.last_modified_by = review.title, publisher(), publisher()
    told.subject = " · ".join([review.date, review.snapshot])
    told.keywords, told.identifier, told.language = review.snapshot, review.id, TAGS[spoken()]
    told.comments, told.category, told.version = "", "", review.snapshot
    told.created = told.modified = day
    told.revision = 1


def about() -> bytes:
    """The part that says which program made the file."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{space}"><Application>{PROGRAM}</Application></Properties>'
    ).encode()


def again(content: bytes) -> bytes:
    """The same parts, packed in an order and with a date that never change."""
    held = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as old, ZipFile(held, "w", ZIP_DEFLATED, compresslevel=6) as new:
        names = old.namelist()
        for name in [*(each for each in FIRST if each in names), *sorted(set(names) - set(FIRST))]:
            entry = ZipInfo(name, EPOCH)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, 0o644 << 16, 3
            new.writestr(entry, old.read(name))
    return held.getvalue()
