"""A file somebody brings, opened as GeoJSON in degrees; what is something else is told what to do about it."""

import json
from pathlib import Path
from typing import Any

from lsk_metrics.errors import SourceError

EXPORT = "Export it as GeoJSON (in QGIS: Export, Save Features As, GeoJSON)"
DEGREES = f"{EXPORT} in WGS 84, EPSG:4326."
# Read, a file takes some ten times as much memory; a region's units in full detail take a few MB.
MOST_ON_DISK = 100 * 1024**2
# WGS 84 by its two names, and ETRS89, from which it differs by less than a metre.
IN_DEGREES = ("CRS84", "4326", "4258")


def features(path: Path) -> list[dict[str, Any]]:
    """The features of a FeatureCollection; raises SourceError for anything else."""
    name = path.name
    try:
        if path.stat().st_size > MOST_ON_DISK:
            raise SourceError(
                f"{name} is larger than {MOST_ON_DISK // 1024**2} MB. Keep only the units of the region, or "
                "simplify the outlines (in QGIS: Simplify), and export them again."
            )
        given = path.read_bytes()
    except OSError as reason:
        raise SourceError(f"{path} cannot be read: {reason.strerror}.") from reason
    if given.startswith(b"PK"):
        raise SourceError(f"{name} is a zip archive, perhaps a zipped shapefile. Unpack it, then: {EXPORT}.")
    if given.startswith(b"\x00\x00\x27\x0a"):
        raise SourceError(f"{name} is a shapefile. {EXPORT}.")
    try:
        document = json.loads(given.decode("utf-8-sig"))
    except (ValueError, RecursionError) as reason:
        raise SourceError(f"{name} is not JSON in UTF-8, so it cannot be GeoJSON ({reason}). {EXPORT}.") from reason
    kind = document.get("type") if isinstance(document, dict) else None
    if kind == "Topology":
        raise SourceError(f"{name} is TopoJSON. Turn it into GeoJSON (mapshaper.org: Export, GeoJSON) and try again.")
    if kind != "FeatureCollection" or not isinstance(document.get("features"), list):
        found = f"a JSON file of type “{shown(kind)}”" if kind else "a JSON file of another kind"
        raise SourceError(f"{name} is {found}, not a GeoJSON FeatureCollection. {EXPORT}.")
    system = document.get("crs")
    if system is not None and not any(code in json.dumps(system) for code in IN_DEGREES):
        raise SourceError(f"{name} says that its coordinates are in {named(system)}. {DEGREES}")
    for number, feature in enumerate(document["features"], 1):
        if not isinstance(feature, dict):
            raise SourceError(f"{name}: feature {number} is no GeoJSON feature. {EXPORT}.")
    return list(document["features"])


def named(system: Any) -> str:
    """What a file calls its coordinate system."""
    properties = system.get("properties") if isinstance(system, dict) else None
    return shown(properties.get("name") if isinstance(properties, dict) else system)


def shown(given: Any, longest: int = 60) -> str:
    """What a file says, as a sentence can hold it: one line, nothing invisible, not too long."""
    text = "".join(letter if letter.isprintable() else "?" for letter in str(given)[: longest + 1])
    return text if len(text) <= longest else text[: longest - 1] + "…"
