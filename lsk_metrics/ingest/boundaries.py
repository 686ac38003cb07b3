"""Official boundaries from a GeoJSON file: taken whole and thinned, or refused; kept in the home folder."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lsk_metrics import paths
from lsk_metrics.bounded import memory
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import fetched, geojson, refusals, thinning, units
from lsk_metrics.ingest.rings import Polygon

FOLDER = "boundaries"
MOST_MEMORY = 2000 * 1024**2  # of addresses; a region in full detail takes a tenth of it


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
    try:
        with memory(MOST_MEMORY):
            return understood(path)
    except MemoryError as reason:
        raise SourceError(
            f"{path.name} would take more memory than boundaries are given. Keep only the units of the region, or "
            "simplify the outlines (in QGIS: Simplify), and export them again."
        ) from reason


def understood(path: Path) -> Boundaries:
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
    folder, layer, content = paths.home() / FOLDER, boundaries.layer.id, boundaries.geojson().encode("utf-8")
    place = folder / fetched.sha256(content)[:12] / f"{layer}.geojson"
    fetched.lay(content, place, folder / f"{layer}.toml", described(boundaries, credit))
    for before in (*folder.glob(f"*/{layer}.geojson"), folder / f"{layer}.geojson"):
        if before != place:
            before.unlink(missing_ok=True)
            with suppress(OSError):  # the folder of the other layer as well, or the one they all lie in
                before.parent.rmdir()
    return place


def described(boundaries: Boundaries, credit: Credit) -> dict[str, str | None]:
    """What the card says; where the file lies and its checksum are added when it is laid down."""
    layer, before, after = boundaries.layer, boundaries.vertices_before, boundaries.vertices_after
    file = "".join(letter if letter.isprintable() else "?" for letter in boundaries.file)
    return {
        "id": f"boundaries_{layer.id}",
        "producer": credit.producer,
        "producer_pl": credit.producer_pl,
        "title": f"Boundaries of the {layer.units_are}",
        "title_pl": f"Granice {layer.units_are_pl}",
        "kind": "published",
        "licence": credit.licence,
        "url": credit.url,
        "retrieved": fetched.today(),
        "table": "outlines",
        "note": f"From the file {file}, thinned from {before} vertices to {after}; not for measuring.",
        "note_pl": f"Z pliku {file}, liczbę wierzchołków zmniejszono z {before} do {after}; nie służy do pomiarów.",
    }
