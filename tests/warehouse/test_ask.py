"""The reader's door: what a query gives back, how much of it, of which kind, and what ends it."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import ask as door
from lsk_metrics.warehouse.ask import Asking, Found
from lsk_metrics.warehouse.grammar import Refusal

ENDLESS = "SELECT count(*) FROM range(1000000000000) AS a WHERE hash(a.range) = 7"
Ask = Callable[..., Found]


@pytest.fixture
def ask(snapshot: str) -> Ask:
    """Asks and gives the answer, which must be one."""

    def asked(sql: str, real: bool = False, limit: int = 10_000) -> Found:
        with Asking(sql, snapshot, real, limit) as question:
            question.wait()
        assert isinstance(question.result, Found), question.result
        return question.result

    return asked


def test_rows_come_with_names_and_types_in_the_order_of_the_query(ask: Ask) -> None:
    found = ask("SELECT code, sort FROM areas ORDER BY sort DESC")
    assert found.columns == ["code", "sort"]
    assert found.types == ["VARCHAR", "INTEGER"]
    assert [row[0] for row in found.rows] == ["Gov", "Biz", "Med", "Edu", "R&D", "BioF"]
    assert (found.cut, found.kinds) == ("", [])


def test_numbers_stay_numbers_and_everything_else_is_text(ask: Ask) -> None:
    found = ask(
        "SELECT 1.5::DECIMAL(38, 3) AS a, sum(range) AS b, DATE '2018-05-07' AS c, NULL AS d, true AS e, [1, 2] AS f, "
        "INTERVAL 1 DAY AS g, BLOB 'ab' AS h, 1e308 * 10 AS i, TIME '10:30' AS j FROM range(3)"
    )
    assert found.rows == [[1.5, 3, "2018-05-07", None, True, "[1, 2]", "1 day, 0:00:00", "6162", "inf", "10:30:00"]]


def test_a_number_no_spreadsheet_can_hold_keeps_its_digits_as_text(ask: Ask) -> None:
    assert ask("SELECT 12345678901234567890.123456789::DECIMAL(38, 9)").rows == [["12345678901234567890.123456789"]]


def test_the_first_rows_are_given_where_there_are_more_and_that_is_said(ask: Ask) -> None:
    found = ask("FROM range(1000000000000)", limit=1200)
    assert (len(found.rows), found.rows[-1], found.cut) == (1200, [1199], "rows")
    assert ask("FROM range(1200)", limit=1200).cut == ""


def test_rows_end_where_they_would_be_more_than_five_million_characters(ask: Ask) -> None:
    found = ask("SELECT repeat('x', 100000) FROM range(1000)")
    assert (len(found.rows), found.cut) == (50, "size")


@pytest.mark.parametrize(
    ("sql", "kinds"),
    [
        ("SELECT 1", []),
        ("FROM areas", []),
        ("FROM labels", []),
        ("FROM members", ["illustrative"]),
        ("SELECT count(*) FROM investments WHERE kind <> 'illustrative'", ["illustrative"]),
        ("FROM membership", ["illustrative"]),
        ("SELECT * FROM areas WHERE code IN (SELECT area FROM startups)", ["illustrative"]),
        ("WITH a AS (FROM members_at) SELECT * FROM helix, a", ["illustrative"]),
        ("SUMMARIZE members", ["illustrative"]),
        ("FROM published_points", ["published"]),
        ("FROM higher_education", ["published"]),
        ("FROM observations, members LIMIT 1", ["illustrative", "derived", "published"]),
    ],
)
def test_the_kinds_of_truth_are_those_in_whatever_is_named_however_deep(ask: Ask, sql: str, kinds: list[str]) -> None:
    assert ask(sql).kinds == kinds


def test_without_the_sample_its_rows_are_gone_and_so_are_those_counted_from_it(ask: Ask) -> None:
    for table in ("members", "investments", "startups", "members_at"):
        assert ask(f"SELECT count(*) FROM {table}", real=True).rows == [[0]]
    assert ask("FROM members", real=True).kinds == []
    assert ask("FROM claim_checks", real=True).kinds == ["published"]
    assert ask("SELECT count(*) FROM observations", real=True).rows == [[1894]]


def test_the_engine_says_where_a_query_is_wrong_and_what_may_be_meant(snapshot: str) -> None:
    with Asking("SELECT jioned FROM members", snapshot, False) as question:
        question.wait()
    assert isinstance(question.result, Refusal)
    assert question.result.reason == "wrong"
    assert '"joined"' in question.result.detail
    assert "LINE 1: SELECT jioned" in question.result.detail


def test_a_query_ends_at_its_limit_and_the_next_one_is_answered(snapshot: str, ask: Ask) -> None:
    begun = time.monotonic()
    with Asking(ENDLESS, snapshot, False, seconds=0.5) as question:
        question.wait()
    assert question.result == Refusal("time", "0.5")
    assert time.monotonic() - begun < 30
    assert ask("SELECT 1").rows == [[1]]


def test_leaving_a_query_ends_its_process(snapshot: str) -> None:
    with Asking(ENDLESS, snapshot, False) as question:
        assert not question.wait(1.5)
    assert question.wait(5)
    assert question.result == Refusal("cancelled")
    process = question._process  # what a reader cannot see must be gone as well
    assert process is not None
    assert not process.alive()


def test_two_queries_run_at_once_and_a_third_waits_its_turn(snapshot: str) -> None:
    with ExitStack() as leaving:
        running = [leaving.enter_context(Asking(ENDLESS, snapshot, False, seconds=3)) for _each in range(2)]
        time.sleep(0.1)
        third = leaving.enter_context(Asking("SELECT 1", snapshot, False))
        assert not third.wait(1)
        assert third.wait(40)
        assert isinstance(third.result, Found)
        assert {question.result for question in running if question.wait(0)} == {Refusal("time", "3")}


def test_readers_of_one_process_after_another_leave_each_other_nothing(ask: Ask, snapshot: str) -> None:
    ask("SELECT 'mine' AS secret")
    with Asking("SELECT secret", snapshot, False) as question:
        question.wait()
    assert isinstance(question.result, Refusal)
    assert "mine" not in question.result.detail


PROCESSES = Path("/proc")
with_processes = pytest.mark.skipif(not PROCESSES.is_dir(), reason="there is no /proc to look into")


@with_processes
def test_the_process_stands_back_and_holds_no_file_of_the_snapshot(snapshot: str, ask: Ask) -> None:
    ask("SELECT 1")
    [process, *_others] = [each for each in door._waiting if each.holds == (snapshot, False)]
    folder = PROCESSES / str(process.child.pid)
    opened = [str(link.readlink()) for link in (folder / "fd").iterdir()]
    assert not [name for name in opened if name.endswith((".duckdb", ".wal"))]
    assert field(folder, 19) == "19"
    names = {each.partition("=")[0] for each in (folder / "environ").read_text().split("\0") if each}
    assert names <= {"PATH", "LD_LIBRARY_PATH", "PYTHONPATH", "PYTHONUTF8", "LC_CTYPE"}


@with_processes
def test_a_process_ends_with_its_parent(snapshot: str) -> None:
    code = (
        "from lsk_metrics.warehouse.ask import take; from lsk_metrics.warehouse import snapshots; "
        "print(take(snapshots.current(), False).child.pid)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    folder, until = PROCESSES / done.stdout.strip(), time.monotonic() + 20
    while folder.is_dir() and field(folder, 3) != "Z" and time.monotonic() < until:
        time.sleep(0.1)
    assert time.monotonic() < until


def field(folder: Path, number: int) -> str:
    """A field of /proc/…/stat, as `man proc` numbers them: 3 is the state, 19 how far a process stands back."""
    return (folder / "stat").read_text().rsplit(")", 1)[1].split()[number - 3]


def test_a_snapshot_nobody_made_is_refused(snapshot: str) -> None:
    with pytest.raises(SnapshotError, match="“lsk snapshots” lists those there are"):
        Asking("SELECT 1", "20190101-00000000", False)
