"""One module for each shape of file: read(path) gives tidy rows, every cell as text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import bdl, outlines, sdmx, tables
from lsk_metrics.warehouse.draft import Text

# What a file is, by the end of its name. Beside its path an importer gets the `fetch` of its card: what the producer
# was asked for, which tells how the answer is to be read.
Importer = Callable[[Path, Mapping[str, Any]], list[Text]]
BY_ENDING: dict[str, Importer] = {
    ".csv": lambda path, asked: tables.read(path),
    ".sdmx.csv": sdmx.read,
    ".bdl.json": bdl.read,
    ".geojson": lambda path, asked: outlines.read(path),
}


def read(path: Path, asked: Mapping[str, Any]) -> list[Text]:
    """The rows of a file; of several endings that fit the longest counts. Raises SourceError where none does."""
    fitting = [ending for ending in BY_ENDING if path.name.endswith(ending)]
    if not fitting or not path.is_file():
        raise SourceError(
            f"{path} cannot be read: it is missing, or no importer knows files that end in “{path.suffix}”."
        )
    return BY_ENDING[max(fitting, key=len)](path, asked)
