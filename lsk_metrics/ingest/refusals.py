"""What speaks against a file of boundaries: each feature at fault with its number, its name and the reason."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import geojson, rings, source
from lsk_metrics.ingest.crossings import crossing
from lsk_metrics.ingest.rings import NotDegrees, Polygon, RingRefused
from lsk_metrics.ingest.units import Match, spoken

Features = Sequence[Mapping[str, Any]]
MARGIN_DEG = 0.15
LISTED = 20
LONGEST_NAME = 60


def miscounted(match: Match, features: Features) -> Iterator[str]:
    """Units that are missing, there twice, or not in the reference table."""
    for at, code in enumerate(match.codes):
        if match.layer.missed(code):
            units = len(match.layer.names)
            yield f"{told(at, features)} has the code {geojson.shown(code)}, which is none of the {units} units."
        elif code in match.layer.names and code in match.codes[:at]:
            first = match.codes.index(code) + 1
            yield f"{told(at, features)} has the code {code}, which feature {first} has already."
    for code, name in match.layer.names.items():
        if code not in match.codes:
            yield f"No feature has the code {code} ({name})."


def shapes(own: Sequence[int], features: Features, file: str) -> tuple[dict[int, list[Polygon]], list[str]]:
    """Polygons of the features that have good ones, and what is wrong with the others."""
    found: dict[int, list[Polygon]] = {}
    faults: dict[int, RingRefused] = {}
    for at in own:
        try:
            found[at] = rings.polygons(features[at].get("geometry"))
        except RingRefused as reason:
            faults[at] = reason
    said = {at: f"{told(at, features)} {fault}." for at, fault in faults.items()}
    elsewhere = [at for at, fault in faults.items() if isinstance(fault, NotDegrees)]
    if 2 * len(elsewhere) > len(own):
        raise SourceError(f"{file} is in metres or another unit. {said[elsewhere[0]]} {geojson.DEGREES}")
    return found, list(said.values())


def misshapen(polygons: Sequence[Polygon], home: Sequence[Polygon]) -> str | None:
    """What is wrong with a unit that has been rounded and thinned, if anything is."""
    if not polygons:
        return "encloses no area"
    for ring in (ring for polygon in polygons for ring in polygon):
        if corner := crossing(ring):
            return f"has a ring that crosses itself near {rings.said(corner)}"
    east, north = rings.middle(polygons)
    if not home or rings.inside((east, north), home, MARGIN_DEG):
        return None
    if rings.inside((north, east), home, MARGIN_DEG):
        return "has longitude and latitude swapped; GeoJSON gives the longitude first"
    return f"lies outside the home region: its middle is at longitude {east:.3f}, latitude {north:.3f}"


def outline() -> list[Polygon]:
    """The outline of the home region; nothing where the data folder has none, for then no place can be checked."""
    for card in source.within(paths.data(), "sources"):
        if card.table == "outlines" and card.path().stem == "home":
            return [part for each in geojson.features(card.path()) for part in rings.polygons(each["geometry"])]
    return []


def told(at: int, features: Features) -> str:
    name = geojson.shown(spoken(features[at]), LONGEST_NAME)
    return f"Feature {at + 1}{f' ({name})' if name else ''}"


def refusal(file: str, faults: Sequence[str]) -> str:
    """One message for all faults of a file, the first of them listed."""
    count = "for one reason" if len(faults) == 1 else f"for {len(faults)} reasons"
    more = [f"  … and {len(faults) - LISTED} more."] if len(faults) > LISTED else []
    lines = [f"  {fault}" for fault in faults[:LISTED]]
    return "\n".join([f"{file} is refused {count}, and nothing has changed.", *lines, *more])
