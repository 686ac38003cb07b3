"""The OpenAPI 3.1 description of the data routes, written from the table by which they are served."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from lsk_metrics import __version__
from lsk_metrics.api.data import limits, problems, shapes
from lsk_metrics.api.data.entry import Entry
from lsk_metrics.api.data.registers import files
from lsk_metrics.api.data.table import ENTRIES
from lsk_metrics.exports.formats import FORMATS
from lsk_metrics.indicators import indicators, methods

ABOUT = (
    "The figures of the dashboard with kind, sources, caveats and snapshot: the same rows, sentences and bytes as "
    "its pages and its command line give. Reading is open to any site; nothing can be written. Errors are "
    "application/problem+json with a sentence in the language asked for."
)
HEADERS = {
    "ETag": "Of the snapshot, the program, the language and the parameters: send it back as If-None-Match.",
    "Last-Modified": "When the snapshot was built.",
    "Link": "Where the parts before and after this one are (RFC 8288).",
    "X-Total-Count": "How many rows there are altogether.",
    "RateLimit-Policy": "Requests that a client may make in how many seconds.",
    "RateLimit": "Requests left, and seconds until there is one more.",
    "Retry-After": "Seconds to wait.",
}


def document() -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "LSK Metrics", "version": __version__, "description": ABOUT},
        "servers": [{"url": "/"}],
        "paths": {entry.path: operations(entry) for entry in ENTRIES},
        "components": {"schemas": shapes.components(), "headers": headers()},
    }


def headers() -> dict[str, Any]:
    return {name: {"description": words, "schema": {"type": "string"}} for name, words in HEADERS.items()}


def named(entry: Entry, all_there_is: bool = True) -> list[dict[str, Any]]:
    """What the address names, with all there is; whoever asks what can be done may ask it of anything."""
    known = {
        "id": [each.id for each in [*indicators(), *methods()]],
        "format": list(FORMATS),
        "table": list(files()),
    }
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "string", **({"enum": known[name]} if all_there_is else {"minLength": 1})},
        }
        for name in entry.named
    ]


def operations(entry: Entry) -> dict[str, Any]:
    """What can be done at an address: read it, its head alone, and ask what can be done."""
    tag = "data" if entry.path.startswith("/api/") else "watching"
    query = [each.document() for each in entry.parameters]
    said = {"tags": [tag], "summary": entry.words, "parameters": [*named(entry), *query]}
    allowed = {"204": {"description": "What can be done here, in the header Allow."}}
    bare = {status: {"description": each["description"]} for status, each in responses(entry).items()}
    return {
        "get": {**said, "operationId": entry.name, "responses": responses(entry)},
        "head": {**said, "operationId": f"{entry.name}Head", "responses": bare},
        "options": {
            "tags": [tag],
            "summary": "What can be done here.",
            "operationId": f"{entry.name}Options",
            "parameters": named(entry, all_there_is=False),
            "responses": allowed | ({"429": problem(["too-many-requests"])} if entry.limited else {}),
        },
    }


def responses(entry: Entry) -> dict[str, Any]:
    """By status: the answer, that there is nothing new, and each problem that can come."""
    found: dict[str, Any] = {"200": success(entry)}
    if entry.limited:
        found["304"] = {"description": "The client has it already."}
    kinds = {"refused-value", "unknown-parameter", *entry.problems}
    kinds |= {"too-many-requests"} if entry.limited else set()
    kinds |= {"no-snapshot"} if entry.of_snapshot else set()
    by_status: dict[int, list[str]] = defaultdict(list)
    for kind in problems.KINDS:
        if kind in kinds:
            by_status[problems.KINDS[kind]].append(kind)
    found |= {str(status): problem(names) for status, names in sorted(by_status.items())}
    if entry.shape == "Health":
        found["503"] = {"description": "There is no snapshot.", "content": content(entry)}
    return found


def success(entry: Entry) -> dict[str, Any]:
    wanted = ["ETag"] if entry.limited else []
    wanted += ["Last-Modified"] if entry.of_snapshot else []
    wanted += ["RateLimit-Policy", "RateLimit"] if entry.limited and limits.settings().minute else []
    wanted += ["Link"] if any(each.name == "offset" for each in entry.parameters) else []
    said = {name: {"$ref": f"#/components/headers/{name}"} for name in wanted}
    return {"description": entry.words, **({"headers": said} if said else {}), "content": content(entry)}


def content(entry: Entry) -> dict[str, Any]:
    """The media types of an answer; JSON with its component, everything else as text or bytes."""
    return {media: of_media(entry, media) for media in entry.media}


def of_media(entry: Entry, media: str) -> dict[str, Any]:
    if media == "application/json":
        return {"schema": shapes.ref(entry.shape)}
    return {"schema": {"type": "string"}} if media.startswith("text/") or "xml" in media.split("+") else {}


def problem(kinds: list[str]) -> dict[str, Any]:
    """One status with the kinds of problem it stands for, and an example of the first."""
    words = problems.titles()
    status = problems.KINDS[kinds[0]]
    example = {
        "type": f"{problems.PLACE}#{kinds[0]}",
        "title": words[kinds[0]],
        "status": status,
        "detail": words[kinds[0]],
        "instance": "/api/v1/indicators",
    }
    return {
        "description": " ".join(words[kind] for kind in kinds),
        "content": {problems.MEDIA: {"schema": shapes.ref("Problem"), "example": example}},
    }
