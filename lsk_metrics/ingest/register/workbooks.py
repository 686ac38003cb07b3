"""A table in a workbook (.xlsx), read as it is: no formula is believed, no macro let in, no hidden sheet taken."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.cell.cell import TYPE_ERROR, TYPE_FORMULA
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from lsk_metrics.ingest.register.cells import Fault, Formula, Raw
from lsk_metrics.ingest.register.incoming import MEGABYTE, MOST_ROWS, Line, Sheet
from lsk_metrics.ingest.register.lists import folded
from lsk_metrics.ingest.register.problems import Refused
from lsk_metrics.ingest.register.schema import TABLES, Table
from lsk_metrics.ingest.register.schema import table as schema

MOST_UNPACKED = 200 * MEGABYTE
MOST_PARTS = 2_000
# Styles and the like, which are read whole; strings that cells share; and how far a sheet may go on without a row.
MOST_BESIDE = 4 * MEGABYTE
MOST_STRINGS = 1_000_000
MOST_BARREN = 4 * MEGABYTE
LAST_ROW = 1_048_576
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)"')
SMALL = re.compile(r"(\.rels|xl/workbook\.xml|xl/styles\.xml|\[content_types\]\.xml)$")
# Sheets the program writes beside a table: what the columns mean, the codes, and the problems of a marked copy.
COLUMNS, CODES, PROBLEMS = "Columns – Kolumny", "Codes – Kody", "Problems – Problemy"
# What the parts of a damaged workbook make openpyxl stumble over; each means the same to the reader.
DAMAGED = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, SyntaxError, ValueError, LookupError, TypeError,
    AttributeError, ArithmeticError, AssertionError, EOFError, OSError, RuntimeError, NotImplementedError,
)  # fmt: skip


def sheet(content: bytes, table: Table) -> Sheet:
    """The table's sheet; raises Refused for a workbook that is damaged, too large, or holds macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            inspect(parts)
            workbook = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            found, others = chosen(workbook, table)
            merged = list(ranges(parts, found))
    except DAMAGED as reason:
        raise Refused("file_broken", reason=said(reason)) from reason
    notes = [("sheets", {"sheets": ", ".join(others)})] if others else []
    return Sheet(lines(found), merged, notes)


def said(reason: BaseException) -> str:
    """The first line of an error that was written for a programmer, shortened."""
    return (str(reason).splitlines() or [""])[0][:120] or type(reason).__name__


def inspect(parts: zipfile.ZipFile) -> None:
    """Look at the package before anything in it is parsed; raises Refused."""
    entries = parts.infolist()
    size = sum(entry.file_size for entry in entries)
    if size > MOST_UNPACKED or len(entries) > MOST_PARTS:
        raise Refused("file_swollen", size=size // MEGABYTE, most=MOST_UNPACKED // MEGABYTE)
    names = {entry.filename.lower() for entry in entries}
    if any("vbaproject" in name or "macrosheets/" in name for name in names):
        raise Refused("file_macros")
    if "[content_types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Refused("file_broken", reason="xl/workbook.xml")
    for entry in entries:
        if SMALL.search(entry.filename.lower()) and entry.file_size > MOST_BESIDE:
            raise Refused("file_swollen", size=entry.file_size // MEGABYTE, most=MOST_BESIDE // MEGABYTE)
        if entry.filename.lower().endswith("sharedstrings.xml") and strings(parts, entry) > MOST_STRINGS:
            raise Refused("file_broken", reason=f"{entry.filename}: > {MOST_STRINGS}")
        if entry.filename.endswith((".xml", ".rels")):
            with parts.open(entry) as part:
                beginning = part.read(2048)
            if b"<!DOCTYPE" in beginning or b"<!ENTITY" in beginning:
                raise Refused("file_broken", reason=f"DOCTYPE, {entry.filename}")
            if b"macroEnabled" in beginning:
                raise Refused("file_macros")


def strings(parts: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """How many strings the cells of a workbook share, without parsing them."""
    found = 0
    with parts.open(entry) as part:
        while block := part.read(MEGABYTE):
            found += block.count(b"<si") + block.count(b":si>")
    return found


def chosen(workbook: Workbook, table: Table) -> tuple[ReadOnlyWorksheet, list[str]]:
    """The sheet named like the table, or the only one there is to choose; and the names of those nobody reads."""
    own = {folded(name) for name in table.sheets()}
    foreign = {folded(name) for other in TABLES if other != table.name for name in schema(other).sheets()[:3]}
    sheets = [each for each in workbook.worksheets if each.title not in (COLUMNS, CODES, PROBLEMS)]
    named = [each for each in sheets if folded(each.title) in own]
    seen = [each for each in sheets if each.sheet_state == "visible"]
    candidates = named or [each for each in seen if folded(each.title) not in foreign] or seen
    if len(candidates) != 1:
        names = ", ".join(each.title for each in sheets) or "–"
        raise Refused("sheet_unclear", sheets=names, table=table.title("en"), table_pl=table.title("pl"))
    [found] = candidates
    if found.sheet_state != "visible":
        raise Refused("sheet_hidden", sheet=found.title)
    return found, [each.title for each in sheets if each is not found and folded(each.title) not in foreign]


def ranges(parts: zipfile.ZipFile, sheet: ReadOnlyWorksheet) -> Iterator[str]:
    """The merged cells of a sheet, which openpyxl does not tell of when it reads row by row."""
    rest, barren, rows = b"", 0, 0
    with parts.open(sheet._worksheet_path.lstrip("/")) as part:
        while block := part.read(MEGABYTE):
            # A row is held in memory whole; one without an end would take all there is.
            barren = 0 if b"row" in block else barren + len(block)
            if barren >= MOST_BARREN:
                raise Refused("file_broken", reason="<row>")
            rows += block.count(b"<row")
            if rows > LAST_ROW:
                raise Refused("file_long", most=MOST_ROWS)
            block = rest + block
            rest = block
            for found in MERGED.finditer(block):
                yield found[1].decode("ascii")
                rest = block[found.end() :]
            rest = rest[-200:]


def lines(sheet: ReadOnlyWorksheet) -> Iterator[Line]:
    """Rows with their numbers; a file's own word on how many there are is not believed."""
    sheet.reset_dimensions()
    try:
        for number, cells in enumerate(sheet.iter_rows(), 1):
            if number > LAST_ROW:
                raise Refused("file_long", most=MOST_ROWS)
            yield number, [raw(cell) for cell in cells]
    except DAMAGED as reason:
        raise Refused("file_broken", reason=said(reason)) from reason


def raw(cell: object) -> Raw:
    value = getattr(cell, "value", None)
    kind = getattr(cell, "data_type", None)
    if kind == TYPE_FORMULA:
        return Formula(str(getattr(value, "text", None) or value))
    return Fault(str(value)) if kind == TYPE_ERROR else value
