"""The views of a small snapshot are worked out once: the same rows, and a view that cannot be is asked as before."""

from pathlib import Path

import duckdb
import pytest

from lsk_metrics.warehouse import read

KEPT = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'memory' ORDER BY ALL"
VIEWS = "SELECT view_name AS name FROM duckdb_views() WHERE database_name = 'snapshot' AND NOT internal ORDER BY ALL"


def made(file: Path, rows: int, *views: str) -> duckdb.DuckDBPyConnection:
    """A connection to a file with one table, of this many rows, and these views."""
    with duckdb.connect(str(file)) as new:
        new.execute(f"CREATE TABLE members AS SELECT range AS id, range % 3 AS area FROM range({rows})")
        for view in views:
            new.execute(view)
    read.opened.cache_clear()
    return read.opened(str(file), 0)


def test_a_view_has_the_rows_in_memory_that_it_has_in_the_file(snapshot: str) -> None:
    names = [row["name"] for row in read.rows(VIEWS, snapshot=snapshot)]
    assert {"members_at", "home", "published_points"} <= set(names)
    for name in names:
        kept = read.rows(f"SELECT * FROM {name} ORDER BY ALL", snapshot=snapshot)
        assert kept == read.rows(f"SELECT * FROM snapshot.main.{name} ORDER BY ALL", snapshot=snapshot)
    assert [row["table_name"] for row in read.rows(KEPT, snapshot=snapshot)] == names


def test_a_question_by_the_name_of_a_view_asks_for_what_was_kept(snapshot: str) -> None:
    read.rows("SELECT count(*) FROM members_at", snapshot=snapshot)
    with read.at(snapshot).cursor() as cursor:
        cursor.execute("INSERT INTO memory.main.members_at SELECT * FROM memory.main.members_at LIMIT 1")
        try:
            asked = read.rows("SELECT count(*) AS n FROM members_at -- with one more", snapshot=snapshot)
            own = read.rows("SELECT count(*) AS n FROM snapshot.main.members_at", snapshot=snapshot)
            assert asked[0]["n"] == own[0]["n"] + 1
        finally:
            read.opened.cache_clear()
            read.MEMORY.forget()


def test_a_view_that_cannot_be_worked_out_stays_a_view(tmp_path: Path) -> None:
    good = "CREATE VIEW by_area AS SELECT area, count(*) AS n FROM members GROUP BY area"
    bad = "CREATE VIEW wrong AS SELECT CAST('x' || id AS INTEGER) AS id FROM members"
    with made(tmp_path / "made.duckdb", 9, bad, good) as connection:
        assert connection.execute(KEPT).fetchall() == [("by_area",)]
        with pytest.raises(duckdb.ConversionException):
            connection.execute("SELECT id FROM snapshot.main.wrong").fetchall()
        assert connection.execute("SELECT count(*) FROM snapshot.main.members").fetchall() == [(9,)]


def test_those_of_a_large_snapshot_are_left_to_the_questions(tmp_path: Path) -> None:
    view = "CREATE VIEW by_area AS SELECT area, count(*) AS n FROM members GROUP BY area"
    with made(tmp_path / "made.duckdb", read.ROWS_OF_ONE + 1, view) as connection:
        assert connection.execute(KEPT).fetchall() == []
