"""Rows of a file that puts quotation marks around every cell, but forgets to double those inside one."""

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

BETWEEN = '";"'
# A cell with its own line breaks and quotation marks comes in pieces; more than this many are no cell.
FRAGMENTS = 30


class Fragment(NamedTuple):
    """What a reader rejected: the line it begins on, why, and the text."""

    line: int
    reason: str
    text: str


def cells(row: str, width: int) -> list[str] | None:
    """The cells of a spoiled row, where the marks between them show as many as there should be; else None.

    A row with nothing wrong in its marks is not mended: what is wrong with it lies elsewhere."""
    text = row.strip("\r\n")
    if len(text) < 2 or not (text.startswith('"') and text.endswith('"')) or sound(text, width):
        return None
    found = text[1:-1].split(BETWEEN)
    return [cell.replace('\\"', '"').replace('""', '"') for cell in found] if len(found) == width else None


def rows(fragments: Sequence[Fragment], width: int) -> Iterator[tuple[Fragment, list[str] | None]]:
    """Each rejected row with its cells, or None; what a line break parted is put together again where that helps."""
    at = 0
    while at < len(fragments):
        first, text, found = fragments[at], fragments[at].text, None
        upto = at + 1
        while (found := cells(text, width)) is None and upto < min(len(fragments), at + FRAGMENTS):
            following = fragments[upto]
            if following.line != first.line + text.count("\n") + 1:
                break
            text += "\n" + following.text
            upto += 1
        yield first, found
        at = upto if found is not None else at + 1


def sound(row: str, width: int) -> bool:
    """Whether a row can be read by the rules of CSV, to the letter."""
    try:
        return [len(line) for line in csv.reader(row.splitlines(keepends=True), delimiter=";", strict=True)] == [width]
    except csv.Error:
        return False
