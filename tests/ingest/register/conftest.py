"""Registers made up for tests, written in every way a person may write them."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pytest

from lsk_metrics.ingest.register import checking, lists
from lsk_metrics.ingest.register.books import Book
from lsk_metrics.ingest.register.checking import Checked
from lsk_metrics.ingest.register.incoming import Incoming
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.problems import Problem
from lsk_metrics.ingest.register.schema import table as schema

MEMBERS = "id,name,type,area,value_chain,town,joined,left\n"
M1 = "M1,Alfa,sme,R&D,health,Tarnów,2018-05-03,\n"
Check = Callable[..., Checked]


@pytest.fixture(scope="session")
def now(home: object) -> Lists:
    """The lists of the data folder as it is committed."""
    return lists.now()


@pytest.fixture
def check(now: Lists) -> Check:
    """Checks text or bytes as a file of members, or of another table."""

    def checked(content: str | bytes, table: str = "members", against: Lists | None = None) -> Checked:
        data = content.encode("utf-8") if isinstance(content, str) else content
        return checking.check(Incoming("members.csv", data), schema(table), against or now)

    return checked


def book(rows: Sequence[Sequence[Any]], sheet: str = "Members") -> bytes:
    """A workbook with one sheet, each cell of its type."""
    made = Book()
    ground = made.sheet(sheet)
    for line, cells in enumerate(rows):
        for at, cell in enumerate(cells):
            if cell is not None:
                made.put(ground, line, at, cell)
    return made.finished()


def lines(rows: Sequence[Sequence[str]], separator: str, encoding: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def places(problems: Sequence[Problem]) -> list[tuple[int | None, str | None, str]]:
    return [(each.row, each.column, each.rule) for each in problems]


def tidy(row: Mapping[str, Any]) -> dict[str, str | None]:
    """A row as it is kept: dates in ISO, everything text."""
    return {
        name: value.isoformat() if isinstance(value, date) else None if value is None else str(value)
        for name, value in row.items()
    }
