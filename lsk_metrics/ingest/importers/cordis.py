"""Projects of a framework programme from CORDIS: a zip of CSV files, of which only what concerns the region is kept."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import codes, tables, zipped
from lsk_metrics.warehouse.bulk import Bulk, Unread, bulk
from lsk_metrics.warehouse.draft import Text

COLUMNS = {
    "project": ("id", "acronym", "title", "startDate", "ecSignatureDate", "ecMaxContribution"),
    "organization": (
        "projectID", "organisationID", "name", "city", "country", "nutsCode", "role", "ecContribution",
        "netEcContribution", "endOfParticipation",
    ),
    "euroSciVoc": ("projectID", "euroSciVocPath"),
}  # fmt: skip
TABLES = ("projects", "project_fields", "participations", "file_counts", "left_out")
READING = paths.PACKAGE / "warehouse" / "readings" / "cordis.sql"
# A row now and then is spoiled; where more are, the file is not what this program knows how to read.
SPOILED_ROWS, SPOILED_SHARE = 20, 0.001


def read(path: Path, asked: Mapping[str, Any]) -> dict[str, list[Text]]:
    """Rows by table; raises SourceError where the file is no such zip, lacks a column, or too much of it is unread."""
    programme = asked.get("programme")
    if not programme:
        raise SourceError(f"The card of {path.name} should say under [fetch] which programme the projects are of.")
    with zipped.opened(path) as archive, bulk() as large:
        spoiled: list[Text] = []
        for table, columns in COLUMNS.items():
            name = f"{table}.csv"
            with zipped.member(archive, name) as content:
                unread = large.take(table, content, columns, f"{name} in {path.name}")
            spoiled += [told(name, row) for row in unread]
        large.fill("prefixes", prefixes())
        large.run(READING.read_text(encoding="utf-8"))
        found = {table: [text(row) for row in large.rows(f"FROM {table}")] for table in TABLES}
        refuse_what_is_mostly_unread(path.name, large, spoiled + found["left_out"])
    found["left_out"] = spoiled + found["left_out"]
    found["file_counts"].append({"counted": "unread", "count": str(len(found["left_out"]))})
    found["projects"] = [{**row, "programme": str(programme)} for row in found["projects"]]
    return found


def told(file: str, row: Unread) -> Text:
    return {"file": file, "line": str(row.line), "reason": "unread", "said": f"{row.reason} {row.said}"}


def text(row: Mapping[str, Any]) -> Text:
    return {name: None if value is None else str(value) for name, value in row.items()}


def prefixes() -> list[dict[str, str]]:
    """Codes that the home and the peer regions begin with: their own, and those of older versions of NUTS."""
    regions = {
        str(row["code"]): {"role": str(row["role"]), "country": str(row["country"])}
        for row in tables.read(paths.data() / "reference" / "regions.csv")
        if row["role"] in ("home", "peer")
    }
    known = {code: code for code in regions}
    known |= {old: now for old, now in codes.codes().renamed.items() if now in regions}
    return [{"prefix": prefix, "region": code, **regions[code]} for prefix, code in known.items()]


def refuse_what_is_mostly_unread(file: str, large: Bulk, spoiled: list[Text]) -> None:
    total = sum(large.rows(f'SELECT count(*) AS n FROM "{table}"')[0]["n"] for table in COLUMNS)
    if len(spoiled) > max(SPOILED_ROWS, SPOILED_SHARE * total):
        first = spoiled[0]
        raise SourceError(
            f"{file}: {len(spoiled)} of {total + len(spoiled)} rows cannot be read, too many to leave out. "
            f"The first is line {first['line']} of {first['file']} ({first['reason']}): {first['said']} "
            "Its producer may have changed the file."
        )
