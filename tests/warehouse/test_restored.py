"""A snapshot made from a pack is what the pack says, is told apart, and is never what a build points readers at."""

from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from lsk_metrics.errors import SnapshotError
from lsk_metrics.indicators import holdings
from lsk_metrics.ingest.build import build, inputs_sha256
from lsk_metrics.warehouse import pointers, restored, snapshots
from lsk_metrics.warehouse.restored import Table

SCHEMA = [
    "CREATE TABLE snapshot(id VARCHAR PRIMARY KEY, built_at TIMESTAMP, data_sha256 VARCHAR, program VARCHAR);",
    "CREATE TABLE figures(n INTEGER CHECK(n > 0), share DECIMAL(5,2), said VARCHAR);",
    "CREATE VIEW large AS SELECT n FROM figures WHERE n > 1;",
    "COMMENT ON TABLE figures IS 'it''s said';",
]
NAME = "20200101-aaaaaaaa"
SIGNED = Table("snapshot", ["id", "built_at", "data_sha256", "program"], [(NAME, None, "a" * 64, "0.1.0")])


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    snapshots.folder().mkdir()
    return snapshots.folder()


def figures(*rows: tuple[Any, ...]) -> Table:
    return Table("figures", ["n", "share", "said"], list(rows))


def test_rows_come_back_in_their_order_with_nothing_apart_from_an_empty_word(place: Path) -> None:
    from decimal import Decimal

    tables = [SIGNED, figures((3, Decimal("1.50"), ""), (1, None, None), (2, Decimal("0.25"), "Łódź ’26"))]
    restored.rebuild(NAME, SCHEMA, tables)
    assert restored.unlike(NAME, tables) == ""
    assert restored.unlike(NAME, [SIGNED, figures(*tables[1].rows[::-1])]) == "figures"
    assert restored.unlike(NAME, [SIGNED]) == "figures"
    assert pointers.current() is None
    assert sorted(path.name for path in place.iterdir()) == [f"{NAME}.duckdb", f"{NAME}.restored"]


@pytest.mark.parametrize(
    ("statements", "tables", "said"),
    [
        (SCHEMA, [SIGNED, figures((0, None, None))], "Rows of the table “figures” do not fit the schema"),
        (SCHEMA, [SIGNED, figures((1, "much", None))], "Rows of the table “figures” do not fit the schema"),
        (SCHEMA, [SIGNED, Table("figures", ["n"], [(1,)])], "The columns of the table “figures” are not those"),
        (SCHEMA, [SIGNED], "The table “figures” of the pack cannot be made again"),
        (SCHEMA, [SIGNED._replace(rows=[("20200102-bbbbbbbb", None, "", "")]), figures()], "are not those of snapshot"),
        (["DROP TABLE figures;"], [SIGNED], "holds more than tables and views: DROP"),
        (["CREATE TABLE a(n INTEGER); DROP TABLE a;"], [SIGNED], "The pack’s schema cannot be used"),
        (["CREATE TABLE a AS FROM read_csv('/etc/passwd');"], [SIGNED], "The pack’s schema cannot be used"),
        (["ATTACH '/tmp/elsewhere.duckdb';"], [SIGNED], "holds more than tables and views"),
        (['CREATE TABLE "a"" b"(n INTEGER);'], [Table('a" b', ["n"], [])], "is no name of a table"),
    ],
)
def test_what_does_not_make_that_snapshot_leaves_nothing(
    statements: list[str], tables: list[Table], said: str, place: Path
) -> None:
    with pytest.raises(SnapshotError, match=said):
        restored.rebuild(NAME, statements, tables)
    assert list(place.iterdir()) == []


def test_a_build_makes_its_own_snapshot_beside_one_from_a_pack_that_says_it_is_the_same(
    home: Path, snapshot: str, place: Path
) -> None:
    copy(home / "snapshots" / f"{snapshot}.duckdb", place)
    restored.note(snapshot)
    found = snapshots.find(snapshot)
    assert found is not None
    assert (found.restored, found.data_sha256) == (True, inputs_sha256())
    assert build().made
    [now] = [each for each in snapshots.listing() if each.current]
    assert not now.restored


def test_a_schema_is_told_in_the_same_order_before_and_after(home: Path, snapshot: str, place: Path) -> None:
    copy(home / "snapshots" / f"{snapshot}.duckdb", place)
    before = holdings.schema(snapshot), holdings.holdings(snapshot)
    tables = [Table(each.name, list(each.columns), each.rows) for each in before[1]]
    (place / f"{snapshot}.duckdb").unlink()
    restored.rebuild(snapshot, before[0], tables)
    assert (holdings.schema(snapshot), holdings.holdings(snapshot)) == before
