"""Text on its way into a spreadsheet: written so that the spreadsheet shows it and runs nothing."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

# What a spreadsheet takes for the beginning of a formula, and an apostrophe in front of it, which is the mark itself.
RUNS = re.compile("'*[=+\\-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
                  "\N{FULLWIDTH COMMERCIAL AT}]")  # fmt: skip
A_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?")
MARK = "'"


def inert(value: Any) -> Any:
    """The value as a cell that runs nothing: text that would be a formula gets an apostrophe; numbers stay numbers."""
    if isinstance(value, str) and RUNS.match(value) and not A_NUMBER.fullmatch(value):
        return MARK + value
    return value


def meant(cell: str) -> str:
    """What a cell says that was written by `inert`: the other way round."""
    return cell[1:] if cell.startswith(MARK) and RUNS.match(cell) else cell


def inert_rows(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows with headings, all of it inert."""
    return [{inert(name): inert(value) for name, value in row.items()} for row in rows]
