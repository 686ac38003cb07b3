"""One module for each shape of file: read(path) gives tidy rows, every cell as text."""

from collections.abc import Callable
from pathlib import Path

from lsk_metrics.ingest.importers import outlines, tables
from lsk_metrics.warehouse.draft import Text

BY_ENDING: dict[str, Callable[[Path], list[Text]]] = {".csv": tables.read, ".geojson": outlines.read}
