"""Figures of powiats from the Local Data Bank (BDL) of Statistics Poland; the cards say which variables.

An anonymous user may ask 5 times a second and 100 times in 15 minutes; a key in LSK_BDL_KEY raises that."""

import json
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import NameUnknown, SourceError
from lsk_metrics.ingest import download, faults, fetched, partial, source
from lsk_metrics.ingest.importers import bdl
from lsk_metrics.ingest.source import Source

BASE = "https://bdl.stat.gov.pl/api/v1"
NAME = "bdl"
PAGE = 100
PAUSE_S = 0.25
MOST_PAGES = 50


def datasets() -> list[str]:
    return sorted(source.fetchable(NAME))


def fetch(say: Callable[[str], None], dataset: str) -> list[str]:
    """Fetch the variables of one card, and keep them where they have changed; raises SourceError and loses nothing."""
    known = source.fetchable(NAME)
    if dataset not in known:
        raise NameUnknown("dataset of the Local Data Bank", dataset, known)
    card = known[dataset]
    folder = paths.home() / "downloads" / NAME
    pages = [page for variable in card.fetch["variables"] for page in received(variable, card, folder, say)]
    joined = folder / f"{dataset}.bdl.json"
    joined.write_text(json.dumps(pages, ensure_ascii=False, indent=0), encoding="utf-8")
    with partial.examined(*folder.glob(f"{card.id}-*.json")):
        bdl.read(joined, card.fetch)
    if fetched.holds(dataset, joined):
        return []
    fetched.keep(
        fetched.renewed(card, url=address(card.fetch["variables"][0], card, 0), file=joined.name, **NOTES), joined
    )
    return [dataset]


def received(
    variable: Mapping[str, Any], card: Source, folder: Path, say: Callable[[str], None]
) -> list[dict[str, Any]]:
    """All pages of one variable, as the service gave them."""
    pages: list[dict[str, Any]] = []
    key = os.environ.get("LSK_BDL_KEY")
    say(f"Fetching {address(variable, card, 0)}")
    while len(pages) < MOST_PAGES:
        into = folder / f"{card.id}-{variable['id']}-{len(pages)}.json"
        download.get(address(variable, card, len(pages)), into, headers={"X-ClientId": key} if key else None)
        with partial.examined(into):
            page = opened(into)
        pages.append(page)
        if len(pages) * PAGE >= int(page["totalRecords"]):
            return pages
        time.sleep(PAUSE_S)
    raise SourceError(f"The Local Data Bank gives more than {MOST_PAGES} pages for variable {variable['id']}.")


def opened(path: Path) -> dict[str, Any]:
    """One page; raises SourceError with what the service says instead of it."""
    try:
        page = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        page = None
    if isinstance(page, dict) and {"results", "totalRecords", "variableId"} <= set(page):
        return page
    said = faults.told(path.read_bytes()[:65536])
    raise SourceError(
        "The Local Data Bank gives no figures" + (f": {said.rstrip('.')}." if said else f" ({path.name}).")
    )


def address(variable: Mapping[str, Any], card: Source, page: int) -> str:
    base = (os.environ.get("LSK_BDL_URL") or BASE).rstrip("/")
    where = f"unit-parent-id={card.fetch['parent']}&unit-level={card.fetch['level']}"
    return f"{base}/data/by-variable/{variable['id']}?{where}&page={page}&page-size={PAGE}&format=json&lang=en"


NOTES = {
    "note": "The answers of the Local Data Bank, kept as they were received.",
    "note_pl": "Odpowiedzi Banku Danych Lokalnych, zachowane w otrzymanej postaci.",
}
