"""The catalogue and the registers over the network: what there is, in parts, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest

from lsk_metrics import paths
from lsk_metrics.api.data.parameters import ASKED
from lsk_metrics.api.data.table import ENTRIES
from lsk_metrics.indicators import answer
from lsk_metrics.indicators.parameters import Parameters
from lsk_metrics.indicators.records import claims
from lsk_metrics.ingest.register.schema import TABLES

Get = Callable[..., Any]


@pytest.fixture(autouse=True)
def _built(snapshot: str) -> None:
    """Each of these tests asks the snapshot of the data folder."""


@pytest.mark.parametrize("slash", ["", "/"])
def test_the_way_in_leads_to_everything(slash: str, get: Get, snapshot: str) -> None:
    said = get(f"/api/v1{slash}", accept_language="pl").json()
    assert (said["title"], said["snapshot"]) == ("Dane pulpitu, tak samo otwarte jak jego strony", snapshot)
    for name, link in said["links"].items():
        assert name == "dashboard" or get(link).status == 200, link


def test_the_catalogue_says_what_an_indicator_can_be_had_in(get: Get) -> None:
    items = {each["id"]: each for each in get("/api/v1/indicators", "limit=500").json()["items"]}
    found = items["business_rd_share_of_gdp"]
    links = found.pop("links")
    assert found == {
        "id": "business_rd_share_of_gdp",
        "title": "Business R&D",
        "question": "How much do companies spend on research and development?",
        "unit": "% of GDP",
        "theme": "research",
        "theme_name": "Research and innovation",
        "role": "result",
        "places": "regions",
        "kind": "published",
        "forms": ["trend", "ranking", "table", "scatter"],
        "measures": ["absolute", "index", "change"],
        "views": ["change", "gap_leader", "gap_union", "pace", "ranking"],
        "filters": [],
        "years": [2008, 2016],
    }
    assert list(links) == ["passport", "json", "csv", "xlsx", "parquet", "svg", "png", "zip"]
    assert get(links["passport"]).json()["title"] == "Business R&D"


def test_a_list_comes_in_parts_with_links_to_the_next(get: Get) -> None:
    first = get("/api/v1/claims", "limit=60&lang=pl")
    assert (len(first.json()["items"]), first.json()["total"]) == (60, 148)
    assert first.headers["link"] == '</api/v1/claims?limit=60&lang=pl&offset=60>; rel="next"'
    last = get("/api/v1/claims", "limit=60&lang=pl&offset=120")
    assert len(last.json()["items"]) == 28
    assert last.headers["link"] == '</api/v1/claims?limit=60&lang=pl&offset=60>; rel="prev"'
    assert get("/api/v1/claims", "offset=148").json()["items"] == []
    assert "link" not in get("/api/v1/claims", "limit=500").headers


def test_claims_have_their_figures_and_what_their_checks_found(get: Get, snapshot: str) -> None:
    items = get("/api/v1/claims", "limit=500").json()["items"]
    assert [each["id"] for each in items] == [each.id for each in claims(snapshot)]
    assert {key: items[0][key] for key in ("id", "statement", "value", "qualifier", "source")} == {
        "id": "founded",
        "statement": "The cluster was founded in 2006.",
        "value": 2006.0,
        "qualifier": "exact",
        "source": claims(snapshot)[0].source.id,
    }


def test_sources_and_snapshots_are_listed(get: Get, snapshot: str) -> None:
    cards = get("/api/v1/sources", "limit=500").json()["items"]
    assert {card["id"] for card in answer("members").document()["sources"]} <= {card["id"] for card in cards}
    assert all(card["citation"] and len(card["sha256"]) == 64 for card in cards)
    kept = get("/api/v1/snapshots").json()["items"]
    assert [each["id"] for each in kept if each["current"]] == [snapshot]


def test_the_schemas_are_those_by_which_uploads_are_checked(get: Get) -> None:
    listed = [each["table"] for each in get("/api/v1/schemas").json()["items"]]
    assert sorted(listed) == sorted(TABLES)
    for name in listed:
        lies = paths.PACKAGE / "ingest" / "register" / "schemas" / f"{name}.json"
        assert get(f"/api/v1/schemas/{name}").plain == lies.read_bytes()


@pytest.mark.parametrize("path", [each.path for each in ENTRIES if each.of_snapshot])
def test_every_route_of_a_snapshot_reads_the_one_it_is_asked_for(path: str, get: Get, snapshot: str) -> None:
    address = path.format(id="members", format="csv")
    asked = get(address, f"snapshot={snapshot[:11]}")
    # Links in an answer lead to the snapshot that was asked for.
    said = asked.body.decode(errors="replace").replace(f'?snapshot={snapshot[:11]}"', '"')
    assert said == get(address).body.decode(errors="replace")
    assert get(address, "snapshot=2001").status == 400


def test_the_parameters_of_an_answer_are_those_of_the_program() -> None:
    assert [each.name for each in ASKED] == list(Parameters.__dataclass_fields__)
