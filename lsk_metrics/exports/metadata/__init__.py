"""What catalogues of open data, search engines and CSV readers are told of an answer, in their own vocabularies."""

from lsk_metrics.exports.metadata.csvw import csv_metadata
from lsk_metrics.exports.metadata.dcat import catalogue
from lsk_metrics.exports.metadata.schema_org import dataset

__all__ = ["catalogue", "csv_metadata", "dataset"]
