"""Registers made up for tests, written in every way a person may write them."""

import csv
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.ingest.register import checking, importing, lists
from lsk_metrics.ingest.register.books import Book
from lsk_metrics.ingest.register.checking import Checked
from lsk_metrics.ingest.register.incoming import Incoming
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.problems import Problem
from lsk_metrics.ingest.register.schema import table as schema
from lsk_metrics.warehouse import read
from tests.ingest.conftest import CARD

MEMBERS = "id,name,type,area,value_chain,town,joined,left\n"
M1 = "M1,Alfa,sme,R&D,health,Tarnów,2018-05-03,\n"
Check = Callable[..., Checked]

# A small cluster whose register is a sample, and what its office brings.
HEADER = "id,name,type,area,value_chain,town,joined,left\n"
THREE = HEADER + "".join(f"N{at},Firm {at},sme,Biz,,Alfa,201{at}-05-01,\n" for at in range(3))
LEDGER = "id,purpose,name,amount_eur_m,year,lead_member,town,programme\n"
MONEY = LEDGER + "I1,project,Lab,1.5,2013,N1,Alfa,\n"
SAMPLES = {
    "members": HEADER + "".join(f"M{at},Sample {at},sme,Biz,,Alfa,201{at}-05-01,\n" for at in range(4)),
    "investments": LEDGER + "I1,project,Sample,2.5,2013,M1,Alfa,\nI2,infrastructure,Sample,1.5,2013,M1,Alfa,\n",
    "startups": "id,name,launched,town,area,status\nS1,Sample,2014-05-01,Alfa,Biz,active\n",
}


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


@pytest.fixture
def own(elsewhere: Path, tmp_path: Path) -> Path:
    """The folder of a small cluster, in `data`, whose register is a sample; its home is empty."""
    (elsewhere / "sources" / "own.toml").unlink()
    for table, text in SAMPLES.items():
        (elsewhere / "register" / f"{table}.csv").write_text(text, encoding="utf-8")
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
        file = f"register/{table}.csv"
        card = CARD.format(id=f"sample_{table}", kind="illustrative", table=table, file=file, sha256=sha256)
        (elsewhere / "sources" / f"sample_{table}.toml").write_text(card, encoding="utf-8")
    return tmp_path


def planned(folder: Path, text: str, table: str = "members") -> importing.Plan:
    path = folder / f"{table}.csv"
    path.write_text(text, encoding="utf-8")
    return importing.plan(path, table)


def state(home: Path) -> dict[str, bytes]:
    """Everything the register's folder holds, and where readers are pointed at."""
    files = [*(home / "register").rglob("*"), home / "snapshots" / "current"]
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in files if path.is_file()}


def counted(table: str) -> list[tuple[str, int]]:
    return [(row["kind"], row["n"]) for row in read.rows(f"SELECT kind, count(*) AS n FROM {table} GROUP BY kind")]
