"""A client that asks too often is told to wait, and nobody else is."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.applications import Starlette

from lsk_metrics import api
from lsk_metrics.api.data.limits import Buckets, Left, network, settings
from tests.api.conftest import of

Get = Callable[..., Any]
NOBODY: frozenset[str] = frozenset()


def test_a_bucket_empties_with_each_request_and_fills_again_with_time() -> None:
    buckets = Buckets(minute=3, free=NOBODY)
    assert [buckets.taken("192.0.2.1", 0.0) for _turn in range(4)] == [
        Left(True, 2, 20),
        Left(True, 1, 20),
        Left(True, 0, 20),
        Left(False, 0, 20),
    ]
    assert buckets.taken("192.0.2.1", 10.0) == Left(False, 0, 10)
    assert buckets.taken("192.0.2.1", 20.0) == Left(True, 0, 20)
    assert buckets.taken("192.0.2.1", 1000.0) == Left(True, 2, 20)
    assert buckets.taken("192.0.2.2", 1000.0) == Left(True, 2, 20)


def test_a_clock_that_goes_back_gives_nothing() -> None:
    buckets = Buckets(minute=1, free=NOBODY)
    assert [buckets.taken("192.0.2.1", at).allowed for at in (100.0, 0.0)] == [True, False]  # type: ignore[union-attr]


def test_only_so_many_clients_are_kept_the_latest_of_them() -> None:
    buckets = Buckets(minute=2, free=NOBODY, most=100)
    for at in range(1000):
        buckets.taken(f"198.51.100.{at}", at / 100)
    assert list(buckets.clients) == [f"198.51.100.{at}" for at in range(900, 1000)]


def test_an_address_is_forgotten_once_its_bucket_is_full_again() -> None:
    buckets = Buckets(minute=2, free=NOBODY)
    buckets.taken("198.51.100.1", 0.0)
    buckets.taken("198.51.100.2", 59.0)
    assert list(buckets.clients) == ["198.51.100.1", "198.51.100.2"]
    buckets.taken("198.51.100.3", 61.0)
    assert list(buckets.clients) == ["198.51.100.2", "198.51.100.3"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2", False),
        ("no address", "no address", True),
    ],
)
def test_addresses_of_one_household_are_one_client(one: str, other: str, same: bool) -> None:
    assert (network(one) == network(other)) is same


def test_this_machine_is_free_unless_the_settings_say_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings().minute == 120
    assert settings().taken("127.0.0.1", 0.0) is None
    assert settings().taken("::1", 0.0) is None
    assert settings().taken("192.0.2.1", 0.0) == Left(True, 119, 1)
    monkeypatch.setenv("LSK_API_FREE", "192.0.2.1, 192.0.2.2")
    assert settings().taken("192.0.2.2", 0.0) is None
    assert settings().taken("127.0.0.1", 0.0) == Left(True, 119, 1)
    monkeypatch.setenv("LSK_API_RATE", "0")
    assert settings().taken("127.0.0.1", 0.0) is None
    monkeypatch.setenv("LSK_API_RATE", "many")
    assert settings().minute == 120


def test_too_many_requests_are_told_when_to_come_back(monkeypatch: pytest.MonkeyPatch, snapshot: str) -> None:
    monkeypatch.setenv("LSK_API_RATE", "2")
    app = Starlette(routes=api.routes(), middleware=api.middleware())

    def ask(path: str, client: str = "192.0.2.1") -> Any:
        return of(app, path, "lang=pl", client=client, accept_language="pl")

    assert [ask("/api/v1/problems").status, ask("/api/v1/nowhere").status] == [200, 404]
    third = ask("/api/v1/problems")
    assert (third.status, third.headers["retry-after"]) == (429, "30")
    assert third.headers["ratelimit-policy"] == '"client";q=2;w=60'
    assert third.headers["ratelimit"] == '"client";r=0;t=30'
    assert third.headers["access-control-allow-origin"] == "*"
    assert third.json()["type"] == "/api/v1/problems#too-many-requests"
    assert third.json()["detail"] == (
        "Należy odczekać czas podany w\u00a0nagłówku Retry-After i\u00a0ponowić zapytanie."
    )
    assert ask("/api/v1/problems", client="192.0.2.2").status == 200
    # Pages and the watch on the program are no requests for data.
    assert [ask("/members").status, of(app, "/health", client="192.0.2.1").status] == [200, 200]
    assert "ratelimit" not in of(app, "/metrics", client="192.0.2.1").headers
