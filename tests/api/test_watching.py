"""/health and /metrics tell how the program is, and nothing of who is reading."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics import api
from lsk_metrics.api.data import counting
from lsk_metrics.indicators.records import source_cards

Get = Callable[..., Any]
SAMPLE = re.compile(r'[a-z_]+(\{[a-z]+="[^"\\\n]*"(,[a-z]+="[^"\\\n]*")*\})? [0-9.e+-]+')


def test_health_tells_of_process_snapshot_and_sources(get: Get, snapshot: str) -> None:
    answered = get("/health")
    said = answered.json()
    assert (answered.status, said["status"], said["snapshot"]["id"]) == (200, "ok", snapshot)
    assert 0 <= said["snapshot"]["age_seconds"] < 24 * 3600
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ", said["process"]["up_since"])
    ages = {each["id"]: each["age_days"] for each in said["sources"]}
    assert list(ages) == [card.id for card in source_cards(snapshot)]
    assert {each["kind"] for each in said["sources"] if each["age_days"] is None} == {"illustrative"}
    assert all(age >= 0 for age in ages.values() if age is not None)


def test_without_a_snapshot_the_program_is_not_healthy(
    get: Get, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    answered = get("/health")
    assert (answered.status, answered.headers["retry-after"], answered.json()["status"]) == (503, "60", "no snapshot")
    assert answered.json()["reason"].startswith("There is no snapshot yet.")
    assert "\nlsk_snapshot_here 0\n" in get("/metrics").body.decode()


def test_a_damaged_snapshot_is_not_healthy(get: Get, snapshot_file: Path, tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "snapshots").mkdir()
    (tmp_path / "snapshots" / snapshot_file.name).write_bytes(b"no database" * 4096)
    (tmp_path / "snapshots" / "current").write_text(snapshot_file.stem + "\n")
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    assert (get("/health").status, get("/api/v1/claims").status) == (503, 503)


def test_metrics_are_in_the_format_of_prometheus(get: Get, snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting.COUNTED, "requests", type(counting.COUNTED.requests)())
    for path in ("/api/v1/claims", "/api/v1/claims", "/api/v1/indicators/members", '/api/v1/no"where', "/members"):
        get(path, client="203.0.113.77")
    get("/api/v1/claims", method="BREW")
    answered = get("/metrics")
    assert answered.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    text = answered.body.decode()
    for line in text.splitlines():
        assert line.startswith("# ") or SAMPLE.fullmatch(line), line
    counted = [line for line in text.splitlines() if line.startswith("lsk_http_requests_total")]
    assert counted == [
        'lsk_http_requests_total{route="/api/",method="GET",status="404"} 1',
        'lsk_http_requests_total{route="/api/v1/claims",method="GET",status="200"} 2',
        'lsk_http_requests_total{route="/api/v1/claims",method="other",status="405"} 1',
        'lsk_http_requests_total{route="/api/v1/indicators/{id}",method="GET",status="200"} 1',
        'lsk_http_requests_total{route="page",method="GET",status="200"} 1',
    ]
    assert f'lsk_snapshot_info{{snapshot="{snapshot}",' in text
    assert "203.0.113.77" not in text
    assert "where" not in text


def test_seconds_are_counted_in_steps_that_end_with_all() -> None:
    counted = counting.Requests()
    for seconds in (0.001, 0.02, 9.0):
        counted.count("/api/v1/", "GET", 200, seconds)
    said = [line for line in counted.lines() if "_seconds_" in line]
    assert said == [
        'lsk_http_request_seconds_bucket{route="/api/v1/",le="0.005"} 1',
        'lsk_http_request_seconds_bucket{route="/api/v1/",le="0.025"} 2',
        'lsk_http_request_seconds_bucket{route="/api/v1/",le="0.1"} 2',
        'lsk_http_request_seconds_bucket{route="/api/v1/",le="0.5"} 2',
        'lsk_http_request_seconds_bucket{route="/api/v1/",le="2.5"} 2',
        'lsk_http_request_seconds_bucket{route="/api/v1/",le="+Inf"} 3',
        'lsk_http_request_seconds_sum{route="/api/v1/"} 9.021000',
        'lsk_http_request_seconds_count{route="/api/v1/"} 3',
    ]


def test_sessions_are_told_where_somebody_knows_them(monkeypatch: pytest.MonkeyPatch, get: Get) -> None:
    api.middleware(lambda: 7)
    assert "lsk_sessions 7" in counting.COUNTED.of_process()
    api.middleware()
    assert not [line for line in counting.COUNTED.of_process() if line.startswith("lsk_sessions")]
