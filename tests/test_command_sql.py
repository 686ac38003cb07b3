"""`lsk sql`: a query of one's own from a terminal, through the same door as the page."""

import csv
import io
import json
from collections.abc import Callable

import pytest

from lsk_metrics.__main__ import main

Run = Callable[..., tuple[int, str, str]]
SQL = "SELECT code, sort FROM areas ORDER BY sort LIMIT 2"


@pytest.fixture
def lsk(snapshot: str, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command and gives its status, what it printed and what it said beside."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["sql", *arguments])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def test_rows_are_printed_in_each_form(lsk: Run) -> None:
    assert lsk(SQL)[1].split() == ["code", "sort", "----", "----", "BioF", "1", "R&D", "2"]
    assert lsk(SQL, "--format", "csv")[1] == "code,sort\nBioF,1\nR&D,2\n"
    assert json.loads(lsk(SQL, "--format", "json")[1]) == [{"code": "BioF", "sort": 1}, {"code": "R&D", "sort": 2}]


def test_a_query_is_read_from_a_pipe(lsk: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(SQL + "\n"))
    assert lsk("-", "--format", "csv")[1] == "code,sort\nBioF,1\nR&D,2\n"


def test_the_snapshot_named_is_the_one_that_is_asked(lsk: Run, snapshot: str) -> None:
    assert lsk("SELECT id FROM snapshot", "--snapshot", snapshot, "--format", "csv")[1] == f"id\n{snapshot}\n"


def test_no_rows_are_still_a_table_with_its_heading(lsk: Run) -> None:
    assert lsk("SELECT code, sort FROM areas WHERE false", "--format", "csv")[1] == "code,sort\n"
    assert lsk("SELECT code FROM areas WHERE false", "--format", "json")[1] == "[]\n"


def test_what_must_be_said_of_the_rows_is_said_beside_them(lsk: Run) -> None:
    status, out, err = lsk("SELECT id FROM members ORDER BY id", "--limit", "1", "--format", "csv")
    assert (status, out) == (0, "id\nM001\n")
    assert "These are the first 1 rows; there are more." in err
    assert "the made-up sample register" in err
    assert lsk("SELECT count(*) AS n FROM members", "--real", "--format", "csv")[1:] == ("n\n0\n", "")


def test_the_schema_names_every_column_and_its_comment(lsk: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(lsk("--schema", "--format", "csv")[1])))
    assert {"table": "members", "column": "joined", "type": "DATE", "comment": ""} in rows
    assert {
        "table": "home",
        "column": "",
        "type": "view",
        "comment": "The region the dashboard is about: one row.",
    } in rows
    members = next(row for row in rows if row["table"] == "members")
    assert members["comment"] == "Who belongs to the cluster, from when to when."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["FROM membres"], "There is no table “membres” that can be read here. Did you mean “members”?"),
        (["SELECT jioned FROM members"], 'Candidate bindings: "joined"'),
        (["DROP TABLE members"], "Only questions are answered"),
        (["SELECT * FROM read_csv('a.csv')"], "The function “read_csv” is closed here"),
        (["SELECT 1", "--limit", "0"], "--limit takes a number from 1 to 100000, not 0."),
        (["SELECT 1", "--snapshot", "20190101-00000000"], "There is no snapshot called “20190101-00000000”"),
        ([], "There is no query."),
    ],
)
def test_what_cannot_be_answered_ends_with_one_and_a_sentence(lsk: Run, arguments: list[str], sentence: str) -> None:
    status, out, err = lsk(*arguments)
    assert (status, out) == (1, "")
    assert sentence in err
    assert err.startswith("lsk: ")
