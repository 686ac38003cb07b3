"""A row that does not fit is refused with its file, line, column and value; nothing of its file is loaded."""

from pathlib import Path

import pytest

from lsk_metrics.errors import RowError
from lsk_metrics.warehouse.draft import Draft, Text, draft

TOWN: Text = {"name": "Beta", "teryt": "01", "latitude": "50.25", "longitude": "20.75"}
SEEN: Text = {
    "source": "office", "dataset": "d1", "breakdown": None, "unit": "PC", "region": "XX1", "year": "2018",
    "value": "4.5", "flag": None, "kind": "published",
}  # fmt: skip
MEMBER: Text = {
    "id": "M1", "name": "One", "type": "sme", "area": "Biz", "value_chain": None, "town": "Alfa",
    "joined": "2010-05-01", "left": None, "kind": "register", "source": "register",
}  # fmt: skip


def refused(table: Draft, name: str, rows: list[Text]) -> str:
    """What is said of rows that cannot be loaded; the table stays as it was."""
    before = table.rows(f'SELECT count(*) AS rows FROM "{name}"')
    with pytest.raises(RowError) as reason:
        table.load(name, rows, f"{name}.csv")
    assert table.rows(f'SELECT count(*) AS rows FROM "{name}"') == before
    return str(reason.value)


def test_rows_of_text_become_values_of_the_schema_s_types(table: Draft) -> None:
    assert table.load("towns", [TOWN], "towns.csv") == 1
    assert table.rows("FROM towns WHERE name = 'Beta'") == [
        {"name": "Beta", "teryt": "01", "latitude": 50.25, "longitude": 20.75}]  # fmt: skip
    assert table.rows("SELECT city, area_km2, tile_row FROM powiats ORDER BY teryt") == [
        {"city": False, "area_km2": 9.5, "tile_row": 1}, {"city": True, "area_km2": 9.5, "tile_row": 1}]  # fmt: skip


def test_an_empty_value_is_missing_and_never_zero_while_an_empty_flag_says_nothing(table: Draft) -> None:
    table.load("observations", [{**SEEN, "value": None}], "observations.csv")
    [row] = table.rows("SELECT value, flag, breakdown FROM observations")
    assert row == {"value": None, "flag": "", "breakdown": ""}


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("towns", {**TOWN, "latitude": "50,25"}, "line 3: latitude is “50,25”, which is no double."),
        ("observations", {**SEEN, "year": "2O18"}, "line 3: year is “2O18”, which is no integer."),
        ("observations", {**SEEN, "value": "b 4.5"}, "line 3: value is “b 4.5”, which is no double."),
        (
            "members",
            {**MEMBER, "id": "M2", "joined": "2010-02-30"},
            "line 3: joined is “2010-02-30”, which is no date.",
        ),
        ("towns", {**TOWN, "name": None}, "line 3: name is empty."),
        ("members", {**MEMBER, "id": "M2", "joined": None}, "line 3: joined is empty."),
        ("members", {**MEMBER, "id": "M2", "town": "Omega"}, "line 3: town is not in the table towns: Omega"),
        ("members", {**MEMBER, "id": "M2", "type": "SME"}, "line 3: type is not in the table member_types: SME"),
        ("observations", {**SEEN, "region": "XX9"}, "line 3: region is not in the table regions: XX9"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_wrong_cell_is_named(name: str, row: Text, said: str, table: Draft) -> None:
    good = {"towns": TOWN, "observations": SEEN, "members": MEMBER}[name]
    assert refused(table, name, [good, row]) == f"{name}.csv: 1 cells or rows cannot be loaded.\n  {said}"


@pytest.mark.parametrize(
    ("name", "row", "words"),
    [
        ("towns", {**TOWN, "latitude": "-95.5"}, ("line 2", "latitude", "-95.5")),
        ("members", {**MEMBER, "left": "2009-12-31"}, ("line 2", "left", "2009-12-31", "joined", "2010-05-01")),
        ("observations", {**SEEN, "kind": "guessed"}, ("line 2", "kind", "guessed")),
    ],
    ids=["beyond the pole", "left before joined", "an unknown kind"],
)
def test_a_row_that_fails_a_check_is_named_with_what_fails(
    name: str, row: Text, words: tuple[str, ...], table: Draft
) -> None:
    said = refused(table, name, [row])
    assert [word for word in words if word not in said] == []


@pytest.mark.parametrize(
    ("name", "row", "said"),
    [
        ("observations", {**SEEN, "value": "NaN"}, "value is “NaN”"),
        ("observations", {**SEEN, "value": "inf"}, "value is “inf”"),
        ("observations", {**SEEN, "year": "2018.7"}, "year is “2018.7”"),
    ],
    ids=["not a number", "infinite", "a broken year"],
)
def test_a_cell_that_would_be_changed_by_reading_it_is_refused(name: str, row: Text, said: str, table: Draft) -> None:
    assert said in refused(table, name, [row])


def test_a_key_that_stands_twice_is_named_with_both_lines(table: Draft) -> None:
    said = refused(table, "observations", [SEEN, {**SEEN, "year": "2019"}, {**SEEN, "value": "5"}])
    assert "line 2 and 4" in said
    assert "stands more than once: office, d1, , PC, XX1, 2018" in said


def test_a_key_that_another_file_has_brought_already_is_named(table: Draft) -> None:
    table.load("towns", [TOWN], "towns.csv")
    assert "name stands more than once: Beta" in refused(table, "towns", [TOWN])


def test_many_wrong_cells_are_counted_and_the_first_twenty_listed(table: Draft) -> None:
    said = refused(table, "observations", [{**SEEN, "value": "?", "year": str(1950 + at)} for at in range(30)])
    assert said.startswith("observations.csv: 30 cells or rows cannot be loaded.")
    assert len(said.splitlines()) == 21


def test_a_column_the_table_does_not_have_is_named(table: Draft) -> None:
    said = refused(table, "towns", [{**TOWN, "mayor": "Nowak"}])
    assert said == "towns.csv: the column “mayor” does not belong to the table “towns”."


def test_a_draft_that_is_not_published_leaves_no_file(home: Path) -> None:
    with pytest.raises(ZeroDivisionError), draft() as made:
        path = made.path
        assert path.is_file()
        raise ZeroDivisionError
    assert not path.exists()
    assert not path.with_name(path.name + ".wal").exists()
