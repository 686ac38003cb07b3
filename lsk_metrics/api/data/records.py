"""The part of the table of routes that is about answers: records for catalogues, search engines, citations, CSV."""

from __future__ import annotations

from lsk_metrics.api.data import metadata
from lsk_metrics.api.data.entry import Entry
from lsk_metrics.api.data.parameters import ASKED, LANG, SNAPSHOT

BOTH = (LANG, SNAPSHOT)
REFUSED = ("unknown-name", "refused-value", "not-in-snapshot")
RECORDS = (
    Entry(
        "/api/v1/indicators/{id}/answer.csv-metadata.json",
        "getCsvMetadata",
        "What the columns of the CSV file are: CSV on the Web.",
        metadata.of_csv,
        parameters=(*BOTH, *ASKED),
        media=(metadata.DESCRIBED,),
        problems=REFUSED,
    ),
    Entry(
        "/api/v1/indicators/{id}/dataset.jsonld",
        "getDataset",
        "The answer as a Dataset of schema.org, for search engines.",
        metadata.record,
        parameters=(*BOTH, *ASKED),
        media=(metadata.LINKED,),
        problems=REFUSED,
    ),
    Entry(
        "/api/v1/indicators/{id}/citation.json",
        "getCitation",
        "How the answer and its sources are cited, for reference managers: CSL-JSON.",
        metadata.cited,
        parameters=(*BOTH, *ASKED),
        media=(metadata.CSL,),
        problems=REFUSED,
    ),
    Entry(
        "/api/v1/indicators/{id}/citation.bib",
        "getBibliography",
        "The same as BibTeX.",
        metadata.bibliography,
        parameters=(*BOTH, *ASKED),
        media=(metadata.BIBTEX,),
        problems=REFUSED,
    ),
    Entry(
        "/api/v1/catalog.jsonld",
        "getCatalogue",
        "All indicators as a catalogue of open data: DCAT-AP.",
        metadata.catalog,
        parameters=BOTH,
        media=(metadata.LINKED,),
    ),
)
