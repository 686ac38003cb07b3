"""Outlines in GeoJSON: a row a feature, its geometry kept as text."""

import json
from pathlib import Path

from lsk_metrics.errors import SourceError
from lsk_metrics.warehouse.draft import Text


def read(path: Path) -> list[Text]:
    """Code, name and geometry of each feature, in degrees; the layer is what the file's name says before the dot."""
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
        return [
            {
                "layer": path.stem,
                "code": feature["properties"]["code"],
                "name": feature["properties"]["name"],
                "geometry_json": json.dumps(feature["geometry"], separators=(",", ":")),
            }
            for feature in features
        ]
    except (ValueError, KeyError, TypeError) as reason:
        raise SourceError(
            f"{path.name} is not GeoJSON with a code and a name for each feature ({reason!r})."
        ) from reason
