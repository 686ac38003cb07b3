"""Records for those who harvest, search, cite and read CSV: DCAT-AP, schema.org, BibTeX, CSL, CSV on the Web."""

from __future__ import annotations

import json
import os

from lsk_metrics.api.data.answers import found
from lsk_metrics.api.data.asked import Asked, Made
from lsk_metrics.api.data.package import had
from lsk_metrics.exports import citation
from lsk_metrics.exports.metadata import catalogue, csv_metadata, dataset
from lsk_metrics.indicators import indicators

LINKED, DESCRIBED = "application/ld+json", "application/csvm+json"
BIBTEX, CSL = "text/x-bibtex", "application/vnd.citationstyles.csl+json"
# Where the dashboard stands on the network. Without it a record names its parts as below its own address, which whoever
# reads it from there completes.
SETTING = "LSK_ADDRESS"


def catalog(asked: Asked) -> Made:
    """Every indicator that has rows, in both languages."""
    answers = [each for each in (had(indicator.id, asked.snapshot) for indicator in indicators()) if each]
    return Made(catalogue(answers, os.environ.get(SETTING, "").rstrip("/"), asked.snapshot), LINKED)


def record(asked: Asked) -> Made:
    body = json.dumps(dataset(found(asked)), ensure_ascii=False, indent=2) + "\n"
    return Made(body.encode("utf-8"), LINKED)


def of_csv(asked: Asked) -> Made:
    """Stands where readers of CSV look for it: the address of the file, and “-metadata.json” after it."""
    return Made(csv_metadata(found(asked), f"answer.csv{asked.same()}"), DESCRIBED)


def cited(asked: Asked) -> Made:
    """For reference managers: the answer, then each of its sources."""
    body = json.dumps(citation.csl(found(asked)), ensure_ascii=False, indent=2) + "\n"
    return Made(body.encode("utf-8"), CSL)


def bibliography(asked: Asked) -> Made:
    return Made(citation.bibtex(found(asked)).encode("utf-8"), f"{BIBTEX}; charset=utf-8")
