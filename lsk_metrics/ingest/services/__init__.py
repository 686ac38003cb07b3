"""The services on the network that sources can be fetched from, one module each."""

from collections.abc import Callable
from typing import NamedTuple

from lsk_metrics.ingest.services import bdl, cordis, eurostat, gisco

Say = Callable[[str], None]


class Service(NamedTuple):
    """One service: what it gives, in words; the ids of what can be fetched from it, each by itself; and how.

    fetch takes a way to tell progress and one of the ids, and gives the ids of the cards it wrote: none where nothing
    has changed since. It raises SourceError, and leaves the file there was, where the answer is not what it should be.
    """

    words: str
    datasets: Callable[[], list[str]]
    fetch: Callable[[Say, str], list[str]]


SERVICES = {
    "boundaries": Service("outlines of the NUTS 3 regions, from GISCO", gisco.datasets, gisco.fetch),
    "eurostat": Service("statistics of regions, from Eurostat", eurostat.datasets, eurostat.fetch),
    "bdl": Service("figures of powiats, from the Local Data Bank of Statistics Poland", bdl.datasets, bdl.fetch),
    "cordis": Service("projects of Horizon 2020 and Horizon Europe, from CORDIS", cordis.datasets, cordis.fetch),
}
