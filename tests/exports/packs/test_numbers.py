"""The zip of a review is opened: every number in it is an answer's own, or a row of its snapshot."""

import csv
import io
import json
from pathlib import Path

import duckdb
import pytest
from pyarrow import parquet

from lsk_metrics import language
from lsk_metrics.indicators import Answer
from lsk_metrics.indicators.reviews import Review
from lsk_metrics.indicators.status import board

NUMBERS = ("value", "low", "high")
NUMBERS = ("value", "low", "high")


def stems(files: dict[str, bytes]) -> list[str]:
    return [
        name.removeprefix("data/").removesuffix(".sql") for name in files if name.endswith(".sql") and "data/" in name
    ]


def answers(told: Review) -> list[Answer]:
    return [found for at, found in enumerate(told.answers) if found not in told.answers[:at]]


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_every_answer_is_there_as_csv_and_parquet_with_every_digit(
    lang: str, told: Review, files: dict[str, bytes]
) -> None:
    language.use(lang)
    assert len(stems(files)) == len(answers(told))
    for stem, found in zip(stems(files), answers(told), strict=True):
        assert ("-illustrative" in stem) == ("illustrative" in found.kinds)
        rows = list(csv.DictReader(io.StringIO(files[f"data/{stem}-{lang}.csv"].decode("utf-8-sig"))))
        table = parquet.read_table(io.BytesIO(files[f"data/{stem}-{lang}.parquet"])).to_pylist()
        for name in NUMBERS:
            own = [getattr(row, name) for row in found.rows]
            if name in rows[0]:
                assert [float(row[name]) if row[name] else None for row in rows] == own
                assert [row[name] for row in table] == own
            else:  # a figure that is only known to be “over” something says so by its flag
                assert not found.indicator.variables and not found.parameters.target
        for held in (rows, table):
            assert [(row["place"], int(row["year"]), row["kind"]) for row in held] == [
                (row.place, row.year, row.kind) for row in found.rows
            ]
            assert [row["place_name"] for row in held] == [found.place(row.place) for row in found.rows]
        assert {row["unit"] for row in rows} == {found.unit}


def test_each_query_in_the_zip_gives_its_rows_when_run_by_hand(
    told: Review, files: dict[str, bytes], snapshot_file: Path
) -> None:
    with duckdb.connect(str(snapshot_file), read_only=True) as connection:
        for stem, found in zip(stems(files), answers(told), strict=True):
            if found.parameters.target or found.view:  # worked out from more than one query's rows
                continue
            values = json.loads(files[f"data/{stem}.parameters.json"])
            asked = connection.execute(files[f"data/{stem}.sql"].decode(), values)
            at = [column[0] for column in asked.description or []].index("value")
            rows = [float(row[at]) for row in asked.fetchall() if row[at] is not None]
            assert sorted(rows) == pytest.approx(sorted(row.value for row in found.rows if row.value is not None))


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_targets_are_there_with_their_numbers(lang: str, told: Review, files: dict[str, bytes]) -> None:
    language.use(lang)
    name = f"data/targets-illustrative-{lang}.csv"  # the sample's are, and there are no others yet
    assert (name in files) == bool(told.targets)
    rows = list(csv.DictReader(io.StringIO(files.get(name, b"").decode("utf-8-sig"))))
    for said, each in zip(rows, told.targets, strict=True):
        for name, value in board.row(each).items():
            assert (float(said[name]) if isinstance(value, int | float) else said[name]) == (
                "" if value is None else value
            )


def test_the_snapshots_own_tables_are_there_row_for_row(files: dict[str, bytes], snapshot_file: Path) -> None:
    with duckdb.connect(str(snapshot_file), read_only=True) as connection:
        tables = [name for (name,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        assert {f"snapshot/tables/{name}.parquet" for name in tables} == {
            name for name in files if name.startswith("snapshot/tables/")
        }
        for name in tables:
            held = parquet.read_table(io.BytesIO(files[f"snapshot/tables/{name}.parquet"]))
            own = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
            assert held.column_names == [column[0] for column in own.description or []]
            assert [tuple(row.values()) for row in held.to_pylist()] == own.fetchall()


def test_the_schema_in_the_zip_makes_the_tables_anew(files: dict[str, bytes], tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "anew.duckdb")) as connection:
        connection.execute(files["snapshot/schema.sql"].decode())
        made = connection.execute("SELECT count(*) FROM duckdb_tables()").fetchone()
        assert connection.execute("SELECT count(*) FROM labels").fetchone() == (0,)
    assert made == (len(json.loads(files["snapshot/contents.json"])["tables"]),)
