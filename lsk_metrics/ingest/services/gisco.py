"""NUTS 3 regions from GISCO, the European Commission's service for maps: fetched, then taken as a file is."""

import os
from collections.abc import Callable

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import boundaries, download
from lsk_metrics.ingest.boundaries import Boundaries, Credit
from lsk_metrics.ingest.importers import tables

BASE = "https://gisco-services.ec.europa.eu/distribution/v2/nuts/geojson/"
SCALE = "03M"


def fetch(say: Callable[[str], None] = lambda line: None) -> Boundaries:
    """Fetch the NUTS 3 regions of the home region's NUTS version and keep them; raises SourceError."""
    version = nuts_version()
    name = f"NUTS_RG_{SCALE}_{version}_4326_LEVL_3.geojson"
    url = f"{(os.environ.get('LSK_GISCO_URL') or BASE).rstrip('/')}/{name}"
    into = paths.home() / "downloads" / name
    say(f"Fetching {url}")
    if not download.get(url, into):
        say("It has not changed since it was last fetched.")
    found = boundaries.read(into)
    boundaries.keep(found, credit(url))
    return found


def datasets() -> list[str]:
    return ["boundaries_nuts3"]


def fetched(say: Callable[[str], None], dataset: str) -> list[str]:
    """The same, as the services give it: the ids of the cards it wrote."""
    fetch(say)
    return [dataset]


def nuts_version() -> str:
    """The NUTS version the home region is coded in."""
    for row in tables.read(paths.data() / "reference" / "regions.csv"):
        if row["role"] == "home" and row["nuts_version"]:
            return row["nuts_version"]
    raise SourceError("regions.csv names no home region with a NUTS version, so it is not known which file to fetch.")


def credit(url: str) -> Credit:
    return Credit(
        producer="European Commission – Eurostat/GISCO",
        producer_pl="Komisja Europejska – Eurostat/GISCO",
        licence="© EuroGeographics for the administrative boundaries; credit required, see GISCO's terms of use",
        url=url,
    )
