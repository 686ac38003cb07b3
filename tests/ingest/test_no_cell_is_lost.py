"""Every cell with something in it arrives: counted column by column in the files, then in the snapshot."""

import csv
from pathlib import Path

import pytest

from lsk_metrics import paths
from lsk_metrics.ingest import source
from lsk_metrics.ingest.build import REFERENCE
from lsk_metrics.warehouse import read

FILLED_IN = {"flag", "breakdown"}  # empty text, not missing, where the file has an empty cell


def cells(path: Path) -> dict[str, int]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {"rows": len(rows)} | {name: sum(row[name].strip() != "" for row in rows) for name in rows[0]}


def loaded(table: str, names: list[str], where: str) -> dict[str, int]:
    counts = [f"count(*) FILTER (WHERE \"{name}\" <> '') AS \"{name}\"" if name in FILLED_IN
              else f'count("{name}") AS "{name}"' for name in names]  # fmt: skip
    return dict(read.rows(f'SELECT count(*) AS rows, {", ".join(counts)} FROM "{table}" WHERE {where}')[0])


def test_of_every_file_with_a_card(snapshot: str) -> None:
    tables = [card for card in source.cards() if card.table and card.path().suffix == ".csv"]
    figures, register = {"observations", "powiat_figures", "higher_education"}, {"members", "investments", "startups"}
    assert {card.table for card in tables} == figures | register | {"towns", "targets", "evidence"}
    for card in tables:
        expected = cells(card.path())
        names = [name for name in expected if name != "rows"]
        mine = f"source = '{card.id}'" if card.table != "towns" else "true"
        assert loaded(card.table or "", names, mine) == expected, card.id


def test_of_the_events_those_alone_wait_whose_source_is_not_here(snapshot: str) -> None:
    path = paths.data() / "reference" / "events.csv"
    with path.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    cards = {card.id for card in source.cards()}
    kept = {row["id"] for row in read.rows("SELECT id FROM events")}
    assert [row["source"] for row in written if row["id"] not in kept] == ["cordis_h2020", "cordis_horizon_europe"]
    assert kept == {row["id"] for row in written if row["source"] in cards}


@pytest.mark.parametrize("table", sorted(set(REFERENCE) - {"events"}))
def test_of_every_reference_list(table: str, snapshot: str) -> None:
    expected = cells(paths.data() / "reference" / f"{table}.csv")
    names = [name for name in expected if name != "rows"]
    assert loaded(table, names, "true") == expected


def test_tables_hold_what_their_files_hold_and_nothing_besides(snapshot: str) -> None:
    totals = {
        "observations": 1894, "powiat_figures": 264, "higher_education": 34, "powiats": 22, "regions": 35,
        "areas": 6, "helix": 4, "value_chains": 2, "segments": 8, "member_types": 4,
    }  # fmt: skip
    assert {table: read.rows(f"SELECT count(*) AS n FROM {table}")[0]["n"] for table in totals} == totals
