"""Workbooks as this program writes them: a table's sheet with its drop-downs, what the columns mean, and the codes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from lsk_metrics.ingest.register.lists import Codes, Lists
from lsk_metrics.ingest.register.schema import TABLES, Field, Table
from lsk_metrics.ingest.register.workbooks import CODES, COLUMNS
from lsk_metrics.spreadsheets import MARK, RUNS, inert

# So far down the drop-downs and formats reach.
LAST_ROW = 5_000
WIDE = {"name": 44, "document": 44, "owner": 26, "programme": 30, "value_chain": 40, "type": 34, "area": 44,
        "indicator": 34, "town": 20, "purpose": 34}  # fmt: skip
LOOKS: dict[str, dict[str, Any]] = {
    "needed": {"bold": True, "bg_color": "#0F5C63", "font_color": "#FFFFFF"},
    "optional": {"bg_color": "#D5E5E6", "font_color": "#12363A"},
    "example": {"italic": True, "font_color": "#6B6B6B", "bg_color": "#F1EFE8"},
    "wrong": {"bg_color": "#F6C9BE", "border": 1, "border_color": "#A3311A"},
    "words": {"text_wrap": True, "valign": "top"},
    "strong": {"bold": True, "valign": "top"},
    "plain": {},
}
HEADING = {"text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "#FFFFFF"}
KINDS: dict[str, dict[str, Any]] = {
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "number": {"num_format": "#,##0.######"},
    "year": {"num_format": "0", "align": "left"},
    "text": {"num_format": "@"},
    "literal": {"quote_prefix": True, "num_format": "@"},
}
CODE_COLUMNS = (("code", "code", 18), ("English", "en", 44), ("polski", "pl", 44))
SAYS = {
    "list": ("Pick an entry of the list; its code or name can also be typed.",
             "Proszę wybrać pozycję z listy; można też wpisać jej kod lub nazwę."),
    "date": ("Write a date such as 2018-05-03.", "Proszę wpisać datę, np. 2018-05-03."),
    "number": ("Write a number; the unit stands in the heading.", "Proszę wpisać liczbę; jednostka stoi w nagłówku."),
    "year": ("Write a year such as 2018.", "Proszę wpisać rok, np. 2018."),
}  # fmt: skip


class Book:
    """One workbook in the making; formats are made once for each pair of look and kind."""

    def __init__(self, frugal: bool = False) -> None:
        self.bytes = io.BytesIO()
        options = {"constant_memory": frugal, "strings_to_formulas": False, "strings_to_urls": False}
        self.workbook: Workbook = xlsxwriter.Workbook(self.bytes, options)
        self.formats: dict[tuple[str, str], Format] = {}

    def format(self, look: str, kind: str = "text") -> Format:
        if (look, kind) not in self.formats:
            heading = HEADING if look in ("needed", "optional") else {}
            self.formats[look, kind] = self.workbook.add_format({**KINDS[kind], **heading, **LOOKS[look]})
        return self.formats[look, kind]

    def sheet(self, name: str) -> Worksheet:
        """A new sheet, which prints on pages as wide as it is."""
        sheet = self.workbook.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def put(
        self, sheet: Worksheet, row: int, column: int, value: Any, look: str = "plain", number: str = "number"
    ) -> None:
        """One cell, by its type; text that looks like a formula is marked as text. Rows and columns count from 0."""
        if value is None:
            sheet.write_blank(row, column, None, self.format(look))
        elif isinstance(value, bool):
            sheet.write_boolean(row, column, value, self.format(look))
        elif isinstance(value, date | datetime):
            sheet.write_datetime(row, column, value, self.format(look, "date"))
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, self.format(look, number))
        else:
            said = str(value)
            runs = RUNS.match(said) is not None
            text = inert(said) if said.startswith(MARK) else said
            sheet.write_string(row, column, text, self.format(look, "literal" if runs else "text"))

    def finished(self) -> bytes:
        self.workbook.close()
        return self.bytes.getvalue()


@dataclass(frozen=True)
class Choices:
    """Where the entries of each list stand on the sheet of codes: a range for each language, and the codes."""

    ranges: Mapping[tuple[str, str], str]

    def range(self, field: Field, language: str) -> str | None:
        key = list_name(field)
        # Places share names with each other, and indicators are known by their ids.
        return self.ranges.get((key, "code" if key in ("places", "indicators") else language)) if key else None


def list_name(field: Field) -> str | None:
    """The list behind a column's drop-down, where it has one."""
    if field.refers_to:
        return None if field.refers_to in TABLES else field.refers_to
    return field.name if field.given.get("categories") else None


