"""What is on disk of a file that comes over the network: the finished copy, and the beginning of one that broke off.

A beginning is used again only where the server has said which version it is of; else it is thrown away."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn

from lsk_metrics.errors import SourceError


class Part:
    """The beginning of one file from one address, beside the place where the finished file shall lie."""

    def __init__(self, url: str, into: Path) -> None:
        self.url, self.into = url, into
        self.path = into.with_name(f".{into.name}.part")
        self.about = into.with_name(f".{into.name}.part.json")

    def size(self) -> int:
        return self.path.stat().st_size if self.path.is_file() else 0

    def version(self) -> str | None:
        """What the server named the version the beginning is of; None where there is nothing to go on with."""
        known = noted(self.about)
        return str(known["version"]) if self.size() and known.get("url") == self.url and known.get("version") else None

    def wanted(self) -> dict[str, str]:
        """Headers that ask for the rest, and for the whole where the version is another by now."""
        version = self.version()
        return {"Range": f"bytes={self.size()}-", "If-Range": version} if version else {}

    def begin(self, version: str | None) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.path.write_bytes(b"")
            self.about.write_text(json.dumps({"url": self.url, "version": version}), encoding="utf-8")
        except OSError as reason:
            self.refuse(reason)

    def add(self, chunk: bytes) -> None:
        try:
            with self.path.open("ab") as file:
                file.write(chunk)
        except OSError as reason:
            self.refuse(reason)

    def finish(self, version: Mapping[str, str | None]) -> None:
        """The finished file takes its place, and its mark says which version it is."""
        try:
            marked = {"url": self.url, **version, "sha256": sha256(self.path)}
            self.path.replace(self.into)
            self.about.write_text(json.dumps(marked, indent=1), encoding="utf-8")
            self.about.replace(mark(self.into))
        except OSError as reason:
            self.refuse(reason)

    def drop(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
            self.about.unlink(missing_ok=True)

    def refuse(self, reason: OSError) -> NoReturn:
        raise SourceError(f"{self.into} cannot be written: {reason.strerror}.") from reason


def version(headers: Mapping[str, str]) -> str | None:
    """What If-Range may be given: a strong ETag, else the date of change; None where the server gives neither."""
    etag = headers.get("ETag")
    return etag if etag and not etag.startswith("W/") else headers.get("Last-Modified")


def mark(into: Path) -> Path:
    """The file beside a fetched one that says which version it is."""
    return into.with_name(f"{into.name}.version.json")


def conditions(url: str, into: Path) -> dict[str, str]:
    """Headers that ask for the file only if it has changed; none unless the copy is as it was fetched from there."""
    known = noted(mark(into))
    if not into.is_file() or known.get("url") != url or known.get("sha256") != sha256(into):
        return {}
    asked = {"If-None-Match": known.get("etag"), "If-Modified-Since": known.get("last_modified")}
    return {name: value for name, value in asked.items() if value}


@contextmanager
def examined(*files: Path) -> Iterator[None]:
    """What looks into fetched files: where it refuses them they are fetched whole next time, changed or not."""
    try:
        yield
    except SourceError:
        for into in files:
            with suppress(OSError):
                mark(into).unlink(missing_ok=True)
        raise


def noted(path: Path) -> dict[str, Any]:
    """What a note on disk says; nothing where there is none or it cannot be read."""
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
