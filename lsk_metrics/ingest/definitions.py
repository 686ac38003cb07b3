"""What the indicators mean as a snapshot is built, as rows of it: passports and queries, read as they are written."""

import hashlib
from pathlib import Path

from lsk_metrics import paths
from lsk_metrics.warehouse.draft import Text


def folder() -> Path:
    return paths.PACKAGE / "indicators" / "sql"


def rows() -> list[Text]:
    """A row for each indicator: id, the passport's TOML, its query, and the checksum of the views all rest on."""
    views = (paths.PACKAGE / "warehouse" / "views.sql").read_bytes()
    shared = hashlib.sha256(views).hexdigest()
    found: list[Text] = []
    for path in sorted(folder().glob("*.sql")):
        head, _closed, body = path.read_text(encoding="utf-8").partition("*/")
        passport = head.removeprefix("/*").strip()
        found.append({"indicator": path.stem, "passport": passport, "sql": body.strip(), "shared_sha256": shared})
    return found
