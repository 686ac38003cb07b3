"""A draft with one row in each list that others refer to: the ground on which single rows can be right or wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lsk_metrics.warehouse.draft import Draft, Text, draft

SOURCE = {"producer": "Office", "producer_pl": "Urząd", "title": "Yearbook", "title_pl": "Rocznik", "licence": "free"}
CARD = {**SOURCE, "retrieved": "2020", "file": "raw/office/figures.csv", "sha256": "0" * 64}
NAME = {"name": "One", "name_pl": "Jeden", "sort": "1"}
PLACE = {"nuts3": "XX11", "nuts3_name": "X", "area_km2": "9.50", "tile_row": "1"}
ROWS: list[tuple[str, Text]] = [
    ("sources", {"id": "office", "kind": "published", **CARD}),
    ("sources", {"id": "register", "kind": "register", **CARD}),
    ("regions", {"code": "XX1", "role": "home", "country": "XX", "nuts_version": "2021", **NAME}),
    ("powiats", {"teryt": "01", "name": "pierwszy", "city": "false", "tile_column": "1", **PLACE}),
    ("powiats", {"teryt": "02", "name": "drugi", "city": "yes", "tile_column": "2", **PLACE}),
    ("towns", {"name": "Alfa", "teryt": "01", "latitude": "50.5", "longitude": "20.5"}),
    ("helix", {"code": "business", **NAME}),
    ("areas", {"code": "Biz", "helix": "business", **NAME}),
    ("value_chains", {"code": "health", "short": "One", "short_pl": "Jeden", **NAME}),
    ("member_types", {"code": "sme", **NAME}),
]


@pytest.fixture(scope="session")
def ground(home: Path) -> Iterator[Draft]:
    with draft() as made:
        for name, row in ROWS:
            made.load(name, [row], f"{name}.csv")
        yield made


@pytest.fixture
def table(ground: Draft) -> Iterator[Draft]:
    """The ground, brought back to what it was after each test."""
    ground.connection.execute("BEGIN")
    yield ground
    ground.connection.execute("ROLLBACK")
