"""The only network code: one file from one address, whole or not at all, when a person asks for it.

urllib of the standard library does it (why: docs/decisions.md). A file of any size passes through memory in pieces of
64 KB; one that breaks off is gone on with where the server still has the same version of it."""

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lsk_metrics import __version__
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import faults, partial
from lsk_metrics.ingest.partial import Part
from lsk_metrics.ingest.passing import Passing, retry_after
from lsk_metrics.ingest.progress import Progress

LIMIT_BYTES = 100_000_000
CHUNK_BYTES = 65_536
HEADERS = {"User-Agent": f"lsk-metrics/{__version__}", "Accept-Encoding": "identity"}
PASSING = (408, 425, 429, 500, 502, 503, 504)
WEB_PAGE = (b"<!doctype html", b"<html")
NOT_THE_REST = 416


@dataclass(frozen=True)
class Patience:
    """How often to try, and how long to wait: before the second try (doubled for each further one), and for bytes."""

    tries: int = 4
    wait_s: float = 1.0
    longest_wait_s: float = 60.0
    silence_s: float = 20.0
    whole_s: float = 300.0


USUAL = Patience()
LARGE = Patience(tries=8, whole_s=3600.0)


def get(
    url: str,
    into: Path,
    limit_bytes: int = LIMIT_BYTES,
    patience: Patience = USUAL,
    headers: Mapping[str, str] | None = None,
) -> bool:
    """Fetch a file; False where the copy in `into` is still the newest. Raises SourceError and leaves that copy."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise SourceError(f"{url} is no web address; it should begin with https://.")
    wait_s = patience.wait_s
    for left in reversed(range(patience.tries)):
        try:
            return attempt(url, into, limit_bytes, patience, headers or {})
        except Passing as reason:
            asked = wait_s if reason.wait_s is None else reason.wait_s
            if asked > patience.longest_wait_s:
                raise SourceError(f"{url} {reason}, and asks to wait {asked:.0f} seconds. Try again then.") from reason
            if not left:
                raise SourceError(f"{url} {reason}; tried {patience.tries} times. Try again later.") from reason
            time.sleep(asked)
            wait_s *= 2
    raise SourceError(f"{url} was not asked for: the number of tries is {patience.tries}.")


def attempt(url: str, into: Path, limit_bytes: int, patience: Patience, headers: Mapping[str, str]) -> bool:
    part = Part(url, into)
    asked = {**HEADERS, **headers, **partial.conditions(url, into), **part.wanted()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=asked), timeout=patience.silence_s) as answer:
            size = receive(answer, part, limit_bytes, patience)
            if part.size() != size:
                part.drop()
                raise Passing("was being fetched by another process at the same time")
            part.finish({"etag": answer.headers.get("ETag"), "last_modified": answer.headers.get("Last-Modified")})
    except urllib.error.HTTPError as answer:
        with answer:
            return refused(answer, part)
    except (OSError, http.client.HTTPException) as reason:
        raise unreached(url, reason) from reason
    finally:
        if part.version() is None:
            part.drop()
    return True


def refused(answer: urllib.error.HTTPError, part: Part) -> bool:
    """False where the copy is still the newest; else raises Passing or SourceError, in the server's own words too."""
    if answer.code == 304 and part.into.is_file():
        part.drop()
        return False
    if answer.code == NOT_THE_REST and part.size():
        part.drop()
        raise Passing("has no rest of the file that was begun", 0.0)
    words = own_words(answer)
    said = f"answers {answer.code} ({answer.reason})" + (f": {words.rstrip('.')}" if words else "")
    if answer.code in PASSING:
        raise Passing(said, retry_after(answer.headers.get("Retry-After")))
    raise SourceError(f"{part.url} {said}.{'' if words else ' Is the address right?'}") from answer


def own_words(answer: urllib.error.HTTPError) -> str:
    """What the server says of the fault itself; nothing where it breaks off."""
    try:
        return faults.told(answer.read(CHUNK_BYTES))
    except (OSError, http.client.HTTPException):
        return ""


def unreached(url: str, reason: Exception) -> Exception:
    """A failure below HTTP in words; an unknown host and a certificate nobody trusts are no better at the next try."""
    cause = reason.reason if isinstance(reason, urllib.error.URLError) else reason
    if isinstance(cause, ssl.SSLCertVerificationError):
        return SourceError(f"The certificate of {url} is not trusted here: {cause.verify_message}.")
    if isinstance(cause, socket.gaierror):
        return SourceError(f"The host of {url} cannot be found. Is this machine on the network?")
    if isinstance(cause, TimeoutError):
        return Passing("does not answer in time")
    if isinstance(cause, http.client.IncompleteRead):
        return Passing("broke off before the end")
    return Passing(f"cannot be reached ({cause})")


def receive(answer: Any, part: Part, limit_bytes: int, patience: Patience) -> int:
    """The body into its part; gives the size of the whole file.

    Raises Passing where it breaks off, SourceError where it is too large or a web page."""
    begun = answered_from(answer, part)
    length = answer.headers.get("Content-Length") or ""
    total = begun + int(length) if length.isdecimal() else None
    if total is not None and total > limit_bytes:
        raise SourceError(f"{part.url} is too large: {total} bytes, and {limit_bytes} are allowed.")
    end = time.monotonic() + patience.whole_s
    with Progress(part.into.name, begun, total) as progress:
        while chunk := answer.read1(CHUNK_BYTES):
            if not progress.done:
                refuse_web_page(part.url, answer.headers.get_content_type(), chunk)
                part.begin(partial.version(answer.headers))
            part.add(chunk)
            progress.add(len(chunk))
            if progress.done > limit_bytes:
                part.drop()
                raise SourceError(
                    f"{part.url} is too large: it goes on beyond the {limit_bytes} bytes that are allowed."
                )
            if time.monotonic() > end:
                raise Passing(f"is too slow: {progress.done} bytes in {patience.whole_s:.0f} seconds")
    if total is not None and progress.done < total:
        raise Passing(f"broke off after {progress.done} of {total} bytes")
    if not progress.done:
        raise Passing("answers with an empty file")
    return progress.done


def answered_from(answer: Any, part: Part) -> int:
    """The byte the answer begins with: that after the part we have where the server goes on, else 0."""
    if answer.status != 206:
        return 0
    size, etag = part.size(), answer.headers.get("ETag")
    same = etag is None or partial.version(answer.headers) == part.version()
    if same and (answer.headers.get("Content-Range") or "").startswith(f"bytes {size}-"):
        return size
    part.drop()
    raise Passing("sends another piece of the file than was asked for")


def refuse_web_page(url: str, kind: str, beginning: bytes) -> None:
    if kind in ("text/html", "application/xhtml+xml") or beginning[:200].lstrip().lower().startswith(WEB_PAGE):
        raise SourceError(
            f"{url} answers with a web page instead of a file. A proxy or a log-in page may stand between, "
            "or the address has changed: open it in a browser."
        )
