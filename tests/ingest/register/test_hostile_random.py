"""Files of the register made up or damaged at random: each is read, or refused in sentences that can be printed."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lsk_metrics.errors import ValueRefused
from lsk_metrics.ingest.register import checking
from lsk_metrics.ingest.register.checking import Checked
from lsk_metrics.ingest.register.incoming import Incoming
from lsk_metrics.ingest.register.lists import Lists
from lsk_metrics.ingest.register.schema import TABLES
from lsk_metrics.ingest.register.schema import table as schema
from lsk_metrics.warehouse import comments
from tests.fuzzing import ODD, TEXTS, damaged, encoded, tries
from tests.ingest.register.conftest import M1, MEMBERS, book

BOOK = book([MEMBERS.strip().split(","), ["M1", "Alfa", "sme", "R&D", None, "Tarnów", "2018-05-03", None]])
with zipfile.ZipFile(io.BytesIO(BOOK)) as opened:
    PARTS = {name: opened.read(name) for name in opened.namelist()}
NAMED = {table: [field.name for field in schema(table).fields] for table in TABLES}


def seen(text: str) -> bool:
    """Whether a reader sees every letter of it."""
    return text.replace("\N{NO-BREAK SPACE}", " ").isprintable()


def read(content: bytes, now: Lists, table: str = "members") -> Checked:
    """What a check says of bytes: rows of plain text, or problems of one line each in both languages."""
    checked = checking.check(Incoming("x", content), schema(table), now)
    for each in checked.problems:
        for lang in ("en", "pl"):
            assert seen(each.sentence(lang)), each
            assert len(each.sentence(lang)) < 2_000
    if not checked.problems:
        cells = [cell for row in checked.rows for cell in row.values() if cell is not None]
        assert all(cell and cell.isprintable() and len(cell) <= 500 for cell in cells)
    return checked


@tries(200)
@given(data=st.data())
def test_a_text_file_with_bytes_changed(data: st.DataObject, now: Lists) -> None:
    read(data.draw(damaged((MEMBERS + M1 * 2).encode())), now)


@tries(150)
@given(data=st.data())
def test_a_workbook_with_bytes_changed(data: st.DataObject, now: Lists) -> None:
    read(data.draw(damaged(BOOK)), now)


@tries(120)
@given(data=st.data(), name=st.sampled_from(sorted(PARTS)))
def test_a_workbook_whose_parts_were_changed_before_packing(data: st.DataObject, name: str, now: Lists) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for part, content in PARTS.items():
            packed.writestr(part, data.draw(damaged(content)) if part == name else content)
    read(made.getvalue(), now)


@tries(120)
@given(data=st.data(), table=st.sampled_from(TABLES), encoding=st.sampled_from(["utf-8", "utf-16"]))
def test_cells_with_anything_in_them(data: st.DataObject, table: str, encoding: str, now: Lists) -> None:
    names = NAMED[table]
    rows = data.draw(st.lists(st.lists(TEXTS, min_size=len(names), max_size=len(names)), min_size=1, max_size=3))
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    read("\n".join([",".join(names), *quoted]).encode(encoding, "surrogatepass"), now, table)


@tries(200)
@given(text=TEXTS, author=TEXTS)
@example(text="\ud800", author="A")
def test_a_comment_is_kept_as_it_was_said_or_refused(
    text: str, author: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("LSK_HOME", str(tmp_path_factory.getbasetemp() / "comments"))
        try:
            made = comments.add("members", text, author)
        except ValueRefused as reason:
            assert seen(str(reason))
            return
        assert comments.listing().comments[-1] == made
        assert comments.listing().damaged == 0
        assert (made.text + made.author).isprintable()


LINE = b'{"indicator": "members", "about": "indicator", "text": "a", "author": "b", "at": "2026-05-21T10:00:00Z", ' \
       b'"snapshot": ""}'  # fmt: skip


@tries(200)
@given(data=st.data())
@example(data=LINE.replace(b'"a"', b"[" * 100_000))
@example(data=LINE.replace(b"2026", b"0001").replace(b"Z", b"+23:59"))
def test_a_damaged_line_of_the_file_of_comments_is_counted_and_passed_over(data: Any) -> None:
    content = data if isinstance(data, bytes) else data.draw(damaged(LINE))
    for line in content.splitlines():
        found = comments.read(line)
        assert found is None or found.indicator is not None


@pytest.mark.parametrize("letter", [each for each in ODD if len(each) == 1 and not each.isprintable()])
def test_a_letter_that_nobody_sees_is_refused(letter: str, now: Lists) -> None:
    content = encoded(MEMBERS + M1.replace("Alfa", f"Al{letter}fa"))
    assert read(content, now).problems
