"""A file is fetched whole or not at all; what a server does is said in a sentence. The server is this machine's."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import download, partial
from lsk_metrics.ingest.download import Patience, get

BODY = b'{"type": "FeatureCollection", "features": []}'
QUICK = Patience(tries=3, wait_s=0.0, silence_s=10, whole_s=30)
Answer = Callable[[Any], None]


def answer(status: int = 200, body: bytes = BODY, **headers: str) -> Answer:
    return lambda desk: desk.give(status, body, {name.replace("_", "-"): value for name, value in headers.items()})


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "downloads" / "file.geojson"


def test_a_good_answer_is_a_file_and_nothing_else_lies_about(office: Any, into: Path) -> None:
    office.answers = [answer()]
    assert get(office.url, into, patience=QUICK) is True
    assert into.read_bytes() == BODY
    assert sorted(path.name for path in into.parent.iterdir()) == ["file.geojson", "file.geojson.version.json"]
    assert office.asked[0]["path"] == "/file.geojson"
    assert office.asked[0]["user-agent"].startswith("lsk-metrics/")


def test_what_has_not_changed_is_not_fetched_again(office: Any, into: Path) -> None:
    since = "Wed, 01 Jan 2025 00:00:00 GMT"
    office.answers = [answer(ETag='"7"', Last_Modified=since), answer(304, b"")]
    assert get(office.url, into, patience=QUICK) is True
    assert get(office.url, into, patience=QUICK) is False
    assert (office.asked[1]["if-none-match"], office.asked[1]["if-modified-since"]) == ('"7"', since)
    assert into.read_bytes() == BODY


@pytest.mark.parametrize("spoil", ["the file", "the mark", "no mark", "no file", "another address"])
def test_a_copy_that_is_not_as_it_was_fetched_is_fetched_anew(spoil: str, office: Any, into: Path) -> None:
    office.answers = [answer(ETag='"7"')]
    get(office.url, into, patience=QUICK)
    if spoil in ("the file", "the mark"):
        (into if spoil == "the file" else partial.mark(into)).write_text("{", encoding="utf-8")
    elif spoil in ("no file", "no mark"):
        (into if spoil == "no file" else partial.mark(into)).unlink()
    assert get(office.url + ("?" if spoil == "another address" else ""), into, patience=QUICK) is True
    assert "if-none-match" not in office.asked[1]
    assert into.read_bytes() == BODY


def cut_off(desk: Any) -> None:
    answer(Content_Length=str(len(BODY) + 100))(desk)


def cut_off_between_chunks(desk: Any) -> None:
    desk.protocol_version = "HTTP/1.1"
    desk.send_response(200)
    desk.send_header("Transfer-Encoding", "chunked")
    desk.end_headers()
    desk.wfile.write(b"10\r\n" + BODY[:16] + b"\r\n")
    desk.close_connection = True


def hung_up(desk: Any) -> None:
    desk.close_connection = True


def garbled(desk: Any) -> None:
    desk.wfile.write(b"nonsense\r\n\r\n")


@pytest.mark.parametrize(
    ("passing", "said"),
    [
        (cut_off, f"broke off after {len(BODY)} of {len(BODY) + 100} bytes; tried 3 times. Try again later."),
        (cut_off_between_chunks, "broke off before the end; tried 3 times."),
        (hung_up, "cannot be reached (Remote end closed connection without response); tried 3 times."),
        (garbled, "cannot be reached (nonsense"),
        (answer(500), "answers 500 (Internal Server Error); tried 3 times."),
        (answer(503), "answers 503 (Service Unavailable); tried 3 times."),
        (answer(429, Retry_After="0"), "answers 429 (Too Many Requests); tried 3 times."),
        (answer(200, b""), "answers with an empty file; tried 3 times."),
    ],
)
def test_what_may_pass_is_tried_again_and_then_said(passing: Answer, said: str, office: Any, into: Path) -> None:
    office.answers = [passing, passing, answer()]
    assert get(office.url, into, patience=QUICK) is True
    office.asked, office.answers = [], [passing]
    with pytest.raises(SourceError) as reason:
        get(office.url + "?again", into, patience=QUICK)
    assert str(reason.value).startswith(f"{office.url}?again {said}")
    assert len(office.asked) == 3
    assert into.read_bytes() == BODY


@pytest.mark.parametrize(
    ("final", "said"),
    [
        (answer(404), "answers 404 (Not Found). Is the address right?"),
        (answer(403), "answers 403 (Forbidden). Is the address right?"),
        (answer(304, b""), "answers 304 (Not Modified). Is the address right?"),
        (answer(Content_Type="text/html; charset=utf-8"), "answers with a web page instead of a file."),
        (answer(200, b"\n<!DOCTYPE html><title>Log in</title>"), "answers with a web page instead of a file."),
        (answer(200, b"x" * 2000), "is too large: 2000 bytes, and 1000 are allowed."),
        (answer(429, Retry_After="3600"), "answers 429 (Too Many Requests), and asks to wait 3600 seconds."),
    ],
)
def test_what_will_not_pass_is_said_at_once(final: Answer, said: str, office: Any, into: Path) -> None:
    office.answers = [final]
    with pytest.raises(SourceError) as reason:
        get(office.url, into, limit_bytes=1000, patience=QUICK)
    assert str(reason.value).startswith(f"{office.url} {said}")
    assert len(office.asked) == 1
    assert not into.parent.exists()


def test_a_body_without_a_length_is_held_to_the_limit_too(office: Any, into: Path) -> None:
    def endless(desk: Any) -> None:
        desk.send_response(200)
        desk.end_headers()
        while not office.closing.is_set():
            desk.wfile.write(b"x" * 1000)

    office.answers = [endless]
    with pytest.raises(SourceError, match="is too large: it goes on beyond the 5000 bytes that are allowed"):
        get(office.url, into, limit_bytes=5000, patience=QUICK)


def test_a_server_that_says_nothing_or_drips_is_left(office: Any, into: Path) -> None:
    def silent(desk: Any) -> None:
        office.closing.wait(5)

    def dripping(desk: Any) -> None:
        desk.send_response(200)
        desk.end_headers()
        while not office.closing.wait(0.05):
            desk.wfile.write(b"x")

    for slow, said in ((silent, "does not answer in time"), (dripping, "is too slow: ")):
        office.asked, office.answers = [], [slow]
        with pytest.raises(SourceError, match=said):
            get(office.url, into, patience=Patience(tries=2, wait_s=0, silence_s=1, whole_s=0.4))
        assert len(office.asked) == 2


def test_waits_grow_and_the_server_s_own_wish_comes_first(
    office: Any, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(download.time, "sleep", waits.append)
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    office.answers = [answer(500), answer(500), answer(429, Retry_After="7"), answer(503, Retry_After=soon),
                      answer(503, Retry_After="soon"), answer()]  # fmt: skip
    assert get(office.url, into, patience=Patience(tries=6)) is True
    assert [round(wait) for wait in waits[:3]] == [1, 2, 7]
    assert 25 < waits[3] <= 30
    assert waits[4] == 16


def test_an_address_that_is_none_and_a_server_that_is_not_there(office: Any, into: Path) -> None:
    with pytest.raises(SourceError, match="file:///etc/hostname is no web address"):
        get("file:///etc/hostname", into)
    office.server.server_close()
    with pytest.raises(SourceError, match=r"cannot be reached \(\[Errno \d+\] Connection refused\); tried 3 times"):
        get(office.url, into, patience=QUICK)


def test_a_folder_that_cannot_be_written_is_named(office: Any, tmp_path: Path) -> None:
    office.answers = [answer()]
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(SourceError, match=r"a\.geojson cannot be written: "):
        get(office.url, tmp_path / "file" / "a.geojson", patience=QUICK)
