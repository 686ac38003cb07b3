"""A build publishes a whole snapshot or nothing: whoever was reading goes on reading what there was."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from lsk_metrics import language
from lsk_metrics.errors import LskError, RowError, RuleError, SourceError
from lsk_metrics.indicators import answer
from lsk_metrics.ingest.build import build
from lsk_metrics.warehouse import read, snapshots

Change = Callable[[str, str, str], None]
MEMBERS, FIGURES = "register/members.csv", "raw/office/observations.csv"


def folder(data: Path) -> dict[str, str]:
    """Every file of the snapshot folder by its checksum."""
    files = sorted((data.parent / "home" / "snapshots").iterdir())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_first_build_makes_a_snapshot_and_the_second_finds_nothing_to_do(elsewhere: Path) -> None:
    first = build()
    before = folder(elsewhere)
    assert first.made
    assert sorted(before) == sorted([f"{first.snapshot}.duckdb", "current", "order"])
    second = build()
    assert (second.snapshot, second.made) == (first.snapshot, False)
    assert folder(elsewhere) == before


def test_changed_data_make_a_new_snapshot_and_the_old_one_can_still_be_read(published: str, change: Change) -> None:
    change(FIGURES, "1.95,p", "1.96,")
    second = build()
    assert second.made
    assert second.snapshot != published
    assert read.version() == second.snapshot
    assert [each.id for each in snapshots.listing()] == [second.snapshot, published]
    sql = "SELECT value, flag FROM observations WHERE region = 'XX1' AND year = 2019"
    assert read.rows(sql, snapshot=published) == [{"value": 1.95, "flag": "p"}]
    assert read.rows(sql) == [{"value": 1.96, "flag": ""}]


def test_a_build_tells_what_it_loads(elsewhere: Path) -> None:
    said: list[str] = []
    build(said.append)
    assert "members: 3 rows from register/members.csv" in said
    assert "observations: 4 rows from raw/office/observations.csv" in said


@pytest.mark.parametrize(
    ("file", "old", "new", "error", "words"),
    [
        (FIGURES, "1.95", "1;95", RowError, ["observations.csv", "line 3", "value", "“1;95”"]),
        (FIGURES, "YY1,2019", "ZZ1,2019", RowError, ["observations.csv", "line 5", "region", "regions: ZZ1"]),
        (MEMBERS, ",joined,", ",entered,", RowError, ["members.csv", "“entered”", "“members”"]),
        (MEMBERS, "Beta Ltd", "Beta, Ltd", SourceError, ["members.csv", "line 3", "9 cells", "8"]),
        (FIGURES, "XX1,2019", "XX1,2190", RuleError, ["years are possible", "year = 2190"]),
        ("reference/regions.csv", "home,,", "domestic,,", RuleError, ["there is one home region", "home_regions = 0"]),
    ],
    ids=["a wrong type", "a broken reference", "a strange column", "a comma too many", "a year to come", "no home"],
)  # fmt: skip
def test_what_is_wrong_is_named_and_the_current_snapshot_stays_as_it_was(
    file: str,
    old: str,
    new: str,
    error: type[LskError],
    words: list[str],
    elsewhere: Path,
    published: str,
    change: Change,
) -> None:
    before = folder(elsewhere)
    change(file, old, new)
    with pytest.raises(error) as reason:
        build()
    assert [word for word in words if word not in str(reason.value)] == []
    assert folder(elsewhere) == before
    assert read.version() == published


def test_without_any_snapshot_a_failed_build_leaves_none(elsewhere: Path, change: Change) -> None:
    change(FIGURES, "1.95", "1;95")
    with pytest.raises(RowError):
        build()
    assert folder(elsewhere) == {}
    assert snapshots.current() is None


def test_a_missing_reference_table_is_named(elsewhere: Path) -> None:
    (elsewhere / "reference" / "areas.csv").unlink()
    with pytest.raises(SourceError, match=r"areas\.csv cannot be read: it is missing"):
        build()


def test_the_same_program_answers_for_another_region_with_another_register(published: str) -> None:
    members = answer("members", snapshot=published)
    assert [(row.year, row.value, row.kind) for row in members.rows if row.kind == "register"] == [
        (2010, 2, "register"), (2011, 2, "register"), (2012, 3, "register")]  # fmt: skip
    assert members.sentence == "The cluster grew from 2 members in 2010 to 3 in 2012, 1.5 times as many."
    spending = answer("gerd_share_of_gdp", snapshot=published)
    assert spending.sentence.startswith(
        "Near: R&D expenditure as a share of GDP rose from 1.25% in 2018 to 1.95% in 2019"
    )
    language.use("pl")
    assert spending.place("YY1") == "Daleko"


def test_an_empty_cell_is_a_row_without_a_value(published: str) -> None:
    found = answer("gerd_share_of_gdp", {"places": "YY1"}, published)
    assert [(row.year, row.value, row.flag) for row in found.rows] == [(2018, None, ""), (2019, 1.5, "b")]
    assert found.value(found.rows[0]) == "no figure"
