"""Figures of powiats come from the Local Data Bank page by page; a cell that was not published is missing, not 0."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import paths
from lsk_metrics.errors import NameUnknown, SourceError
from lsk_metrics.ingest import source
from lsk_metrics.ingest.importers import bdl as importer
from lsk_metrics.ingest.services import bdl


def shipped() -> dict[tuple[str, str], str]:
    path = paths.data() / "raw" / "powiat_figures_bdl" / "figures.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return {(row["teryt"], row["year"]): row["value"] for row in csv.DictReader(file)}


def unit(teryt: str, attribute: int = 1) -> dict[str, Any]:
    """A powiat as the service gives it, its id as twelve digits."""
    cells = [
        {"year": year, "val": float(value) if attribute else 0, "attrId": attribute}
        for (code, year), value in shipped().items() if code == teryt
    ]  # fmt: skip
    return {"id": f"01{teryt[:2]}121{teryt[2:]}000", "name": f"Powiat {teryt}", "values": cells}


def page(units: list[dict[str, Any]], total: int) -> bytes:
    body = {"totalRecords": total, "page": 0, "pageSize": 100, "variableId": 155, "results": units}
    return json.dumps(body).encode("utf-8")


@pytest.fixture
def bank(office: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The bank, with all powiats on one page and one other unit among them."""
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LSK_BDL_URL", office.url.rpartition("/")[0] + "/api/v1/")
    monkeypatch.setattr(bdl, "PAUSE_S", 0)
    units = [unit(teryt) for teryt in sorted({code for code, _ in shipped()})]
    others = [{"id": "011200000000", "name": "WHOLE", "values": [{"year": "2024", "val": 9.0, "attrId": 1}]}]
    office.answers = [lambda desk: desk.give(200, page([*others, *units], 23), {"ETag": '"1"'})]
    return office


def test_the_answers_give_the_embedded_figures_number_by_number(bank: Any) -> None:
    assert bdl.fetch(lambda line: None, "powiat_figures_bdl") == ["powiat_figures_bdl"]
    card = next(card for card in source.cards() if card.id == "powiat_figures_bdl")
    rows = importer.read(card.path(), card.fetch)
    assert {(str(row["teryt"]), str(row["year"])): row["value"] for row in rows} == shipped()
    assert (len(rows), shipped()["1201", "2015"]) == (66, "17462.0")
    assert {(row["measure"], row["unit"]) for row in rows} == {("post_working_age", "persons")}
    assert bank.asked[0]["path"] == (
        "/api/v1/data/by-variable/155?unit-parent-id=011200000000&unit-level=5&page=0&page-size=100&format=json&lang=en"
    )
    assert "x-clientid" not in bank.asked[0]


def test_a_second_fetch_finds_nothing_new_and_a_key_goes_along(bank: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bdl.fetch(lambda line: None, "powiat_figures_bdl")
    monkeypatch.setenv("LSK_BDL_KEY", "my-key")
    bank.answers = [lambda desk: desk.give(304, b"", {})]
    assert bdl.fetch(lambda line: None, "powiat_figures_bdl") == []
    assert (bank.asked[1]["x-clientid"], bank.asked[1]["if-none-match"]) == ("my-key", '"1"')


def test_more_than_a_page_is_asked_for_page_by_page(bank: Any) -> None:
    units = [unit(teryt) for teryt in sorted({code for code, _ in shipped()})]
    bank.at = {"page=0&": lambda desk: desk.give(200, page(units[:12], 122), {}),
               "page=1&": lambda desk: desk.give(200, page(units[12:], 122), {})}  # fmt: skip
    assert bdl.fetch(lambda line: None, "powiat_figures_bdl") == ["powiat_figures_bdl"]
    assert len(bank.asked) == 2


def test_a_cell_that_was_not_published_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "a.bdl.json"
    units = [unit(teryt, attribute=0 if teryt == "1201" else 1) for teryt in sorted({code for code, _ in shipped()})]
    path.write_bytes(b"[" + page(units, 22) + b"]")
    card = source.fetchable("bdl")["powiat_figures_bdl"]
    values = {row["value"] for row in importer.read(path, card.fetch) if row["teryt"] == "1201"}
    assert values == {None}


@pytest.mark.parametrize(
    ("unit_id", "teryt"),
    [("011212161000", "1261"), ("011212101000", "1201"), ("071412865000", "1465"), ("011212161011", None),
     ("011200000000", None), ("011212100000", None), ("01121", None)],
)  # fmt: skip
def test_a_powiat_is_known_by_its_twelve_digits(unit_id: str, teryt: str | None) -> None:
    assert importer.teryt(unit_id) == teryt


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            page([unit("1201")], 1),
            "has no figure of variable 155 for 21 of 22 powiats: 1202, 1203, 1204, 1205, 1206 ….",
        ),
        (
            page([{"id": "011212101000", "values": [{"year": "2015"}]}], 1),
            "is not as the Local Data Bank used to answer",
        ),
        (b'{"errors": {"errorResult": "Invalid variable"}}', "The Local Data Bank gives no figures: Invalid variable."),
        (b"[]", "The Local Data Bank gives no figures (powiat_figures_bdl-155-0.json)."),
    ],
)
def test_an_answer_that_has_changed_is_told_and_nothing_is_kept(body: bytes, said: str, bank: Any) -> None:
    bank.answers = [lambda desk: desk.give(200, body, {})]
    with pytest.raises(SourceError) as reason:
        bdl.fetch(lambda line: None, "powiat_figures_bdl")
    assert said in str(reason.value)
    assert not (paths.home() / "raw").exists()


def test_a_dataset_of_another_name_is_told_with_the_nearest(bank: Any) -> None:
    with pytest.raises(NameUnknown, match="Did you mean “powiat_figures_bdl”?"):
        bdl.fetch(lambda line: None, "powiat_figures")
