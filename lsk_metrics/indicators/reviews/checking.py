"""What a review may be: its name, its day, what it asks of all figures; and the id that follows from all of it."""

from __future__ import annotations

import json
import re
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators.parameters import FILTERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lsk_metrics.indicators.reviews.review import Review

LONGEST = 120
# What a review may ask of all its figures at once; each figure hears of it what its passport knows.
EVERYWHERE = ("illustrative",)
OF_REGIONS = ("peers",)
SHARED = (*EVERYWHERE, *OF_REGIONS, *FILTERS)


def identified(document: Mapping[str, Any]) -> str:
    """The id of the review that a document asks for."""
    held = json.dumps(document, sort_keys=True, ensure_ascii=False).encode("utf-8")
    return f"{document['story']}-{document['date'].replace('-', '')}-{sha256(held).hexdigest()[:8]}"


def checked(found: Review) -> Review:
    """The review, if name, day and what it asks of all figures may be so; raises ValueRefused or NameUnknown."""
    if len(found.name) > LONGEST or not found.name.isprintable():
        raise ValueRefused("The name of a review has at most {most} characters.", most=LONGEST)
    if dated(found.on, found.snapshot) != found.on:
        raise ValueRefused("The date of a review is written 2026-05-21, not “{text}”.", text=found.on)
    for name, _text in found.shared:
        if name not in SHARED:
            raise NameUnknown("parameter", name, SHARED)
    return found


def dated(text: str, snapshot: str) -> str:
    """An ISO day; that of the snapshot unless one is given. Raises ValueRefused."""
    if not text:
        return f"{snapshot[:4]}-{snapshot[4:6]}-{snapshot[6:8]}"
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueRefused("The date of a review is written 2026-05-21, not “{text}”.", text=text)
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ValueRefused("There is no day “{text}”.", text=text) from None
