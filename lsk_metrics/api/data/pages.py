"""Lists in parts: a bounded number of items, how many there are, and where the next part is."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.parameters import USUAL_ITEMS

Item = TypeVar("Item")


def page(asked: Asked, items: Sequence[Item], told: Callable[[Item], dict[str, Any]]) -> Made:
    """The part of a list that is asked for, each item as JSON."""
    limit, offset = asked.number("limit", USUAL_ITEMS), asked.number("offset", 0)
    said = {
        **({"snapshot": asked.snapshot} if asked.snapshot else {}),
        "total": len(items),
        "limit": limit,
        "offset": offset,
        "items": [told(each) for each in items[offset : offset + limit]],
    }
    return Made(as_json(said), "application/json", links(asked, limit, offset, len(items)))


def links(asked: Asked, limit: int, offset: int, total: int) -> tuple[tuple[str, str], ...]:
    """The header Link (RFC 8288) with the parts before and after this one; nothing where this is all."""
    said = []
    if offset > 0:
        said.append((max(offset - limit, 0), "prev"))
    if offset + limit < total:
        said.append((offset + limit, "next"))
    path = quote(asked.path)
    parts = [
        f'<{path}?{urlencode({**asked.query, "limit": limit, "offset": at})}>; rel="{which}"' for at, which in said
    ]
    return (("Link", ", ".join(parts)),) if parts else ()


def as_json(said: Any) -> bytes:
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
