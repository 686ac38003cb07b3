"""The forms in which a review is handed out: one list, for the page and the command."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.errors import NameUnknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lsk_metrics.indicators.reviews import Review


class Form(NamedTuple):
    """ending: of the file, and the form's name; module, make: the function from a review to bytes."""

    ending: str
    mime: str
    module: str
    make: str

    def made(self, review: Review) -> bytes:
        """The file, in the language spoken; what it needs is read only now. Raises LskError for what cannot be made."""
        content: bytes = getattr(import_module(f"lsk_metrics.exports.{self.module}"), self.make)(review)
        return content


OFFICE = "application/vnd.openxmlformats-officedocument"
FORMS = {
    each.ending: each
    for each in (
        Form("pptx", f"{OFFICE}.presentationml.presentation", "slides", "pptx_file"),
        Form("pdf", "application/pdf", "paper", "pdf_file"),
        Form("html", "text/html", "webpage", "html_file"),
        Form("xlsx", f"{OFFICE}.spreadsheetml.sheet", "annex", "xlsx_pack"),
    )
}
# Not in the list: it is made of all the others.
ZIP, ZIP_MIME = "zip", "application/zip"


def mime(name: str) -> str:
    """The media type of a file of a pack, by its ending."""
    ending = name.rpartition(".")[2]
    return ZIP_MIME if ending == ZIP else FORMS[ending].mime


def chosen(names: Iterable[str] | None) -> list[str]:
    """The endings asked for, each once, in the order in which they are made; all where none is named.

    Raises NameUnknown.
    """
    known = [*FORMS, ZIP]
    wanted = list(names or known)
    for name in wanted:
        if name not in known:
            raise NameUnknown("format", name, known)
    return [name for name in known if name in wanted]
