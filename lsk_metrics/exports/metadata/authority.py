"""Names under which the Publications Office of the European Union lists languages, themes, file types and licences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.indicators import labels

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.labels import Card

LIST = "http://publications.europa.eu/resource/authority"
LANGUAGES = {"en": f"{LIST}/language/ENG", "pl": f"{LIST}/language/POL"}
THEMES = {
    "cluster": "TECH",
    "investment": "ECON",
    "startups": "ECON",
    "research": "TECH",
    "projects": "TECH",
    "economy": "ECON",
    "people": "SOCI",
    "education": "EDUC",
    "comparison": "REGI",
}
FILES = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "parquet": ("PARQUET", "application/vnd.apache.parquet"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
PUBLIC = f"{LIST}/access-right/PUBLIC"
IRREGULAR = f"{LIST}/frequency/IRREG"
# The beginning of a licence as source cards state it, and its name there; what is not listed is told in its own words.
LICENCES = {
    "CC0": f"{LIST}/licence/CC0",
    "CC BY 4.0": f"{LIST}/licence/CC_BY_4_0",
    "Eurostat": f"{LIST}/licence/COM_REUSE",
}


def licence(card: Card) -> str:
    """The listed name of a card's licence; empty where it has none."""
    return next((name for words, name in LICENCES.items() if card.licence.startswith(words)), "")


def regions(answer: Answer) -> list[str]:
    """Codes of the regions its figures are of; of towns, powiats and the cluster, that of the home region."""
    known = labels.regions(answer.snapshot)
    found = [code for code in answer.places if code in known]
    return found or [code for code, region in known.items() if region.role == "home"]


def years(answer: Answer) -> tuple[int, int] | None:
    """The first and the last year that has a value."""
    there = [row.year for row in answer.rows if row.value is not None]
    return (min(there), max(there)) if there else None


def day(snapshot: str) -> str:
    """The day of a snapshot, which its id begins with, as ISO text."""
    return f"{snapshot[:4]}-{snapshot[4:6]}-{snapshot[6:8]}"
