"""A request that cannot be answered gets a problem with a sentence in the reader's language and the nearest name."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.api.data.problems import KINDS, Refusal, of_reason, titles
from lsk_metrics.errors import LskError, NothingToDraw, SnapshotBroken, SnapshotLacks
from lsk_metrics.language import use

Get = Callable[..., Any]
ANSWER = "/api/v1/indicators/members_by_town/answer"


@pytest.mark.parametrize(
    ("path", "query", "status", "kind", "detail", "nearest"),
    [
        (
            "/api/v1/indicators/members_by_twon", "", 404, "unknown-name",
            "There is no indicator called “members_by_twon”. Did you mean “members_by_town”?", "members_by_town",
        ),
        (
            f"{ANSWER}.cvs", "", 404, "unknown-name",
            "There is no format called “cvs”. Did you mean “csv”?", "csv",
        ),
        (
            "/api/v1/schemas/memebrs", "", 404, "unknown-name",
            "There is no table called “memebrs”. Did you mean “members”?", "members",
        ),
        (
            "/api/v1/indicatrs", "", 404, "unknown-address",
            "There is no address called “/api/v1/indicatrs”. Did you mean “/api/v1/indicators”?", "/api/v1/indicators",
        ),
        (
            ANSWER, "first_yaer=2010", 400, "unknown-parameter",
            "There is no parameter called “first_yaer”. Did you mean “first_year”?", "first_year",
        ),
        (
            ANSWER, "measure=per_haed", 400, "refused-value",
            "There is no measure called “per_haed”. Did you mean “per_head”?", "per_head",
        ),
        (
            ANSWER, "places=Tarnow,Krakw", 400, "refused-value",
            "There is no place called “Krakw”. Did you mean “Kraków”?", "Kraków",
        ),
        (
            ANSWER, "first_year=x", 400, "refused-value",
            "first_year takes a whole number from 1900 to 2100, not “x”.", None,
        ),
        (
            ANSWER, "first_year=2018&last_year=2010", 400, "refused-value",
            "The period ends (2010) before it begins (2018).", None,
        ),
        (
            ANSWER, "number=1&number=2", 400, "refused-value", "number stands in the address more than once.", None,
        ),
        (ANSWER, "places=", 400, "refused-value", "places has no value.", None),
        ("/api/v1/claims", "limit=501", 400, "refused-value",
         "limit takes a whole number from 1 to 500, not “501”.", None),
        ("/api/v1/claims", "lang=xx", 400, "refused-value",
         "There is no language called “xx”. There are: en, pl.", None),
        ("/health", "deep=yes", 400, "unknown-parameter",
         "There is no parameter called “deep”. There are: none.", None),
        (
            "/api/v1/indicators/similar_regions/answer.svg", "", 404, "no-picture",
            "“Likeness of regions” has no picture for this choice: it is a table, or there is no figure to draw.", None,
        ),
    ],
)  # fmt: skip
def test_a_problem_says_what_is_wrong(
    path: str, query: str, status: int, kind: str, detail: str, nearest: str | None, get: Get, snapshot: str
) -> None:
    answered = get(path, query)
    said = answered.json()
    assert (answered.status, answered.headers["content-type"]) == (status, "application/problem+json")
    assert (said["status"], said["type"], said["detail"]) == (status, f"/api/v1/problems#{kind}", detail)
    assert (said["title"], said["instance"], said.get("nearest")) == (titles()[kind], path, nearest)


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        (ANSWER, "snapshot=" + "x" * 5000, 400),
        (ANSWER, "snapshot=%00", 400),
        (ANSWER, "snapshot=..%2F..%2Fsecrets", 400),
        (ANSWER, "places=%FF%FE", 400),
        (ANSWER, "a" * 60_000 + "=1", 400),
        (ANSWER, "&".join(f"p{at}=1" for at in range(3000)), 400),
        (ANSWER, "=", 400),
        (ANSWER, "&&&", 200),
        (ANSWER, "first_year=2099", 200),
        (f"{ANSWER}.svg", "first_year=2099", 404),
        ("/api/v1/indicators/..", "", 404),
        ("/api/v1/indicators/\x00", "", 404),
        ("/api/v1/schemas/../members", "", 404),
        ("/api//v1/", "", 404),
        ("/api", "", 404),
        ("/api/v1/" + "y" * 60_000, "", 404),
    ],
    ids=lambda each: str(each)[:30],
)
def test_what_nobody_would_ask_is_answered_too(path: str, query: str, status: int, get: Get, snapshot: str) -> None:
    answered = get(path, query)
    assert answered.status == status
    assert "detail" in answered.json() or status == 200


def test_a_problem_is_told_in_the_language_asked_for(get: Get, snapshot: str) -> None:
    said = get("/api/v1/indicators/members_by_twon", accept_language="pl-PL,pl;q=0.9,en;q=0.5")
    assert said.headers["content-language"] == "pl"
    assert said.json()["detail"] == (
        "Nieznana nazwa: „members_by_twon” (wskaźnik). Czy chodziło o\u00a0„members_by_town”?"
    )
    assert said.json()["title"] == "Adres zawiera nazwę czegoś, co nie istnieje."
    assert get(ANSWER, "first_year=x&lang=pl", accept_language="en").json()["detail"] == (
        "first_year to liczba całkowita od 1900 do 2100, a\u00a0nie „x”."
    )


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/api/v1/claims", "/health"])
def test_data_are_read_and_nothing_else(path: str, method: str, get: Get) -> None:
    answered = get(path, method=method)
    assert (answered.status, answered.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answered.json()["type"] == "/api/v1/problems#wrong-method"


def test_a_form_that_there_is_not_is_refused(get: Get, snapshot: str) -> None:
    answered = get(ANSWER, accept="text/html")
    assert (answered.status, answered.json()["type"]) == (406, "/api/v1/problems#not-acceptable")
    assert "text/csv" in answered.json()["detail"]


def test_without_a_snapshot_the_data_say_so(get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    answered = get("/api/v1/indicators", "lang=en")
    assert (answered.status, answered.headers["retry-after"]) == (503, "60")
    assert answered.json()["detail"] == (
        "There is no snapshot yet. “lsk build” makes the first one from the data folder."
    )
    assert get("/api/v1/openapi.json").status == 200


def test_every_kind_of_problem_is_listed_and_titled(get: Get) -> None:
    items = get("/api/v1/problems").json()["items"]
    assert {each["type"]: each["status"] for each in items} == {
        f"/api/v1/problems#{name}": status for name, status in KINDS.items()
    }
    assert list(titles()) == list(KINDS)
    english = list(titles().values())
    use("pl")
    assert not set(english) & set(titles().values())


def test_what_an_error_means() -> None:
    known = {
        "not-in-snapshot": SnapshotLacks("20010101-00000000", "events", "0.0.1"),
        "no-snapshot": SnapshotBroken("20010101-00000000"),
        "no-picture": NothingToDraw("none"),
        "fault": LskError("a fault"),
    }
    assert {name: of_reason(reason).kind for name, reason in known.items()} == {name: name for name in known}
    said = json.loads(Refusal("fault", "why").document("/here"))
    assert (said["status"], said["detail"], "nearest" in said) == (500, "why", False)
