"""Nothing is sent twice: tags and dates of the snapshot, compressed bodies, heads, and reading from other sites."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.api.data.table import ENTRIES
from lsk_metrics.indicators import kept, version

Get = Callable[..., Any]
ANSWER = "/api/v1/indicators/members_by_town/answer.json"
ADDRESSES = [each.path.format(id="members", format="csv", table="members") for each in ENTRIES]


@pytest.fixture(autouse=True)
def _built(snapshot: str) -> None:
    """Each of these tests asks the snapshot of the data folder."""


@pytest.mark.parametrize("path", [each for each in ADDRESSES if each.startswith("/api/")])
def test_what_a_client_has_already_is_not_sent_again(path: str, app: Get) -> None:
    first = app(path)
    again = app(path, if_none_match=f'"other", {first.headers["etag"]}')
    assert (first.status, again.status, again.body) == (200, 304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert "content-type" not in again.headers
    assert app(path, if_none_match='W/"0"').body == first.body


def test_the_date_is_that_of_the_snapshot(app: Get) -> None:
    dated = f"{kept.meant(version()).built_at:%a, %d %b %Y %H:%M:%S} GMT"
    assert app(ANSWER).headers["last-modified"] == dated
    assert app(ANSWER, if_modified_since=dated).status == 304
    assert app(ANSWER, if_modified_since=dated, if_none_match='W/"0"').status == 200
    # After a roll-back readers see an older snapshot than the one they have: a later date proves nothing.
    assert app(ANSWER, if_modified_since="Fri, 01 Jan 2100 00:00:00 GMT").status == 200


def test_a_tag_is_of_language_parameters_and_form(app: Get) -> None:
    asked = [
        (ANSWER, "", {}),
        (ANSWER, "", {"accept_language": "pl"}),
        (ANSWER, "first_year=2010", {}),
        (ANSWER.replace("json", "csv"), "", {}),
        (ANSWER.removesuffix(".json"), "", {}),
        (ANSWER.removesuffix(".json"), "", {"accept": "text/csv"}),
    ]
    tags = [app(path, query, **headers).headers["etag"] for path, query, headers in asked]
    assert len(set(tags)) == len(asked)


def test_another_snapshot_is_another_answer(
    app: Get, projects_home: Path, snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = app(ANSWER)
    monkeypatch.setenv("LSK_HOME", str(projects_home))
    after = app(ANSWER, if_none_match=before.headers["etag"])
    assert (after.status, after.json()["snapshot"]) == (200, version())
    assert (version() == snapshot, after.headers["etag"] == before.headers["etag"]) == (False, False)


@pytest.mark.parametrize("path", ADDRESSES)
def test_text_is_compressed_where_the_client_can_read_it(path: str, app: Get) -> None:
    packed, bare = app(path, accept_encoding="br, gzip"), app(path)
    assert (packed.headers["content-encoding"], "content-encoding" in bare.headers) == ("gzip", False)
    if path not in ("/health", "/metrics"):
        assert packed.plain == bare.body
    assert int(packed.headers["content-length"]) == len(packed.body) < len(bare.body)
    assert "Accept-Encoding" in packed.headers["vary"]


def test_what_is_packed_already_is_sent_as_it_is(app: Get) -> None:
    for ending in ("xlsx", "parquet", "png", "zip"):
        answered = app(ANSWER.replace("json", ending), accept_encoding="gzip")
        assert "content-encoding" not in answered.headers


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_head_says_what_the_whole_would(path: str, app: Get) -> None:
    whole, head = app(path), app(path, method="HEAD")
    assert (head.status, head.body) == (200, b"")
    changing = {"ratelimit", *(["content-length"] if path in ("/health", "/metrics") else [])}
    assert {k: v for k, v in head.headers.items() if k not in changing} == {
        k: v for k, v in whole.headers.items() if k not in changing
    }


@pytest.mark.parametrize("path", [*ADDRESSES, "/api/v1/indicators/nobody_knows"])
def test_any_site_may_read(path: str, app: Get) -> None:
    answered = app(path, origin="https://example.org")
    assert answered.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answered.headers
    assert "set-cookie" not in answered.headers
    asked = app(path, method="OPTIONS", origin="https://example.org", access_control_request_method="GET")
    assert (asked.status, asked.headers["access-control-allow-methods"]) == (204, "GET, HEAD, OPTIONS")
    assert asked.headers["access-control-allow-headers"] == "If-Modified-Since, If-None-Match"


@pytest.mark.parametrize("path", ["/health", "/metrics"])
def test_how_the_program_is_is_never_kept(path: str, app: Get) -> None:
    assert app(path).headers["cache-control"] == "no-store"


def test_the_dashboard_stands_where_it_stood(app: Get) -> None:
    assert app("/members").status == 200
    assert "<!doctype html>" in app("/members").body.decode().lower()
    assert app("/apiary").status == 404
