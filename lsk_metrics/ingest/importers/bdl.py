"""Answers of the Local Data Bank of Statistics Poland, in JSON: figures of powiats by variable.

What was asked for (`fetch` of the card) names the variables, each with the measure and the unit it is in the table. The
file is a list of the pages as they were received."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lsk_metrics import paths
from lsk_metrics.errors import SourceError
from lsk_metrics.ingest.importers import tables
from lsk_metrics.warehouse.draft import Text

UNIT_DIGITS = 12
# The attribute of a cell that was not published: its value is written as 0, and is none.
NOT_PUBLISHED = 0


def read(path: Path, asked: Mapping[str, Any]) -> list[Text]:
    """A row a powiat, variable and year; raises SourceError for another shape, and for a powiat without figures."""
    measures = {int(variable["id"]): variable for variable in asked["variables"]}
    powiats = {str(row["teryt"]) for row in tables.read(paths.data() / "reference" / "powiats.csv")}
    try:
        rows = [
            row
            for page in json.loads(path.read_text(encoding="utf-8"))
            for unit in page["results"]
            if (code := teryt(str(unit["id"]))) in powiats
            for row in figures(unit, code, measures[int(page["variableId"])])
        ]
    except (ValueError, KeyError, TypeError, AttributeError) as reason:
        raise SourceError(
            f"{path.name} is not as the Local Data Bank used to answer ({reason!r}). The service has changed."
        ) from reason
    for variable in measures.values():
        given = {row["teryt"] for row in rows if row["measure"] == variable["measure"]}
        if missing := sorted(powiats - given):
            raise SourceError(
                f"{path.name} has no figure of variable {variable['id']} for {len(missing)} of {len(powiats)} powiats: "
                f"{', '.join(missing[:5])}{' …' if len(missing) > 5 else ''}."
            )
    return rows


def figures(unit: Mapping[str, Any], code: str, variable: Mapping[str, Any]) -> list[Text]:
    return [
        {
            "teryt": code,
            "measure": str(variable["measure"]),
            "unit": str(variable["unit"]),
            "year": str(int(cell["year"])),
            "value": None if cell["attrId"] == NOT_PUBLISHED or cell["val"] is None else str(float(cell["val"])),
        }
        for cell in unit["values"]
    ]


def teryt(unit: str) -> str | None:
    """The TERYT code of a powiat in a unit's id; None for a unit of another level.

    Twelve digits: 2 macroregion, 2 voivodeship, 3 subregion, 2 powiat, 3 commune and its kind."""
    whole = len(unit) == UNIT_DIGITS and unit.isdecimal()
    return unit[2:4] + unit[7:9] if whole and unit[9:] == "000" and unit[7:9] != "00" else None
