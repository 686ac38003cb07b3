"""A file that breaks off is gone on with where the server still has the same version of it, and only then."""

import re
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.download import Patience, get

BODY = bytes(range(256)) * 4000
HALF = 300_000
QUICK = Patience(tries=3, wait_s=0.0, silence_s=10, whole_s=30)


class Shelf:
    """Gives BODY and breaks off as often as it is told, then gives the rest where it is asked for."""

    def __init__(self, breaks: int, **headers: str) -> None:
        self.breaks, self.headers = breaks, {name.replace("_", "-"): value for name, value in headers.items()}
        self.version = self.headers.get("ETag") or self.headers.get("Last-Modified")

    def __call__(self, desk: Any) -> None:
        first = 0
        asked = re.fullmatch(r"bytes=(\d+)-", desk.headers.get("Range", ""))
        if asked and desk.headers.get("If-Range") == self.version:
            first = int(asked[1])
        desk.send_response(206 if first else 200)
        for name, value in self.headers.items():
            desk.send_header(name, value)
        if first:
            desk.send_header("Content-Range", f"bytes {first}-{len(BODY) - 1}/{len(BODY)}")
        desk.send_header("Content-Length", str(len(BODY) - first))
        desk.end_headers()
        self.breaks -= 1
        desk.wfile.write(BODY[first : first + HALF] if self.breaks >= 0 else BODY[first:])


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "large.zip"


@pytest.mark.parametrize("headers", [{"ETag": '"7"'}, {"Last_Modified": "Wed, 01 Jan 2025 00:00:00 GMT"}])
def test_what_breaks_off_twice_is_gone_on_with_where_it_broke_off(
    headers: dict[str, str], office: Any, into: Path
) -> None:
    office.answers = [Shelf(2, **headers)]
    assert get(office.url, into, patience=QUICK) is True
    assert into.read_bytes() == BODY
    assert [asked.get("range") for asked in office.asked] == [None, "bytes=300000-", "bytes=600000-"]
    assert sorted(path.name for path in into.parent.iterdir()) == ["large.zip", "large.zip.version.json"]


def test_what_was_begun_is_gone_on_with_on_another_day(office: Any, into: Path) -> None:
    office.answers = [Shelf(1, ETag='"7"')]
    with pytest.raises(SourceError, match="broke off after 300000 of 1024000 bytes; tried 1 times"):
        get(office.url, into, patience=Patience(tries=1))
    assert not into.exists()
    assert get(office.url, into, patience=QUICK) is True
    assert (office.asked[1]["range"], into.read_bytes() == BODY) == ("bytes=300000-", True)


def test_another_version_is_fetched_whole(office: Any, into: Path) -> None:
    office.answers = [Shelf(1, ETag='"7"'), Shelf(0, ETag='"8"')]
    assert get(office.url, into, patience=QUICK) is True
    assert office.asked[1]["if-range"] == '"7"'
    assert into.read_bytes() == BODY


@pytest.mark.parametrize("headers", [{}, {"ETag": 'W/"7"'}])
def test_without_a_version_to_go_by_the_beginning_is_thrown_away(
    headers: dict[str, str], office: Any, into: Path
) -> None:
    office.answers = [Shelf(1, **headers)]
    assert get(office.url, into, patience=QUICK) is True
    assert "range" not in office.asked[1]
    assert into.read_bytes() == BODY


def test_the_beginning_of_one_address_is_not_gone_on_with_from_another(office: Any, into: Path) -> None:
    office.answers = [Shelf(1, ETag='"7"')]
    with pytest.raises(SourceError):
        get(office.url, into, patience=Patience(tries=1))
    assert get(office.url + "?other", into, patience=QUICK) is True
    assert "range" not in office.asked[1]


def test_a_server_without_a_rest_or_with_another_piece_is_asked_for_the_whole(office: Any, into: Path) -> None:
    def no_rest(desk: Any) -> None:
        desk.give(416, b"", {})

    def elsewhere(desk: Any) -> None:
        desk.give(206, BODY[5:], {"ETag": '"7"', "Content-Range": f"bytes 5-{len(BODY) - 1}/{len(BODY)}"})

    for odd in (no_rest, elsewhere):
        into.unlink(missing_ok=True)
        office.asked, office.answers = [], [Shelf(1, ETag='"7"'), odd, Shelf(0, ETag='"7"')]
        assert get(office.url, into, patience=QUICK) is True
        assert [asked.get("range") for asked in office.asked] == [None, "bytes=300000-", None]
        assert into.read_bytes() == BODY


def test_the_old_copy_stays_until_the_new_one_is_whole(office: Any, into: Path) -> None:
    into.write_bytes(b"old")
    office.answers = [Shelf(9, ETag='"7"')]
    with pytest.raises(SourceError, match="broke off after 300000"):
        get(office.url, into, patience=Patience(tries=1))
    assert into.read_bytes() == b"old"


def test_a_limit_counts_what_was_there_before(office: Any, into: Path) -> None:
    office.answers = [Shelf(1, ETag='"7"')]
    with pytest.raises(SourceError):
        get(office.url, into, patience=Patience(tries=1))
    with pytest.raises(SourceError, match="is too large: 1024000 bytes, and 900000 are allowed"):
        get(office.url, into, limit_bytes=900_000, patience=QUICK)


def test_a_large_file_passes_through_little_memory(office: Any, into: Path) -> None:
    def large(desk: Any) -> None:
        desk.send_response(200)
        desk.send_header("Content-Length", "40000000")
        desk.end_headers()
        for _ in range(40):
            desk.wfile.write(piece)

    piece = b"x" * 1_000_000
    office.answers = [large]
    tracemalloc.start()
    assert get(office.url, into, patience=QUICK) is True
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert into.stat().st_size == 40_000_000
    assert peak < 8_000_000


def test_headers_of_a_service_go_along_and_are_written_nowhere(office: Any, into: Path) -> None:
    office.answers = [Shelf(0, ETag='"7"')]
    get(office.url, into, patience=QUICK, headers={"X-ClientId": "my-key"})
    assert office.asked[0]["x-clientid"] == "my-key"
    assert all(b"my-key" not in path.read_bytes() for path in into.parent.iterdir())


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<S:Fault xmlns:S='x'><faultcode>413</faultcode><faultstring>EXTRACTION_TOO_BIG: ask for less</faultstring>"
         b"</S:Fault>", "EXTRACTION_TOO_BIG: ask for less"),
        (b'{"error": [{"status": 413, "id": 413, "label": "Too many rows."}]}', "Too many rows"),
        (b'{"errors": {"errorResult": "Error: 1", "errorReason": "Bad id"}}', "Error: 1"),
        (b"<m:Error><m:ErrorMessage code='100'><c:Text>No results &amp; no rows</c:Text></m:ErrorMessage></m:Error>",
         "No results & no rows"),
    ],
)  # fmt: skip
def test_what_a_service_says_of_a_fault_is_passed_on(body: bytes, words: str, office: Any, into: Path) -> None:
    office.answers = [lambda desk: desk.give(413, body, {"Content-Type": "application/xml"})]
    with pytest.raises(SourceError) as reason:
        get(office.url, into, patience=QUICK)
    assert str(reason.value) == f"{office.url} answers 413 (Request Entity Too Large): {words}."


def test_a_host_that_does_not_exist_is_said_at_once(into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    with pytest.raises(SourceError, match=r"The host of http://no\.host\.invalid/a cannot be found\."):
        get("http://no.host.invalid/a", into, patience=Patience(tries=3, wait_s=60))
