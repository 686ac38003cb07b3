"""Regions by the codes of earlier versions of NUTS: the present code where the territory is the same."""

from dataclasses import dataclass

from lsk_metrics import paths
from lsk_metrics.ingest.importers import tables


@dataclass(frozen=True)
class Codes:
    """The regions of the reference table; old codes with their present one; old codes of another territory; and the
    regions that are parts of another which stands for the same partner, with that other."""

    regions: frozenset[str]
    renamed: dict[str, str]
    elsewhere: dict[str, str]
    wholes: dict[str, str]

    def present(self, code: str) -> str | None:
        """The code of the reference table for a code of any version; None for a region that is not in it."""
        now = self.renamed.get(code, code)
        return now if now in self.regions else None


def codes() -> Codes:
    """Read regions.csv, and region_codes.csv where the data folder has one."""
    folder = paths.data() / "reference"
    listed = {str(row["code"]): row["peer"] for row in tables.read(folder / "regions.csv")}
    regions = frozenset(listed)
    changes = folder / "region_codes.csv"
    rows = tables.read(changes) if changes.is_file() else []
    same = {str(row["old"]): str(row["new"]) for row in rows if row["same_territory"] == "true"}
    other = {
        str(row["old"]): f"NUTS {row['last_version']}"
        for row in rows
        if row["same_territory"] != "true" and row["new"] in regions
    }
    wholes = {
        part: whole
        for part, partner in listed.items()
        for whole in listed
        if partner and listed[whole] == partner and part != whole and part.startswith(whole)
    }
    return Codes(regions, same, other, wholes)
