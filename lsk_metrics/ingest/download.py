"""The only network code: one file from one address, whole or not at all, when a person asks for it.

urllib of the standard library is enough for a file now and then: it heeds the machine's proxy settings and
certificates, and a larger library would be one more thing to install, pin and trust on every machine."""

import hashlib
import http.client
import json
import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lsk_metrics import __version__
from lsk_metrics.errors import SourceError

LIMIT_BYTES = 100_000_000
CHUNK_BYTES = 65_536
HEADERS = {"User-Agent": f"lsk-metrics/{__version__}", "Accept-Encoding": "identity"}
PASSING = (408, 425, 429, 500, 502, 503, 504)
WEB_PAGE = (b"<!doctype html", b"<html")


@dataclass(frozen=True)
class Patience:
    """How often to try, and how long to wait: before the second try (doubled for each further one), and for bytes."""

    tries: int = 4
    wait_s: float = 1.0
    longest_wait_s: float = 60.0
    silence_s: float = 20.0
    whole_s: float = 300.0


USUAL = Patience()


class Passing(Exception):
    """A failure that may be gone at the next try; the server may say after how many seconds."""

    def __init__(self, reason: str, wait_s: float | None = None) -> None:
        super().__init__(reason)
        self.wait_s = wait_s


def get(url: str, into: Path, limit_bytes: int = LIMIT_BYTES, patience: Patience = USUAL) -> bool:
    """Fetch a file; False where the copy in `into` is still the newest. Raises SourceError and leaves that copy."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise SourceError(f"{url} is no web address; it should begin with https://.")
    wait_s = patience.wait_s
    for left in reversed(range(patience.tries)):
        try:
            return attempt(url, into, limit_bytes, patience)
        except Passing as reason:
            asked = wait_s if reason.wait_s is None else reason.wait_s
            if asked > patience.longest_wait_s:
                raise SourceError(f"{url} {reason}, and asks to wait {asked:.0f} seconds. Try again then.") from reason
            if not left:
                raise SourceError(f"{url} {reason}; tried {patience.tries} times. Try again later.") from reason
            time.sleep(asked)
            wait_s *= 2
    raise SourceError(f"{url} was not asked for: the number of tries is {patience.tries}.")


def attempt(url: str, into: Path, limit_bytes: int, patience: Patience) -> bool:
    request = urllib.request.Request(url, headers=HEADERS | conditions(url, into))
    try:
        with urllib.request.urlopen(request, timeout=patience.silence_s) as answer:
            body, headers = received(url, answer, limit_bytes, patience), answer.headers
    except urllib.error.HTTPError as answer:
        with answer:
            if answer.code == 304 and into.is_file():
                return False
            said = f"answers {answer.code} ({answer.reason})"
            if answer.code in PASSING:
                raise Passing(said, retry_after(answer.headers.get("Retry-After"))) from answer
            raise SourceError(f"{url} {said}. Is the address right?") from answer
    except (OSError, http.client.HTTPException) as reason:
        raise unreached(url, reason) from reason
    store(body, into, {"url": url, "etag": headers.get("ETag"), "last_modified": headers.get("Last-Modified")})
    return True


def unreached(url: str, reason: Exception) -> Exception:
    """A failure below HTTP in words; only a certificate nobody trusts will not be better at the next try."""
    cause = reason.reason if isinstance(reason, urllib.error.URLError) else reason
    if isinstance(cause, ssl.SSLCertVerificationError):
        return SourceError(f"The certificate of {url} is not trusted here: {cause.verify_message}.")
    if isinstance(cause, TimeoutError):
        return Passing("does not answer in time")
    if isinstance(cause, http.client.IncompleteRead):
        return Passing("broke off before the end")
    return Passing(f"cannot be reached ({cause})")


def received(url: str, answer: Any, limit_bytes: int, patience: Patience) -> bytes:
    """The whole body; raises Passing where it breaks off, SourceError where it is too large or a web page."""
    length = answer.headers.get("Content-Length") or ""
    declared = int(length) if length.isdecimal() else None
    if declared is not None and declared > limit_bytes:
        raise SourceError(f"{url} is too large: {declared} bytes, and {limit_bytes} are allowed.")
    body = bytearray()
    end = time.monotonic() + patience.whole_s
    while chunk := answer.read1(CHUNK_BYTES):
        body += chunk
        if len(body) > limit_bytes:
            raise SourceError(f"{url} is too large: it goes on beyond the {limit_bytes} bytes that are allowed.")
        if time.monotonic() > end:
            raise Passing(f"is too slow: {len(body)} bytes in {patience.whole_s:.0f} seconds")
    if declared is not None and len(body) < declared:
        raise Passing(f"broke off after {len(body)} of {declared} bytes")
    if not body:
        raise Passing("answers with an empty file")
    kind = answer.headers.get_content_type()
    if kind in ("text/html", "application/xhtml+xml") or body[:200].lstrip().lower().startswith(WEB_PAGE):
        raise SourceError(
            f"{url} answers with a web page instead of a file. A proxy or a log-in page may stand between, "
            "or the address has changed: open it in a browser."
        )
    return bytes(body)


def retry_after(given: str | None) -> float | None:
    """Seconds from a Retry-After header, which holds seconds or a date; nothing where it holds neither."""
    if not given:
        return None
    if given.strip().isdecimal():
        return float(given)
    try:
        moment = parsedate_to_datetime(given)
    except ValueError:
        return None
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (zoned - datetime.now(UTC)).total_seconds())


def mark(into: Path) -> Path:
    """The file beside a fetched one that says which version it is."""
    return into.with_name(f"{into.name}.version.json")


def conditions(url: str, into: Path) -> dict[str, str]:
    """Headers that ask for the file only if it has changed; none unless the copy is as it was fetched from there."""
    if not into.is_file() or not mark(into).is_file():
        return {}
    try:
        known = json.loads(mark(into).read_text(encoding="utf-8"))
    except ValueError:
        return {}
    if known.get("url") != url or known.get("sha256") != hashlib.sha256(into.read_bytes()).hexdigest():
        return {}
    asked = {"If-None-Match": known.get("etag"), "If-Modified-Since": known.get("last_modified")}
    return {name: value for name, value in asked.items() if value}


def store(body: bytes, into: Path, version: dict[str, str | None]) -> None:
    marked = json.dumps(version | {"sha256": hashlib.sha256(body).hexdigest()}, indent=1).encode("utf-8")
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        for place, content in ((into, body), (mark(into), marked)):
            written = place.with_name(f".{place.name}.part")
            written.write_bytes(content)
            written.replace(place)
    except OSError as reason:
        raise SourceError(f"{into} cannot be written: {reason.strerror}.") from reason
