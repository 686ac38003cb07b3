"""One module for each shape of file: read(path) gives tidy rows, every cell as text."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import bdl, cordis, outlines, sdmx, tables
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
# Files that fill several tables: rows by table, in loading order.
SEVERAL: dict[str, Callable[[Path, Mapping[str, Any]], dict[str, list[Text]]]] = {"projects-csv.zip": cordis.read}


def parts(path: Path, asked: Mapping[str, Any], table: str) -> dict[str, list[Text]]:
    """The rows of a file by the table they go into: mostly one, the one its card names."""
    several = next((SEVERAL[ending] for ending in SEVERAL if path.name.endswith(ending)), None)
    return several(path, asked) if several and path.is_file() else {table: read(path, asked)}


def read(path: Path, asked: Mapping[str, Any]) -> list[Text]:
    """The rows of a file; of several endings that fit the longest counts. Raises SourceError where none does."""
    fitting = [ending for ending in BY_ENDING if path.name.endswith(ending)]
    if not fitting or not path.is_file():
        raise SourceError(
            f"{path} cannot be read: it is missing, or no importer knows files that end in “{path.suffix}”."
        )
    return BY_ENDING[max(fitting, key=len)](path, asked)
