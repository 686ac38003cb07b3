"""Cells of rows whose inner quotation marks were not doubled, where it is plain which they are; else none."""

import pytest

from lsk_metrics.warehouse.mending import Fragment, cells, rows


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ('"1";"A "q" B";"x"', ["1", 'A "q" B', "x"]),
        ('"1";"A \\"q\\" B";"x"\n', ["1", 'A "q" B', "x"]),
        ('"1";"A "q" and ""r""";"x"', ["1", 'A "q" and "r"', "x"]),
        ('"1";"a; b "c"\nd";""', ["1", 'a; b "c"\nd', ""]),
        ('"1";"A "q";"r" B";"x"', None),
        ('"1";"A "q" B"', None),
        ("1;A;x", None),
        ('"', None),
        ("", None),
    ],
)
def test_a_row_of_three_cells(row: str, found: list[str] | None) -> None:
    assert cells(row, 3) == found


def test_what_a_line_break_parted_is_put_together_and_what_stands_apart_is_not() -> None:
    pieces = [Fragment(5, "short", '"1";"A "q"'), Fragment(6, "short", 'B'), Fragment(7, "short", 'C";"x"'),
              Fragment(9, "short", '"2";"A "q"'), Fragment(11, "short", 'B";"x"')]  # fmt: skip
    assert [(piece.line, found) for piece, found in rows(pieces, 3)] == [
        (5, ["1", 'A "q"\nB\nC', "x"]), (9, None), (11, None),
    ]  # fmt: skip


def test_a_row_with_nothing_wrong_in_its_marks_is_left_alone() -> None:
    assert cells('"1";"A ""q"" B";"x"', 3) is None
    assert cells('"1";"A";"x\ny"', 3) is None
