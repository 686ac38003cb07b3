"""The log: one JSON line an event, in a file or on standard error, with no address and nothing that was typed."""

import asyncio
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsk_metrics import journal
from lsk_metrics.__main__ import main
from lsk_metrics.warehouse import pointers, read
from tests.api.conftest import ask
from tools.server import serving

TYPED = "SELECT 'Jan Kowalski' AS who"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that LSK_LOG names in this test."""
    path = tmp_path / "log" / "lsk.jsonl"
    monkeypatch.setenv("LSK_LOG", str(path))
    yield path
    monkeypatch.delenv("LSK_LOG")
    journal.begin()


def events(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_command_that_changes_what_readers_see_is_an_event_and_one_that_reads_is_none(
    snapshot: str, written: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "members"]) == 0
    assert main(["build"]) == 0
    assert main(["rollback", "20991231-ffffffff"]) == 1
    done, refused = events(written)
    assert list(done)[:3] == ["time", "event", "level"]
    assert (done["event"], done["level"]) == ("build.done", "info")
    assert str(done["time"]).endswith("Z") and "T" in str(done["time"])
    assert (refused["event"], refused["level"], refused["status"]) == ("rollback.refused", "warning", 1)
    assert refused["error"] == "NameUnknown"
    assert "ffffffff" not in written.read_text(encoding="utf-8")


def test_an_import_that_is_refused_is_an_event_without_the_name_of_its_file(written: Path, tmp_path: Path) -> None:
    (tmp_path / "Jan Kowalski.csv").write_text("id\n1\n", encoding="utf-8")
    assert main(["import", "members", str(tmp_path / "Jan Kowalski.csv"), "--yes"]) == 1
    [said] = events(written)
    assert (said["event"], said["level"]) == ("import.refused", "warning")
    assert "Kowalski" not in str(said)


def test_of_an_error_the_class_and_the_place_are_told_and_never_its_words(written: Path) -> None:
    journal.begin()
    try:
        raise ValueError(TYPED)
    except ValueError as reason:
        journal.event("page.failed", logging.ERROR, failure=reason, incident="A1B2C3", session="0badcafe", sql=TYPED)
    [said] = events(written)
    assert (said["error"], said["incident"], said["session"]) == ("ValueError", "A1B2C3", "0badcafe")
    assert str(said["where"]).count("test_journal.py:") == 1
    assert "Kowalski" not in str(said)


def test_another_snapshot_is_an_event_once(
    written: Path, tmp_path: Path, home: Path, snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read.shown()
    journal.begin()
    pointers.pin("20990101-aaaaaaaa")
    try:
        for _turn in range(2):
            monkeypatch.setattr("lsk_metrics.warehouse.standing.trouble", lambda name: None)
            read.shown()
    finally:
        pointers.unpin()
        monkeypatch.undo()
    monkeypatch.setenv("LSK_LOG", str(written))
    [said] = events(written)
    assert (said["event"], said["before"], said["snapshot"]) == ("snapshot.switched", snapshot, "20990101-aaaaaaaa")
    read.shown()


def test_too_many_requests_are_events_by_route_and_without_address_unless_asked_for(
    snapshot: str, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_API_RATE", "1")
    journal.begin()
    from starlette.applications import Starlette

    from lsk_metrics import api
    from tests.api.conftest import of

    one = Starlette(routes=api.routes(), middleware=api.middleware())
    for addresses in ("", "", "1"):
        monkeypatch.setenv("LSK_LOG_ADDRESSES", addresses)
        of(one, "/api/v1/claims", "area=Kowalski", client="203.0.113.9")
    first, second = events(written)
    assert (first["event"], first["status"], first["route"], first["method"]) == (
        "request.failed", 429, "/api/v1/claims", "GET")  # fmt: skip
    assert "client" not in first
    assert second["client"] == "203.0.113.9"
    assert "Kowalski" not in str(first) + str(second)


def test_an_answer_without_a_snapshot_is_an_event(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path / "none"))
    journal.begin()
    assert ask("/api/v1/claims").status == 503
    [said] = events(written)
    assert (said["event"], said["status"], said["level"]) == ("request.failed", 503, "error")


def test_a_line_for_a_person_says_the_same_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LSK_LOG", str(tmp_path / "log.txt"))
    monkeypatch.setenv("LSK_LOG_FORMAT", "plain")
    journal.begin()
    journal.event("server.started", port=8501, version="0.1.0")
    monkeypatch.delenv("LSK_LOG")
    journal.begin()
    line = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert line[8:].startswith(" server.started  ")
    assert line.endswith("port=8501  version=0.1.0\n")


def test_what_a_library_says_comes_without_addresses_queries_and_secrets(written: Path) -> None:
    journal.begin()
    library = logging.getLogger("some.library")
    library.addHandler(logging.StreamHandler())
    journal.adopted(library)
    library.info("127.0.0.1:5000 - accepted")
    library.warning("203.0.113.9:443 asked for /members?q=Kowalski and 2001:db8::1 too")
    library.warning("the cookie_secret is abc")
    library.handlers.clear()
    first, second = events(written)
    assert (first["event"], first["logger"]) == ("library", "some.library")
    assert first["said"] == "… asked for /members… and … too"
    assert second["said"] == "…"


async def got(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("localhost", port)
    writer.write(f"GET {path} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode())
    answered = await reader.read()
    writer.close()
    return answered


def test_a_running_server_writes_json_and_no_address(home: Path, snapshot: str) -> None:
    with serving(home) as base:
        assert b" 200 OK" in asyncio.run(got(int(base.rpartition(":")[2]), "/members?lang=en"))
    lines = (home / "server.log").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines if line.startswith("{")]
    assert [each["event"] for each in found] == ["server.started", "server.ending"]
    assert (found[0]["snapshot"], found[0]["port"]) == (snapshot, int(base.rpartition(":")[2]))
    assert [line for line in lines if "127.0.0.1" in line or "members" in line.partition("data under")[0]] == []
