"""The forms in which an answer is handed out: one list, for pages, the command and data routes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from lsk_metrics.errors import NameUnknown
from lsk_metrics.figures.chosen import draw_for

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer


class Format(NamedTuple):
    """ending: of the file, and the format's name; module, make: the function from an answer to bytes."""

    ending: str
    mime: str
    module: str
    make: str
    drawn: bool = False

    def made(self, answer: Answer) -> bytes:
        """The file, in the language spoken; what it needs is read only now. Raises LskError for what cannot be made."""
        content: bytes = getattr(import_module(f"lsk_metrics.exports.{self.module}"), self.make)(answer)
        return content


FORMATS = {
    each.ending: each
    for each in (
        Format("csv", "text/csv", "csv", "csv_file"),
        Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "xlsx_file"),
        Format("parquet", "application/vnd.apache.parquet", "parquet", "parquet_file"),
        Format("svg", "image/svg+xml", "chart", "svg_file", drawn=True),
        Format("png", "image/png", "chart", "png_file", drawn=True),
        Format("zip", "application/zip", "bundle", "zip_file"),
    )
}


def form(name: str) -> Format:
    """A format by its name; raises NameUnknown."""
    if name not in FORMATS:
        raise NameUnknown("format", name, FORMATS)
    return FORMATS[name]


def offered(answer: Answer) -> list[Format]:
    """The formats that an answer has: pictures only where there is one."""
    drawn = draw_for(answer) is not None
    return [each for each in FORMATS.values() if drawn or not each.drawn]
