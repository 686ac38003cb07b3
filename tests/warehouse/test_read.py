"""The read door: the right rows, for many readers at once, and nothing but rows."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import gettempdir

import duckdb
import pytest

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse import read

AREAS = ["BioF", "R&D", "Edu", "Med", "Biz", "Gov"]


def test_rows_are_dictionaries_in_the_order_of_the_query(snapshot: str) -> None:
    assert [row["code"] for row in read.rows("SELECT code FROM areas ORDER BY sort")] == AREAS
    assert [row["code"] for row in read.rows("SELECT code FROM areas ORDER BY sort DESC")] == AREAS[::-1]


def test_parameters_are_bound_and_never_become_part_of_the_query(snapshot: str) -> None:
    sql = "SELECT code FROM areas WHERE code = $code"
    assert read.rows(sql, {"code": "Med"}) == [{"code": "Med"}]
    assert read.rows(sql, {"code": "x' OR 'a' = 'a"}) == []


def test_what_does_not_fit_into_memory_is_put_aside_apart_from_any_other_program(snapshot: str) -> None:
    [row] = read.rows("SELECT current_setting('temp_directory') AS aside")
    aside = Path(row["aside"])
    assert aside.parent == Path(gettempdir())
    assert not aside.exists()  # nothing had to be


def test_the_snapshot_asked_for_by_name_is_the_one_that_is_read(snapshot: str) -> None:
    assert read.version() == snapshot
    assert read.rows("SELECT id FROM snapshot", snapshot=snapshot) == [{"id": snapshot}]


@pytest.mark.parametrize("name", ["20190101-00000000", "../current"])
def test_a_snapshot_nobody_made_is_refused(name: str, snapshot: str) -> None:
    with pytest.raises(SnapshotError, match="“lsk snapshots” lists those there are"):
        read.rows("SELECT 1", snapshot=name)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO helix VALUES ('media', 'Media', 'Media', 9)",
        "UPDATE claims SET value = 96 WHERE id = 'members_2018'",
        "DELETE FROM observations",
        "DROP TABLE members",
        "CREATE TABLE note AS SELECT 1 AS one",
        "CREATE TABLE memory.main.note AS SELECT 1 AS one",
        "SELECT * FROM read_text('{file}')",
        "SELECT * FROM read_csv('{file}')",
        "SELECT * FROM glob('{folder}/*')",
        "COPY areas TO '{folder}/areas.csv'",
        "EXPORT DATABASE '{folder}/all'",
        "ATTACH '{folder}/other.duckdb' AS other",
        "ATTACH ':memory:' AS other",
        "SET enable_external_access = true",
        "SET threads = 1",
        "RESET lock_configuration",
        "INSTALL httpfs",
        "LOAD httpfs",
    ],
)
def test_whatever_is_no_question_about_the_snapshot_is_refused(sql: str, snapshot_file: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n", encoding="utf-8")
    before = hashlib.sha256(snapshot_file.read_bytes()).hexdigest()
    with pytest.raises((duckdb.Error, SnapshotError)):
        read.rows(sql.format(file=secret, folder=tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
    assert hashlib.sha256(snapshot_file.read_bytes()).hexdigest() == before


def test_eight_readers_at_once_each_get_their_own_rows(snapshot: str) -> None:
    """One connection shared by threads mixes up their rows; 8 threads of 50 questions would show it."""
    sql = "SELECT range + $start AS n FROM range($count) ORDER BY n"

    def reader(thread: int) -> int:
        right = 0
        for question in range(50):
            start, count = 1000 * thread + question, 1 + (7 * question + thread) % 40
            found = [row["n"] for row in read.rows(sql, {"start": start, "count": count})]
            right += found == list(range(start, start + count))
        return right

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(reader, range(8))) == [50] * 8


def test_eight_readers_of_the_tables_agree_with_one_reader(snapshot: str) -> None:
    sql = "SELECT year, value FROM observations WHERE region = $region AND dataset = $dataset ORDER BY ALL"
    asked = [{"region": region, "dataset": dataset} for region in ("PL21", "ES21", "ITC4", "SE22", "FI19")
             for dataset in ("rd_e_gerdreg", "tgs00007", "edat_lfse_04", "pat_ep_rtot", "hrst_st_rcat")]  # fmt: skip
    alone = [read.rows(sql, each) for each in asked]
    assert all(alone)
    with ThreadPoolExecutor(8) as threads:
        for _turn in range(16):
            assert list(threads.map(lambda each: read.rows(sql, each), asked)) == alone


@pytest.mark.parametrize(("rows", "alone"), [(read.ROWS_OF_ONE, True), (read.ROWS_OF_ONE + 1, False)])
def test_a_second_thread_is_there_where_it_would_find_something_to_read(rows: int, alone: bool, tmp_path: Path) -> None:
    file, every = tmp_path / "made.duckdb", "SELECT current_setting('threads')"
    with duckdb.connect(str(file)) as made:
        made.execute(f"CREATE TABLE observations AS SELECT range AS value FROM range({rows})")
        [usual] = made.execute(every).fetchone() or (0,)
    with read.opened(str(file), 0) as connection:
        assert connection.execute(every).fetchone() == (1 if alone else usual,)


def test_a_text_that_was_refused_once_is_refused_again(snapshot: str) -> None:
    for _time in range(2):
        with pytest.raises(SnapshotError, match="Only one question at a time"):
            read.rows("SELECT 1; SELECT 2")
