"""NUTS 3 regions from GISCO, the European Commission's service for maps: fetched, then taken as a file is."""

import os
from collections.abc import Callable

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import boundaries, download, fetched, partial
from lsk_metrics.ingest.boundaries import Credit
from lsk_metrics.ingest.importers import tables

BASE = "https://gisco-services.ec.europa.eu/distribution/v2/nuts/geojson/"
SCALE = "03M"


DATASET = "boundaries_nuts3"


def datasets() -> list[str]:
    return [DATASET]


def fetch(say: Callable[[str], None], dataset: str = DATASET) -> list[str]:
    """Fetch the NUTS 3 regions of the home region's NUTS version and keep them where they have changed.

    Raises SourceError, and the outlines there were stay."""
    version = nuts_version()
    name = f"NUTS_RG_{SCALE}_{version}_4326_LEVL_3.geojson"
    url = f"{(os.environ.get('LSK_GISCO_URL') or BASE).rstrip('/')}/{name}"
    into = paths.home() / "downloads" / name
    say(f"Fetching {url}")
    download.get(url, into)
    with partial.examined(into):
        found = boundaries.read(into)
    if fetched.holds(found.layer.id, found.geojson().encode("utf-8"), boundaries.FOLDER):
        return []
    boundaries.keep(found, credit(url))
    say(
        f"{len(found.polygons)} {found.layer.units_are} are taken from {found.file}: "
        f"{found.vertices_before} vertices, thinned to {found.vertices_after}."
    )
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
