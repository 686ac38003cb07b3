"""Official boundaries from a GeoJSON file: taken whole and thinned, or refused; kept in the home folder."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import geojson, refusals, thinning, units
from lsk_metrics.ingest.rings import Polygon
from lsk_metrics.warehouse import turn

FOLDER = "boundaries"


@dataclass(frozen=True)
class Boundaries:
    """One layer of the home region, complete; vertices as the file has them, and as they are kept."""

    layer: units.Layer
    polygons: Mapping[str, list[Polygon]]
    file: str
    vertices_before: int
    vertices_after: int

    def geojson(self) -> str:
        lines = [
            json.dumps(
                {
                    "type": "Feature",
                    "properties": {"code": code, "name": self.layer.names[code]},
                    "geometry": {"type": "MultiPolygon", "coordinates": shape},
                },
                ensure_ascii=False,
                separators=(",", ":"),
            )
            for code, shape in self.polygons.items()
        ]
        return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


@dataclass(frozen=True)
class Credit:
    """What the card says of whoever made the boundaries, as far as the caller knows."""

    producer: str = "imported file"
    producer_pl: str = "plik zaimportowany"
    licence: str = "as given by its producer"
    url: str | None = None


def read(path: Path) -> Boundaries:
    """The powiats or NUTS 3 regions in a file; raises SourceError listing all that speaks against it."""
    features = geojson.features(path)
    match = units.match(features, path.name)
    known = [at for at, code in enumerate(match.codes) if code in match.layer.names]
    shapes, faults = refusals.shapes(known, features, path.name)
    thin = dict(zip(shapes, thinning.thinned([thinning.rounded(shape) for shape in shapes.values()]), strict=True))
    home = refusals.outline()
    for at, shape in thin.items():
        if reason := refusals.misshapen(shape, home):
            faults.append(f"{refusals.told(at, features)} {reason}.")
    faults += refusals.miscounted(match, features)
    if faults:
        raise SourceError(refusals.refusal(path.name, faults))
    found = {match.codes[at]: shape for at, shape in thin.items()}
    ordered = {code: found[code] for code in match.layer.names}
    return Boundaries(match.layer, ordered, path.name, vertices(shapes.values()), vertices(thin.values()))


def vertices(shapes: Iterable[list[Polygon]]) -> int:
    return sum(len(ring) for shape in shapes for polygon in shape for ring in polygon)


def keep(boundaries: Boundaries, credit: Credit = Credit()) -> Path:
    """Write boundaries and their card into the home folder, in place of those there were; the next build takes them."""
    folder = paths.home() / FOLDER
    place, card = folder / f"{boundaries.layer.id}.geojson", folder / f"{boundaries.layer.id}.toml"
    text = boundaries.geojson().encode("utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ready = [(beside(place, text), place), (beside(card, described(boundaries, credit, text)), card)]
        # A file counts through its card: without one it is not there, so that half of a change is never read.
        with turn.taken():
            card.unlink(missing_ok=True)
            for written, final in ready:
                written.replace(final)
    except OSError as reason:
        raise SourceError(
            f"The boundaries cannot be written to {folder}: {reason.strerror}. LSK_HOME may name a folder of your own."
        ) from reason
    return place


def beside(place: Path, content: bytes) -> Path:
    """The content in a hidden file that has only to be renamed."""
    written = place.with_name(f".{place.name}.part")
    written.write_bytes(content)
    return written


def described(boundaries: Boundaries, credit: Credit, text: bytes) -> bytes:
    """The card, in TOML: a string of JSON is one of TOML as well."""
    layer, before, after = boundaries.layer, boundaries.vertices_before, boundaries.vertices_after
    file = "".join(letter if letter.isprintable() else "?" for letter in boundaries.file)
    card = {
        "id": f"boundaries_{layer.id}",
        "producer": credit.producer,
        "producer_pl": credit.producer_pl,
        "title": f"Boundaries of the {layer.units_are}",
        "title_pl": f"Granice {layer.units_are_pl}",
        "kind": "published",
        "licence": credit.licence,
        "url": credit.url,
        "retrieved": f"{datetime.now(UTC):%Y-%m-%d}",
        "file": f"{FOLDER}/{layer.id}.geojson",
        "table": "outlines",
        "sha256": hashlib.sha256(text).hexdigest(),
        "note": f"From the file {file}, thinned from {before} vertices to {after}; not for measuring.",
        "note_pl": f"Z pliku {file}, liczbę wierzchołków zmniejszono z {before} do {after}; nie służy do pomiarów.",
    }
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in card.items() if value is not None]
    return "".join(lines).encode("utf-8")
