"""Cells of rows whose inner quotation marks were not doubled, where it is plain which they are; else none."""

import pytest

from lsk_metrics.warehouse.mending import cells


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


def test_a_row_with_nothing_wrong_in_its_marks_is_left_alone() -> None:
    assert cells('"1";"A ""q"" B";"x"', 3) is None
    assert cells('"1";"A";"x\ny"', 3) is None
