"""Requests made up at random: each gets an answer or a refusal in its own words, and none a fault of the server."""

from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette

from lsk_metrics import api
from tests.api.conftest import Answered, of
from tests.fuzzing import TEXTS, tries

NAMES = ("first_year", "last_year", "places", "measure", "view", "target", "peers", "areas", "groups", "illustrative",
         "lang", "snapshot", "limit", "after", "number", "download", "width", "theme", "story", "name", "date",
         "figures", "q")  # fmt: skip
PATHS = (
    "/api/v1/indicators/members_by_town/answer", "/api/v1/indicators/gdp_per_head_pps/answer.csv", "/api/v1/indicators",
    "/api/v1/claims", "/api/v1/sources", "/api/v1/snapshots", "/embed/members", "/present", "/health", "/",
)  # fmt: skip
TEMPLATES = ("/api/v1/indicators/{}", "/api/v1/indicators/{}/answer", "/api/v1/indicators/members/answer.{}",
             "/api/v1/schemas/{}", "/embed/{}", "/api/v1/snapshots/{}", "/{}")  # fmt: skip
GIVEN = st.one_of(TEXTS, st.integers().map(str), st.sampled_from(["2010", "PL21", "en", "pl", "board", "members", ""]))
Ask = Callable[[str, str], Answered]


@pytest.fixture(scope="module")
def app(snapshot: str) -> Ask:
    """Requests to one application, each from another client, so that nobody asks too much."""
    one, clients = Starlette(routes=api.routes(), middleware=api.middleware()), iter(range(10_000_000))
    return lambda path, query: of(one, path, query, client=f"client-{next(clients)}")


def said(text: str) -> str:
    """Text in an address, also such as no encoding knows."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="=,;:/")


def told(answered: Answered) -> None:
    assert answered.status < 500, answered.body[:500]
    assert b"Traceback" not in answered.plain
    if answered.status >= 400 and answered.headers.get("content-type") == "application/problem+json":
        assert answered.json()["detail"].strip()
        assert len(answered.body) < 20_000


@tries(120)
@given(
    path=st.sampled_from(PATHS), asked=st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), TEXTS), GIVEN), max_size=5)
)
def test_whatever_is_asked_for_is_answered_or_refused(
    path: str, asked: list[tuple[str, str]], app: Ask, snapshot: str
) -> None:
    told(app(path, "&".join(f"{said(name)}={said(value)}" for name, value in asked)))


@tries(60)
@given(path=st.sampled_from(PATHS), query=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_query_that_is_not_even_written_as_one(path: str, query: str, app: Ask, snapshot: str) -> None:
    told(app(path, query))


@tries(60)
@given(template=st.sampled_from(TEMPLATES), name=TEXTS)
def test_whatever_is_named_in_the_path(template: str, name: str, app: Ask, snapshot: str) -> None:
    told(app(template.format(name.encode("utf-8", "replace").decode("utf-8")), ""))


@pytest.mark.parametrize("query", ["places=" + ",".join(["Tarnow"] * 20_000), "&".join(["places=PL21"] * 5_000),
                                   "=" * 50_000, "&" * 50_000, "%" * 50_000, "lang=pl&" * 10_000])  # fmt: skip
def test_a_query_of_great_length(query: str, app: Ask, snapshot: str) -> None:
    told(app(PATHS[0], query))
