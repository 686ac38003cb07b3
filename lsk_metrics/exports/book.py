"""A workbook in the making: cells by their type, headings that stay in sight, and a mark on what is made up."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING, Any

import xlsxwriter

from lsk_metrics.exports.citation import PROGRAM
from lsk_metrics.figures.theme import LIGHT
from lsk_metrics.spreadsheets import RUNS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NARROWEST, WIDEST, LINE = 7, 46, 15.5
LOOKS: dict[str, dict[str, Any]] = {
    "": {},
    "text": {"indent": 1},
    "head": {
        "bold": True,
        "bg_color": LIGHT.accent,
        "font_color": "#FFFFFF",
        "text_wrap": True,
        "valign": "vcenter",
        "indent": 1,
    },
    "head_number": {
        "bold": True,
        "bg_color": LIGHT.accent,
        "font_color": "#FFFFFF",
        "text_wrap": True,
        "valign": "vcenter",
        "align": "right",
    },
    "strong": {"bold": True, "valign": "top"},
    "title": {"bold": True, "font_size": 14, "font_color": LIGHT.ink, "valign": "vcenter"},
    "long_title": {"bold": True, "font_size": 14, "font_color": LIGHT.ink, "valign": "vcenter", "text_wrap": True},
    "top": {"valign": "top"},
    "link": {"font_color": LIGHT.accent, "underline": 1, "valign": "top"},
    "label": {"bold": True, "valign": "top", "text_wrap": True},
    "quiet": {"font_color": LIGHT.muted},
    "words": {"text_wrap": True, "valign": "top"},
    "mark": {"bold": True, "bg_color": "#F8E3C7", "font_color": LIGHT.warning, "font_size": 13},
    "made_up": {"bg_color": "#F8E3C7", "fg_color": "#FFFFFF", "pattern": 14, "italic": True, "valign": "top"},
}


class Book:
    """Rows and columns count from 0. `marked` is what stands across the top of each sheet, if anything, unless a sheet
    says otherwise; `foot` at the left of each printed page."""

    def __init__(self, marked: str = "", foot: str = "") -> None:
        self.bytes = io.BytesIO()
        options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
        self.workbook = xlsxwriter.Workbook(self.bytes, options)
        self.formats: dict[tuple[str, str, bool], Format] = {}
        self.widths: dict[str, dict[int, int]] = {}
        self.wrapped: dict[str, dict[int, dict[int, int]]] = {}
        self.tops: dict[str, int] = {}
        self.marked, self.foot = marked, foot

    def properties(
        self, title: str, subject: str, author: str, keywords: str, comments: str, made: tuple[int, int, int] | None
    ) -> None:
        """Document properties; the day of the snapshot stands for the time of writing, so that bytes stay the same."""
        given = {"title": title, "subject": subject, "author": author, "keywords": keywords, "comments": comments}
        created = datetime(*(made or (1980, 1, 1)), tzinfo=UTC).replace(tzinfo=None)
        self.workbook.set_properties({**given, "company": PROGRAM, "created": created})

    def sheet(self, name: str, marked: str | None = None) -> Worksheet:
        """A new sheet that prints on pages as wide as it is, with its mark in the first row."""
        marked = self.marked if marked is None else marked
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        self.tops[name] = 1 if marked else 0
        if self.foot:
            sheet.set_footer(f"&L{self.foot.replace('&', '&&')}&R&P / &N")
        if marked:
            sheet.set_row(0, 22, self.format("mark"))
            sheet.write_string(0, 0, marked, self.format("mark"))
            sheet.set_tab_color(LIGHT.warning)
            sheet.set_header(f"&C&B{marked.replace('&', '&&')}")
        return sheet

    def top(self, sheet: Worksheet) -> int:
        """The first row of a sheet that is its own: below its mark."""
        return self.tops[sheet.get_name()]

    def format(self, look: str = "", number: str = "", quoted: bool = False) -> Format:
        if (look, number, quoted) not in self.formats:
            given = {**LOOKS[look], **({"num_format": number} if number else {})}
            self.formats[look, number, quoted] = self.workbook.add_format({**given, "quote_prefix": quoted})
        return self.formats[look, number, quoted]

    def headed(self, sheet: Worksheet, names: Sequence[tuple[str, str]], below: int = 0) -> int:
        """Headings, each with what is below it (text or number), that stay in sight; gives their row.

        They stand so many rows `below` the sheet's first, which stay in sight as well.
        """
        top = self.top(sheet) + below
        for column, (name, kind) in enumerate(names):
            self.put(sheet, top, column, name, look="head" if kind == "text" else "head_number")
        sheet.set_row(top, 32)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(0, top)
        return top

    def put(
        self, sheet: Worksheet, row: int, column: int, value: Any, number: str = "", made_up: bool = False,
        look: str = "",
    ) -> None:  # fmt: skip
        """A cell by its type: numbers stay numbers, text that looks like a formula is marked as text."""
        look = look or ("made_up" if made_up else "text" if isinstance(value, str) else "")
        if value is None:
            sheet.write_blank(row, column, None, self.format(look))
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.format(look, number))
        else:
            sheet.write_string(row, column, str(value), self.format(look, "", RUNS.match(str(value)) is not None))
        # Figures take about as much room with their thousands parted as with all their digits.
        said = len(f"{value:,.2f}") if isinstance(value, float) else len(str(value)) if value is not None else 0
        widths = self.widths.setdefault(sheet.get_name(), {})
        widths[column] = max(widths.get(column, 0), said + (3 if look.startswith("head") else 2))
        if look == "words":
            self.wrapped.setdefault(sheet.get_name(), {}).setdefault(row, {})[column] = said

    def filtered(self, sheet: Worksheet, top: int, rows: int, columns: int) -> None:
        if rows:
            sheet.autofilter(top, 0, top + rows, columns - 1)

    def width(self, letters: int) -> int:
        """How wide a column is with so many letters in it."""
        return min(max(letters, NARROWEST), WIDEST)

    def fit(self, sheet: Worksheet, fixed: Mapping[int, int] | None = None) -> None:
        """Columns as wide as what was put into them so far, within reason, and rows as high as their wrapped texts."""
        put = self.widths[sheet.get_name()]
        found = {column: self.width(letters) for column, letters in put.items()} | dict(fixed or {})
        for column, width in found.items():
            sheet.set_column(column, column, width)
        for row, texts in self.wrapped.get(sheet.get_name(), {}).items():
            lines = max(ceil(1.08 * length / found[column]) for column, length in texts.items())
            sheet.set_row(row, LINE * max(lines, 1))

    def finished(self) -> bytes:
        self.workbook.close()
        return self.bytes.getvalue()
