"""Answers in SDMX-CSV, as Eurostat gives them: read as text, one row an observation of a region that is held.

What was asked for (`fetch` of the card) says how: `filters` names the codes wanted of each dimension, and `rows` says
what dataset, breakdown and unit a row has in the table: words, or in braces the dimension whose code it is. Regions in
`leave_out` are passed over: another card gives them in another way."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lsk_metrics.errors import SourceError
from lsk_metrics.ingest import faults
from lsk_metrics.ingest.importers import flags
from lsk_metrics.ingest.importers.codes import Codes, codes
from lsk_metrics.warehouse.draft import Text

NEEDED = ("geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG")
NO_VALUE = ("", ":", "NaN")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


@dataclass(frozen=True)
class Reading:
    """Rows of the table observations, and what a reader should be told of what was left out."""

    rows: list[Text]
    remarks: list[str]


def read(path: Path, asked: Mapping[str, Any]) -> list[Text]:
    return reading(path, asked).rows


def reading(path: Path, asked: Mapping[str, Any]) -> Reading:
    """Every cell as text; raises SourceError for another header, an unknown flag, a figure given twice or none."""
    known, found, left_out = codes(), dict[tuple[str, ...], Text](), dict[str, int]()
    origins: dict[tuple[str, ...], dict[str, str]] = {}
    for line, cells in lines(path, wanted(asked)):
        if any(cells[name] not in picked for name, picked in asked.get("filters", {}).items()):
            continue
        if cells["geo"] in known.elsewhere:
            left_out[cells["geo"]] = left_out.get(cells["geo"], 0) + 1
        if (region := known.present(cells["geo"])) is None or region in asked.get("leave_out", ()):
            continue
        row = observation(cells, region, asked.get("rows", {}), f"{path.name}, line {line}")
        key = tuple(str(row[name]) for name in ("dataset", "breakdown", "unit", "region", "year"))
        if key in found and origins[key]["geo"] == cells["geo"]:
            raise SourceError(twice(path.name, line, origins[key], cells))
        # The present code goes before an old one of the same territory.
        if key not in found or cells["geo"] == region:
            found[key], origins[key] = row, cells
    if not found:
        raise SourceError(f"{path.name} holds no figure for any region of regions.csv: it is empty, or no filter fits.")
    return Reading(
        without_parts(list(found.values()), known), [told(known, code, count) for code, count in left_out.items()]
    )


def without_parts(rows: list[Text], known: Codes) -> list[Text]:
    """Without the parts of a partner region that is given whole as well: it would be counted and ranked twice."""
    given = {series(row, str(row["region"])) for row in rows if row["value"] is not None}
    return [row for row in rows if series(row, known.wholes.get(str(row["region"]), "")) not in given]


def series(row: Text, region: str) -> tuple[str | None, ...]:
    return row["dataset"], row["breakdown"], row["unit"], region


def told(known: Codes, code: str, count: int) -> str:
    return f"{code} ({known.elsewhere[code]}) is not the territory of any present region: {count} figures are left out."


def wanted(asked: Mapping[str, Any]) -> list[str]:
    """The columns a reading needs."""
    from_rows = [word[1:-1] for word in asked.get("rows", {}).values() if word.startswith("{")]
    return list(dict.fromkeys([*NEEDED, *asked.get("filters", {}), *from_rows]))


def lines(path: Path, needed: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells by the codes of their columns; with `labels=both` codes stand before a colon."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        beginning = file.read(2000)
        if faults.is_markup(beginning.encode("utf-8")):
            said = faults.told(path.read_bytes()[:65536])
            raise SourceError(
                f"{path.name} is no table but a message of the service" + (f": {said.rstrip('.')}." if said else ".")
            )
        file.seek(0)
        table = csv.reader(file)
        header = next(table, [])
        names = [name.split(":")[0].strip() for name in header]
        if missing := [name for name in needed if name not in names]:
            raise SourceError(
                f"{path.name} lacks the column{'s' if len(missing) > 1 else ''} {', '.join(missing)}; "
                f"it has: {', '.join(names) or 'none'}. The service has changed its answers."
            )
        labelled = [":" in name for name in header]
        for cells in table:
            if len(cells) != len(header):
                raise SourceError(
                    f"{path.name}, line {table.line_num}: {len(cells)} cells where the header has {len(header)}."
                )
            yield (
                table.line_num,
                {
                    name: (cell.split(":")[0] if both and cell != ":" else cell).strip()
                    for name, cell, both in zip(names, cells, labelled, strict=True)
                },
            )


def observation(cells: Mapping[str, str], region: str, rows: Mapping[str, str], where: str) -> Text:
    year, value = cells["TIME_PERIOD"], cells["OBS_VALUE"]
    if not (year.isdecimal() and len(year) == 4):
        raise SourceError(f"{where}: “{year}” is no year.")
    try:
        flag = flags.letters(cells["OBS_FLAG"], cells.get("CONF_STATUS", ""))
    except SourceError as reason:
        raise SourceError(f"{where}: {reason}.") from reason
    if value not in NO_VALUE and not NUMBER.fullmatch(value):
        raise SourceError(f"{where}: “{value}” is no number.")
    number = None if value in NO_VALUE else value
    said = {name: cells[word[1:-1]] if word.startswith("{") else word for name, word in rows.items()}
    return {**said, "region": region, "year": year, "value": number, "flag": flag}


def twice(file: str, line: int, one: Mapping[str, str], other: Mapping[str, str]) -> str:
    """Which dimension the card's filters leave open: those in small letters, before the time."""
    apart = [f"{name} ({one[name]}, {cell})" for name, cell in other.items() if name.islower() and one[name] != cell]
    return (
        f"{file}, line {line}: {other['geo']} has more than one figure for {other['TIME_PERIOD']}. "
        f"The card's filters must choose one code of: {'; '.join(apart) or 'nothing; the figure is given twice'}."
    )
