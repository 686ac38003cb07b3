"""Reviews of which a pack was made: each a small file with all that it asks, so that its id opens it again."""

import json
import os
import re
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import NameUnknown, SnapshotError

# An id is never a path: these letters alone.
ID = re.compile(r"[a-z][a-z0-9_]{0,30}-[0-9]{8}-[0-9a-f]{8}")


def folder() -> Path:
    return paths.home() / "reviews"


def ids() -> list[str]:
    """Of all reviews that are kept."""
    return sorted(path.stem for path in folder().glob("*.json") if ID.fullmatch(path.stem))


def keep(review: str, document: dict[str, Any]) -> None:
    """Write down what a review asks, whole or not at all. Raises NameUnknown for what is no id, else SnapshotError."""
    path = folder() / f"{known(review)}.json"
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as reason:
        beside.unlink(missing_ok=True)
        raise SnapshotError("{path} cannot be written: {why}.", path=path, why=reason.strerror) from reason


def kept(review: str) -> dict[str, Any]:
    """What a review asks; raises NameUnknown with the nearest id there is, or SnapshotError for a damaged file."""
    path = folder() / f"{known(review)}.json"
    if not path.is_file():
        raise NameUnknown("review", review, ids())
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        return dict(document)
    except (OSError, ValueError, TypeError) as reason:
        words = "{path} is damaged and cannot be read. “lsk restore PACK.zip” writes it anew."
        raise SnapshotError(words, path=path) from reason


def known(review: str) -> str:
    """The id, if it is one at all."""
    if not ID.fullmatch(review):
        raise NameUnknown("review", review, ids())
    return review
