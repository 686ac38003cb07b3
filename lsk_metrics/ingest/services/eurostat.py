"""Eurostat's tables of regions, from its dissemination service (SDMX 3.0) as SDMX-CSV; the cards say which.

The regions are not named in the request: codes differ between versions of NUTS, a whole column is a few megabytes,
and a region that is added to regions.csv later has its figures already."""

import os
from collections.abc import Callable
from urllib.parse import quote

from lsk_metrics import paths
from lsk_metrics.errors import NameUnknown, SourceError
from lsk_metrics.ingest import download, fetched, partial, source
from lsk_metrics.ingest.importers import sdmx
from lsk_metrics.ingest.source import Source

BASE = "https://ec.europa.eu/eurostat/api/dissemination"
FORMAT = "compress=false&format=csvdata&formatVersion=2.0&lang=en&labels=name"
NAME = "eurostat"


def datasets() -> list[str]:
    return sorted(source.fetchable(NAME))


def fetch(say: Callable[[str], None], dataset: str) -> list[str]:
    """Fetch the dataset of one card and keep it where it has changed; raises SourceError, and what was held stays."""
    known = source.fetchable(NAME)
    if dataset not in known:
        raise NameUnknown("dataset of Eurostat", dataset, known)
    card, url = known[dataset], address(known[dataset])
    into = paths.home() / "downloads" / NAME / f"{dataset}.sdmx.csv"
    say(f"Fetching {url}")
    download.get(url, into)
    with partial.examined(into):
        found = sdmx.reading(into, card.fetch)
    for remark in found.remarks:
        say(f"{dataset}: {remark}")
    if fetched.holds(dataset, into):
        return []
    fetched.keep(fetched.renewed(card, url=url, file=into.name, **notes(card)), into)
    return [dataset]


def address(card: Source) -> str:
    """The address of a card's dataset; raises SourceError where the card names none."""
    base = (os.environ.get("LSK_EUROSTAT_URL") or BASE).rstrip("/")
    code = card.fetch.get("dataset")
    if not code:
        raise SourceError(f"The source card {card.id}.toml names no dataset under [fetch].")
    filters = [
        f"c[{quote(name)}]={','.join(quote(str(code)) for code in codes)}"
        for name, codes in card.fetch.get("filters", {}).items()
    ]
    return f"{base}/sdmx/3.0/data/dataflow/ESTAT/{quote(str(code))}/1.0?{'&'.join([*filters, FORMAT])}"


def notes(card: Source) -> dict[str, str]:
    code = card.fetch["dataset"]
    return {
        "note": f"Eurostat's own answer for the table {code}, kept as it was received.",
        "note_pl": f"Odpowiedź Eurostatu dla tabeli {code}, zachowana w otrzymanej postaci.",
    }
