"""What a service says of a fault, in its own words: it answers in XML or JSON where a table was asked for."""

import json
import re
from html import unescape
from typing import Any

# Eurostat's SOAP fault, SDMX's error message, and the texts of GUS and of Eurostat's JSON.
IN_XML = re.compile(r"<(?:\w+:)?(?:faultstring|Text|message)\b[^>]*>\s*([^<]+?)\s*</", re.IGNORECASE)
# Eurostat puts a large request into a queue and answers with the place in it.
QUEUED = re.compile(r"<(?:\w+:)?(?:queued|syncResponse)\b", re.IGNORECASE)
IN_JSON = ("label", "message", "errorResult", "errorReason", "detail", "title", "error", "errors")
LONGEST = 300


def told(body: bytes) -> str:
    """The service's own sentence, or nothing where none is found."""
    text = body.decode("utf-8", errors="replace").strip()
    if text.startswith(("{", "[")):
        try:
            return short(in_json(json.loads(text)))
        except ValueError:
            return ""
    if QUEUED.search(text):
        return "the answer is still being prepared; ask again in some minutes"
    found = IN_XML.search(text)
    return short(unescape(found[1])) if found else ""


def in_json(given: Any) -> str:
    if isinstance(given, str):
        return given
    if isinstance(given, list):
        return next((said for part in given if (said := in_json(part))), "")
    if isinstance(given, dict):
        return next((said for name in IN_JSON if (said := in_json(given.get(name)))), "")
    return ""


def short(text: str) -> str:
    """One line, without what a terminal would obey."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def is_markup(beginning: bytes) -> bool:
    """Whether a file that should be a table begins as XML, HTML or JSON does."""
    return beginning.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"{", b"["))
