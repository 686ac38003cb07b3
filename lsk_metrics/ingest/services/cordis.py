"""Projects of the framework programmes from CORDIS: a zip file a programme, read on trial before it is kept."""

import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import NameUnknown, SourceError
from lsk_metrics.ingest import download, fetched, partial
from lsk_metrics.ingest.importers import cordis
from lsk_metrics.warehouse.draft import Text

SERVICE = "cordis"
BASE = "https://cordis.europa.eu/data/"
LIMIT_BYTES = 500_000_000


def datasets() -> list[str]:
    return sorted(descriptions())


def fetch(say: Callable[[str], None], dataset: str) -> list[str]:
    """Fetch one programme and keep it; raises SourceError, and the copy there was stays."""
    known = descriptions()
    if dataset not in known:
        raise NameUnknown("programme of CORDIS", dataset, known)
    card = known[dataset]
    url = f"{(os.environ.get('LSK_CORDIS_URL') or BASE).rstrip('/')}/{card['file']}"
    into = paths.home() / "downloads" / SERVICE / str(card["file"])
    say(f"Fetching {url}")
    download.get(url, into, LIMIT_BYTES, download.LARGE)
    if fetched.holds(dataset, into):
        return []
    try:
        say(told(cordis.read(into, card["fetch"])))
    except SourceError:
        # What is no such file is not kept as a copy either, so that the next fetch asks for it anew.
        partial.mark(into).unlink(missing_ok=True)
        into.unlink(missing_ok=True)
        raise
    fetched.keep({**card, "url": url}, into)
    return [dataset]


def told(found: dict[str, list[Text]]) -> str:
    """What is kept of the file, in a sentence."""
    counts = {str(row["counted"]): int(row["count"] or 0) for row in found["file_counts"]}
    return (
        f"{len(found['projects']):,} of {counts['projects']:,} projects concern the region, with "
        f"{len(found['participations']):,} of {counts['participations']:,} participations; "
        f"{counts['unread']:,} rows are left out or read in part."
    )


def descriptions() -> dict[str, dict[str, Any]]:
    """By its id, the card each programme's file will have, but for what only the file can tell."""
    found = [described(path) for path in sorted((paths.data() / "services").glob("*.toml"))]
    return {str(card["id"]): card for card in found if card.get("fetch", {}).get("service") == SERVICE}


def described(path: Path) -> dict[str, Any]:
    try:
        card = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as reason:
        raise SourceError(f"{path.name} is not valid TOML: {reason}.") from reason
    if missing := sorted({"id", "file", "fetch"} - set(card)):
        raise SourceError(f"{path.name} lacks: {', '.join(missing)}.")
    return card
