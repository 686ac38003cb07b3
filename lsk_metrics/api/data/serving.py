"""The data routes as a part of the application that is asked first: found, limited, read, made, and sent."""

from __future__ import annotations

import gzip
import hashlib
import time
from collections.abc import Mapping
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lsk_metrics.api import early
from lsk_metrics.api.data import asked as asking
from lsk_metrics.api.data import limits, parameters
from lsk_metrics.api.data.accept import preferred
from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.counting import ROUTE
from lsk_metrics.api.data.entry import Entry
from lsk_metrics.api.data.kept import Shelf
from lsk_metrics.api.data.metadata import CSL, DESCRIBED, LINKED
from lsk_metrics.api.data.problems import MEDIA, Refusal, of_reason
from lsk_metrics.api.data.table import ENTRIES
from lsk_metrics.errors import LskError, NameUnknown
from lsk_metrics.language import gettext as _
from lsk_metrics.language import use

METHODS = "GET, HEAD, OPTIONS"
# Read from any other site, by any script, without credentials.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, "
    "X-Total-Count",
    "X-Content-Type-Options": "nosniff",
}
PREFLIGHT = {
    "Allow": METHODS,
    "Access-Control-Allow-Methods": METHODS,
    "Access-Control-Allow-Headers": "If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
}
COMPRESSED = ("application/json", "text/", "image/svg+xml", MEDIA, LINKED, DESCRIBED, CSL)


class Data:
    """Answers what begins with /api/, and what stands in the table; passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.buckets, self.shelf = app, limits.settings(), Shelf()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] + "/" * (scope["path"] == "/api/v1") if scope["type"] == "http" else ""
        entry, named = route(path)
        if entry is None and path != "/api" and not path.startswith("/api/"):
            await self.app(scope, receive, send)
            return
        scope[ROUTE] = entry.path if entry else "/api/"
        headers = Headers(scope=scope)
        left = None
        if entry is None or entry.limited:
            left = self.buckets.taken((scope.get("client") or ("",))[0], time.monotonic())
        shown = {**OPEN, **(self.buckets.headers(left) if left else {})}
        wanted = Wanted(scope["method"], path, scope["query_string"], headers, left is None or left.allowed)
        status, made, said = await run_in_threadpool(self.answered, entry, named, wanted)
        # A body is small and in memory: it is compressed once, beside the loop, and kept so.
        is_small = made.media.startswith(COMPRESSED) and bool(made.body)
        body, packing = made.body, {}
        if is_small and "gzip" in headers.get("accept-encoding", ""):
            packing = {"Content-Encoding": "gzip"}
        elif is_small:
            body = await run_in_threadpool(gzip.decompress, body)
        sent = {**shown, **dict(made.headers), **said, **packing, "Vary": vary(entry)}
        if status not in (204, 304):
            sent |= {"Content-Type": made.media, "Content-Length": str(len(body))}
        await Response(b"" if scope["method"] == "HEAD" else body, status, sent)(scope, receive, send)

    def answered(
        self, entry: Entry | None, named: Mapping[str, str], wanted: Wanted
    ) -> tuple[int, Made, dict[str, str]]:
        """Status, what is sent, and headers; in a thread, which speaks the reader's language."""
        lang = asking.language(dict(parameters.pairs(wanted.query)), wanted.headers.get("accept-language", ""))
        use(lang)
        try:
            entry = admitted(entry, wanted)
            if wanted.method == "OPTIONS":
                return 204, Made(b"", ""), PREFLIGHT
            query = parameters.read(wanted.query, entry.parameters)
            return self.made(entry, named, wanted, query, lang)
        except (Refusal, LskError) as reason:
            refusal = reason if isinstance(reason, Refusal) else of_reason(reason)
            return refusal.status, told(refusal, wanted.path), {**refusal.headers, "Content-Language": lang}

    def made(
        self, entry: Entry, named: Mapping[str, str], wanted: Wanted, query: Mapping[str, str], lang: str
    ) -> tuple[int, Made, dict[str, str]]:
        """What the entry makes, anew or as it was kept; 304 where the client has it already."""
        said = {"Cache-Control": "no-cache", "Content-Language": lang}
        accept = preferred(wanted.headers.get("accept", ""), entry.media) or ""
        if not entry.of_snapshot:
            made = packed(entry.make(Asked(wanted.path, lang, "", None, named, query)))
            status = int(dict(made.headers).get(":status", "200"))
            made = replace(made, headers=tuple(each for each in made.headers if each[0] != ":status"))
            if not entry.limited:
                return status, made, {**said, "Cache-Control": "no-store"}
            said |= {"ETag": tag(made.body.hex(), lang)}
        else:
            snapshot = asking.snapshot(query)
            asked = Asked(wanted.path, lang, snapshot.id, snapshot.built_at, named, query, accept)
            key = (early.program(), snapshot.id, lang, wanted.path, accept, *sorted(query.items()))
            said |= {"ETag": tag(*map(str, key)), "Last-Modified": asking.http_date(snapshot.built_at)}
            if fresh(wanted.headers, said):
                return 304, Made(b"", ""), said
            made = self.shelf.recall(key, lambda: packed(entry.make(asked)))
        return (304, Made(b"", ""), said) if fresh(wanted.headers, said) else (200, made, said)


class Wanted:
    """A request as it came; allowed: whether the client has not asked too often."""

    def __init__(self, method: str, path: str, query: bytes, headers: Headers, allowed: bool) -> None:
        self.method, self.path, self.query, self.headers, self.allowed = method, path, query, headers, allowed


def route(path: str) -> tuple[Entry | None, dict[str, str]]:
    """The entry of the table that an address means, with what it names."""
    for entry in ENTRIES:
        if found := entry.pattern.fullmatch(path):
            return entry, found.groupdict()
    return None, {}


def admitted(entry: Entry | None, wanted: Wanted) -> Entry:
    """The entry, unless the request is refused before anything is read."""
    if not wanted.allowed:
        raise Refusal("too-many-requests", _("Wait as long as Retry-After says, then ask again."))
    if entry is None:
        raise Refusal("unknown-address", NameUnknown("address", wanted.path, [each.path for each in ENTRIES]))
    if wanted.method not in METHODS.split(", "):
        raise Refusal("wrong-method", _("Ask with GET or HEAD."), {"Allow": METHODS})
    return entry


def told(refusal: Refusal, path: str) -> Made:
    return packed(Made(refusal.document(path), MEDIA, (("Cache-Control", "no-store"),)))


def packed(made: Made) -> Made:
    """The same, compressed where that makes it smaller."""
    return replace(made, body=gzip.compress(made.body, 6, mtime=0)) if made.media.startswith(COMPRESSED) else made


def tag(*parts: str) -> str:
    """An ETag; weak, for the same answer may be sent compressed or not."""
    return f'W/"{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()[:24]}"'


def fresh(headers: Headers, said: Mapping[str, str]) -> bool:
    """Whether the client has this already. A date counts only where it is the very same: after a roll-back the
    snapshot that readers see is older than the one a client may have."""
    if known := headers.get("if-none-match"):
        tags = [each.strip().removeprefix("W/") for each in known.split(",")]
        return "*" in tags or said["ETag"].removeprefix("W/") in tags
    since = headers.get("if-modified-since")
    return since is not None and since == said.get("Last-Modified")


def vary(entry: Entry | None) -> str:
    return "Accept-Encoding, Accept-Language" + (", Accept" if entry and entry.negotiated else "")
