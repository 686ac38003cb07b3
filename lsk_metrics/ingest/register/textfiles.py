"""A table in a text file: UTF-8 or Windows-1250, with commas, semicolons or tabs between the cells."""

import csv
import io
import re
from collections.abc import Iterator

from lsk_metrics.ingest.register import headings
from lsk_metrics.ingest.register.incoming import MOST_COLUMNS, MOST_IN_CELL, Line, Sheet
from lsk_metrics.ingest.register.problems import Refused
from lsk_metrics.ingest.register.schema import Table

SEPARATORS = {";": ("semicolons", "średnik"), ",": ("commas", "przecinek"), "\t": ("tabs", "tabulator")}
SPOKEN = {"utf-8": "UTF-8", "utf-16": "UTF-16", "cp1250": "Windows-1250"}
BINARY = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff]")
# A spreadsheet's own hint at the separator, in a line of its own above the table.
HINT = re.compile(r"sep=([;,\t])\r?\n", re.IGNORECASE)


def sheet(content: bytes, table: Table) -> Sheet:
    """The lines of a text file; raises Refused where it is not text, or no column of the table is in its header."""
    text, encoding = decoded(content)
    if found := BINARY.search(text):
        raise Refused("file_binary", at=len(text[: found.start()].encode(encoding)) + 1)
    hint = HINT.match(text)
    separator = hint[1] if hint else likely(text, table)
    name, name_pl = SEPARATORS[separator]
    said = {"encoding": SPOKEN[encoding], "separator": name, "separator_pl": name_pl}
    note = ("read_as", said)
    return Sheet(lines(text[hint.end() :] if hint else text, separator, 2 if hint else 1), notes=[note])


def decoded(content: bytes) -> tuple[str, str]:
    """The text, and the encoding it was in: one that begins with a mark, else UTF-8, else Windows-1250."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        tried = ["utf-16"]
    else:
        tried = ["utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "utf-8", "cp1250"]
    at = 0
    for encoding in tried:
        try:
            return content.decode(encoding), encoding.removesuffix("-sig")
        except UnicodeDecodeError as reason:
            at = reason.start
    raise Refused("file_binary", at=at + 1)


def likely(text: str, table: Table) -> str:
    """The separator with which the first filled line names most columns of the table."""
    first = next((line for line in text[:MOST_IN_CELL].splitlines() if line.strip(";,\t \"'")), "")

    def named(separator: str) -> tuple[int, int]:
        cells = next(csv.reader([first], delimiter=separator), [])
        return sum(headings.field(cell, table) is not None for cell in cells), len(cells)

    return max(SEPARATORS, key=named)


def lines(text: str, separator: str, first: int) -> Iterator[Line]:
    """Rows by the number a spreadsheet gives them: a line break inside quotation marks begins no new one."""
    number = first
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = csv.field_size_limit(MOST_IN_CELL * 10)
    try:
        for number, cells in enumerate(rows, first):
            if len(cells) > MOST_COLUMNS * 200:
                raise Refused("file_wide", count=len(cells), most=MOST_COLUMNS)
            yield number, cells
    except csv.Error as reason:
        if "field limit" in str(reason):
            raise Refused("file_cell", most=MOST_IN_CELL * 10) from reason
        raise Refused("file_quotes", line=number + 1, reason=reason) from reason
    finally:
        csv.field_size_limit(before)
