"""Text on its way into a spreadsheet: a formula becomes text wherever CSV is written, and numbers stay numbers."""

import pytest

from lsk_metrics import printing
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.answer import Answer
from lsk_metrics.spreadsheets import inert, meant

WIDE = "\N{FULLWIDTH EQUALS SIGN}1"


@pytest.mark.parametrize(
    ("said", "cell"),
    [("=1+1", "'=1+1"), ("+48 12", "'+48 12"), ("-Beta", "'-Beta"), ("@home", "'@home"), ("\t=1", "'\t=1"),
     ("\r=1", "'\r=1"), ("'=1", "''=1"), (WIDE, "'" + WIDE), ("-3.5", "-3.5"), ("-3,5", "-3,5"), ("+1", "+1"),
     ("-1e-05", "-1e-05"), ("a=b", "a=b"), ("", ""), ("'90s", "'90s"), (-3.5, -3.5), (None, None)],
)  # fmt: skip
def test_only_what_a_spreadsheet_would_run_gets_a_mark(said: object, cell: object) -> None:
    assert inert(said) == cell
    if isinstance(said, str):
        assert meant(str(cell)) == said


def test_csv_of_the_command_runs_nothing_and_keeps_negative_numbers() -> None:
    rows = [{"name": '=HYPERLINK("http://x")', "value": -1.5}, {"name": "@x", "value": 2}]
    assert printing.printed(rows, "csv") == 'name,value\n"\'=HYPERLINK(""http://x"")",-1.5\n\'@x,2'


def test_csv_of_a_page_runs_nothing(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = answer("members_by_town", {})
    monkeypatch.setattr(Answer, "place", lambda self, code: "=1+1")
    lines = csv_file(found).decode("utf-8-sig").splitlines()
    assert {line.split(",")[2] for line in lines[1:]} == {"'=1+1"}
