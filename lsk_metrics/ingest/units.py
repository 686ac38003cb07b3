"""Which feature is which unit: codes of powiats or NUTS 3 regions, whatever the property is called."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import tables

CODE_WORDS = ("teryt", "terc", "nuts", "kod", "code", "id", "geo")
NAME_WORDS = ("name", "nazwa")
COMMUNE_DIGITS = 7


@dataclass(frozen=True)
class Layer:
    """One way to divide the home region: its id, what its units are called, and the name of each by code."""

    id: str
    units_are: str
    units_are_pl: str
    names: Mapping[str, str]

    def code(self, given: Any) -> str:
        """A code as the reference table writes it: “1201000”, 1201.0 and "1201" are one, and lost zeros come back."""
        whole = int(given) if isinstance(given, float) and given.is_integer() else given
        text = "" if isinstance(whole, bool) or whole is None else str(whole).replace(" ", "").upper()
        width = max(map(len, self.names))
        if not text.isdecimal() or len(text) == width:
            return text
        longer = text.zfill(width if len(text) < width else COMMUNE_DIGITS)
        return longer[:width] if not longer[width:].strip("0") else longer

    def stem(self) -> str:
        """What the codes of all units begin with: the region's own code."""
        first, last = min(self.names), max(self.names)
        return first[: next((at for at, letter in enumerate(first) if last[at] != letter), len(first))]

    def missed(self, code: str) -> bool:
        """Whether a code belongs to the home region and has the shape of a unit, yet is none."""
        stem = self.stem()
        whole = stem.ljust(len(code), "0")
        return (
            code.startswith(stem)
            and len(code) in map(len, self.names)
            and code.isalnum()
            and code not in (whole, *self.names)
        )


@dataclass(frozen=True)
class Match:
    """The layer a file holds, the property its codes stand under, and each feature's code in it."""

    layer: Layer
    found_in: str
    codes: Sequence[str]

    def score(self) -> int:
        """Units found once, less what is too many or unknown: the highest is what the file is about."""
        counts = Counter(self.codes)
        once = sum(1 if counts[code] == 1 else 1 - counts[code] for code in self.layer.names if counts[code])
        return once - sum(map(self.layer.missed, self.codes))


def layers() -> list[Layer]:
    """The powiats and the NUTS 3 regions of the reference table."""
    rows = tables.read(paths.data() / "reference" / "powiats.csv")
    return [
        Layer("powiat", "powiats", "powiatów", {str(row["teryt"]): str(row["name"]) for row in rows}),
        Layer(
            "nuts3", "NUTS 3 regions", "podregionów NUTS 3", {str(row["nuts3"]): str(row["nuts3_name"]) for row in rows}
        ),
    ]


def match(features: Sequence[Mapping[str, Any]], file: str) -> Match:
    """What the features are; raises SourceError where no property holds a code of the home region."""
    rows = [properties(feature) for feature in features]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    likely = [name for name in columns if any(word in name.lower() for word in CODE_WORDS)]
    both = layers()
    matches = [Match(layer, name, [layer.code(row.get(name)) for row in rows]) for name in likely for layer in both]
    known = [match for match in matches if set(match.codes) & set(match.layer.names)]
    if known:
        return max(known, key=Match.score)
    wanted = " or ".join(f"{next(iter(layer.names))} ({layer.units_are})" for layer in both)
    raise SourceError(
        f"{file} holds no code of the home region, such as {wanted}, under a property whose name says so "
        f"(teryt, jpt_kod_je, nuts_id, code, id, …). Its properties are: {', '.join(columns) or 'none'}."
    )


def properties(feature: Mapping[str, Any]) -> dict[str, Any]:
    """A feature's properties, and its id where GeoJSON keeps it beside them."""
    given = feature.get("properties")
    beside = {"id": feature["id"]} if "id" in feature else {}
    return beside | (given if isinstance(given, dict) else {})


def spoken(feature: Mapping[str, Any]) -> str:
    """The name a feature gives itself, or nothing."""
    named = {name: value for name, value in properties(feature).items() if isinstance(value, str)}
    return next((named[name] for name in named if any(word in name.lower() for word in NAME_WORDS)), "")