def codes_sheet(book: Book, tables: Sequence[Table], lists: Lists) -> Choices:
    """All lists side by side: code, English and Polish name; added last, so call it before data sheets need it."""
    sheet = book.sheet(CODES)
    found: dict[tuple[str, str], str] = {}
    at = 0
    for field in {list_name(each): each for table in tables for each in table.fields if list_name(each)}.values():
        codes, name = lists.of(field) or Codes([]), list_name(field) or ""
        book.put(sheet, 0, at, f"{field.title('en')} – {field.title('pl')}", "strong")
        for offset, (heading, key, width) in enumerate(CODE_COLUMNS):
            book.put(sheet, 1, at + offset, heading, "optional")
            sheet.set_column(at + offset, at + offset, width)
            for row, entry in enumerate(codes.entries, 2):
                book.put(sheet, row, at + offset, entry.code if key == "code" else entry.label(key))
            letter = xlsxwriter.utility.xl_col_to_name(at + offset)
            found[name, key] = f"='{CODES}'!${letter}$3:${letter}${max(len(codes.entries), 1) + 2}"
        at += 4
    sheet.freeze_panes(2, 0)
    return Choices(found)


def columns_sheet(book: Book, tables: Sequence[Table], lists: Lists) -> None:
    """What each column is for, in both languages."""
    sheet = book.sheet(COLUMNS)
    headings = (("Table – Tabela", 20), ("Column", 26), ("Kolumna", 26), ("Required – Wymagana", 14),
                ("Explanation", 54), ("Objaśnienie", 54), ("Example – Przykład", 24))  # fmt: skip
    sheet.set_row(0, 34)
    for at, (text, width) in enumerate(headings):
        book.put(sheet, 0, at, text, "needed")
        sheet.set_column(at, at, width)
    row = 1
    for table in tables:
        for field in table.fields:
            sheet.set_row(row, 48)
            book.put(sheet, row, 0, f"{table.title('en')} – {table.title('pl')}", "words")
            book.put(sheet, row, 1, field.title("en"), "strong")
            book.put(sheet, row, 2, field.title("pl"), "strong")
            book.put(sheet, row, 3, "yes – tak" if field.required else "no – nie", "words")
            book.put(sheet, row, 4, field.description("en"), "words")
            book.put(sheet, row, 5, field.description("pl"), "words")
            book.put(sheet, row, 6, str(example(field, lists, "en") or ""), "words")
            row += 1
    sheet.freeze_panes(1, 3)


def dress(book: Book, sheet: Worksheet, places: Mapping[int, Field], choices: Choices, language: str) -> None:
    """Widths, formats and drop-downs for the columns of a table; places are column numbers from 0."""
    for at, field in places.items():
        kind = field.type if field.type in KINDS else "text"
        sheet.set_column(at, at, WIDE.get(field.name, 18), book.format("plain", kind))
        source = choices.range(field, language)
        says = SAYS["list" if source else field.type if field.type in SAYS else "list"][language == "pl"]
        rule: dict[str, Any] = {"error_title": field.title(language)[:32], "error_message": says, "ignore_blank": True}
        if source:
            rule |= {"validate": "list", "source": source, "error_type": "warning"}
        elif field.type == "date":
            first = date.fromisoformat(field.limit("minimum"))
            rule |= {"validate": "date", "criteria": ">=", "value": first}
        elif field.type in ("number", "year"):
            validate = "integer" if field.type == "year" else "decimal"
            rule |= {"validate": validate, "criteria": ">=", "value": field.limit("minimum")}
        else:
            continue
        sheet.data_validation(1, at, LAST_ROW, at, rule)
    sheet.freeze_panes(1, 2)


def example(field: Field, lists: Lists, language: str) -> Any:
    """What the example row says: the schema's example, else the first entry of the list."""
    given = field.example(language)
    if given is not None:
        return date.fromisoformat(given) if field.type == "date" else given
    codes = lists.of(field) if list_name(field) and field.required else None
    return codes.entries[0].label(language) if codes and codes.entries else None
