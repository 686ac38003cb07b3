"""A file to begin with: a workbook or CSV with the headings, one example row and, in a workbook, all explanations."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from lsk_metrics.errors import RegisterRefused
from lsk_metrics.ingest.register import lists
from lsk_metrics.ingest.register.books import Book, codes_sheet, columns_sheet, dress, example
from lsk_metrics.ingest.register.keeping import written
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.schema import TABLES, Table, published, resources
from lsk_metrics.ingest.register.schema import table as schema
from lsk_metrics.spreadsheets import inert

ALL = "all"
MARKED = {"en": "EXAMPLE", "pl": "PRZYKŁAD"}
SAID = {
    "en": "An example: a row with this id is never imported. Write your own rows from the next line on.",
    "pl": "Przykład: wiersz z tym identyfikatorem nigdy nie jest importowany. Własne wiersze należy wpisywać poniżej.",
}


def write(name: str, path: Path, language: str, force: bool = False) -> None:
    """Write the template of a table or of all, or the Table Schema where the name ends in .json; raises
    RegisterRefused for a file that is there already."""
    refuse_to_overwrite(path, force)
    if path.suffix.lower() == ".json":
        saved(path, table_schema(name).encode("utf-8"))
        return
    tables = [schema(each) for each in (TABLES if name == ALL else [name])]
    now = lists.now()
    if path.suffix.lower() == ".xlsx":
        content = workbook(tables, now, language)
    elif path.suffix.lower() == ".csv" and name != ALL:
        content = text(tables[0], now, language)
    else:
        kinds = "“.xlsx” or “.json”" if name == ALL else "“.xlsx”, “.csv” or “.json”"
        raise RegisterRefused(f"{path.name}: the name of a template ends in {kinds}.")
    saved(path, content)


def refuse_to_overwrite(path: Path, force: bool) -> None:
    if path.exists() and not force:
        raise RegisterRefused(f"{path} is there already, and may hold rows of yours. “--force” overwrites it.")


def saved(path: Path, content: bytes) -> None:
    try:
        written(path, content)
    except OSError as reason:
        raise RegisterRefused(f"{path} cannot be written: {reason.strerror}.") from reason


def values(table: Table, now: Lists, language: str) -> list[Any]:
    """The example row: its id says what it is."""
    return [MARKED[language] if field.name == "id" else example(field, now, language) for field in table.fields]


def workbook(tables: Sequence[Table], now: Lists, language: str) -> bytes:
    book = Book()
    sheets = [book.sheet(table.title(language)) for table in tables]
    columns_sheet(book, tables, now)
    choices = codes_sheet(book, tables, now)
    for table, sheet in zip(tables, sheets, strict=True):
        dress(book, sheet, dict(enumerate(table.fields)), choices, language)
        sheet.set_row(0, 34)
        for at, field in enumerate(table.fields):
            book.put(sheet, 0, at, field.title(language), "needed" if field.required else "optional")
        for at, (field, value) in enumerate(zip(table.fields, values(table, now, language), strict=True)):
            book.put(sheet, 1, at, value, "example", "year" if field.type == "year" else "number")
        sheet.write_comment(1, 0, SAID[language], {"x_scale": 2, "author": "lsk"})
    sheets[0].activate()
    return book.finished()


def text(table: Table, now: Lists, language: str) -> bytes:
    """CSV as spreadsheets of that language open it: a semicolon and a decimal comma in Polish."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";" if language == "pl" else ",", lineterminator="\r\n")
    writer.writerow([inert(field.title(language)) for field in table.fields])
    writer.writerow([inert(typed(value, language)) for value in values(table, now, language)])
    return lines.getvalue().encode("utf-8-sig")


def typed(value: Any, language: str) -> str:
    if isinstance(value, float) and language == "pl":
        return str(value).replace(".", ",")
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def table_schema(name: str) -> str:
    """The published description of a table, or of all as a Data Package, in JSON."""
    now = lists.now()
    tables = [schema(each) for each in (TABLES if name == ALL else [name])]
    codes = {
        field.refers_to: [entry.code for entry in now.codes(field.refers_to).entries]
        for table in tables
        for field in table.fields
        if field.refers_to and field.refers_to not in TABLES
    }
    given = resources(TABLES, codes) if name == ALL else published(name, codes)
    return json.dumps(given, ensure_ascii=False, indent=2) + "\n"
