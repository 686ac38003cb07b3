"""A copy of an incoming table with every problem marked: cells coloured, a comment at each, and a sheet of them all."""

from collections import defaultdict
from pathlib import Path

from lsk_metrics.errors import RegisterRefused
from lsk_metrics.ingest.register import headings, lists
from lsk_metrics.ingest.register.books import Book, codes_sheet, columns_sheet, dress
from lsk_metrics.ingest.register.cells import Fault, Formula, text
from lsk_metrics.ingest.register.checking import Checked
from lsk_metrics.ingest.register.incoming import Incoming, sheet
from lsk_metrics.ingest.register.problems import Problem, Refused
from lsk_metrics.ingest.register.template import saved
from lsk_metrics.ingest.register.workbooks import PROBLEMS

Marks = dict[tuple[int, int], list[Problem]]


def write(incoming: Incoming, checked: Checked, path: Path) -> None:
    """Write the copy over what is there; raises RegisterRefused where no table can be read, or nothing written."""
    try:
        saved(path, copy(incoming, checked))
    except Refused as reason:
        raise RegisterRefused(f"{incoming.name} cannot be read as a table, so there is nothing to mark.") from reason


def copy(incoming: Incoming, checked: Checked) -> bytes:
    """The table anew, each cell where it was; formulas are text in it, so that the copy runs nothing."""
    table = checked.table
    marks: Marks = defaultdict(list)
    for each in checked.problems:
        if each.row:
            marks[each.row - 1, number(each.column) if each.column else 0].append(each)
    book = Book(frugal=True)
    ground = book.sheet(table.title("en"))
    others = lists.now()
    choices = codes_sheet(book, [table], others)
    columns_sheet(book, [table], others)
    for row, (line, cells) in enumerate(sheet(incoming, table).lines):
        if row == 0:
            known = [headings.field(text(cell), table) for cell in cells]
            language = "pl" if any(f and f.title("pl") == text(c) for f, c in zip(known, cells, strict=True)) else "en"
            dress(book, ground, {at: field for at, field in enumerate(known) if field}, choices, language)
        # A cell that is missing altogether is marked, too.
        last = max([len(cells), *(column + 1 for at, column in marks if at == line - 1)])
        for at in range(last):
            cell = cells[at] if at < len(cells) else None
            said = cell.text if isinstance(cell, Formula | Fault) else cell
            found = marks.get((line - 1, at))
            look = "wrong" if found else "needed" if row == 0 else "plain"
            year = row > 0 and at < len(known) and known[at] is not None and known[at].type == "year"  # type: ignore[union-attr]
            book.put(ground, line - 1, at, said, look, "year" if year else "number")
            if found:
                words = "\n\n".join(f"{each.problem} {each.mend}\n{each.problem_pl} {each.mend_pl}" for each in found)
                ground.write_comment(line - 1, at, words, {"x_scale": 3, "y_scale": 2, "author": "lsk"})
    listing(book, checked)
    return book.finished()


def listing(book: Book, checked: Checked) -> None:
    """All problems on a sheet of their own."""
    sheet = book.sheet(PROBLEMS)
    columns = (("Row – Wiersz", 8), ("Column – Kolumna", 10), ("Heading – Nagłówek", 22), ("Value – Wartość", 26),
               ("Problem", 48), ("How to mend it", 48), ("Problem po polsku", 48), ("Jak poprawić", 48))  # fmt: skip
    sheet.set_row(0, 34)
    for at, (heading, width) in enumerate(columns):
        book.put(sheet, 0, at, heading, "needed")
        sheet.set_column(at, at, width)
    for row, each in enumerate(checked.problems, 1):
        sheet.set_row(row, 62)
        place = (each.row, each.column, each.heading, each.value)
        for at, cell in enumerate((*place, each.problem, each.mend, each.problem_pl, each.mend_pl)):
            book.put(sheet, row, at, cell, "words", "year")
    sheet.freeze_panes(1, 0)


def number(letters: str) -> int:
    """The number of a column, from 0, by the name a spreadsheet shows."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found - 1
