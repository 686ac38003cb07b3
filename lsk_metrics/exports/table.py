"""An answer as one table, the same in every file: its columns with their types and meaning, and its rows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lsk_metrics.indicators import groups
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer


@dataclass(frozen=True)
class Column:
    """type: string, integer or number, as Table Schema names them; what it holds, in the language spoken."""

    name: str
    type: str
    words: str


def columns(answer: Answer) -> list[Column]:
    """The columns of an answer's rows, in their order; measure, view, bounds and peers only where it has them."""
    bound = (_("Lowest value under the other weights tried"), _("Highest value under the other weights tried"))
    if answer.parameters.target:
        bound = (_("Lower end of the 80% interval"), _("Upper end of the 80% interval"))
    said = [
        Column("indicator", "string", _("Id of the indicator")),
        Column("measure", "string", _("Id of the measure: per head, index or yearly change")),
        Column("view", "string", _("Id of the view, a way to compare regions")),
        Column("place", "string", _("Code of the place")),
        Column("place_name", "string", _("Name of the place")),
        Column("series", "string", _("Code of the group, where there is one")),
        Column("series_name", "string", _("Name of the group")),
        Column("year", "integer", _("Year; of an academic year the one it begins in")),
        Column("value", "number", _("The value, unrounded; empty where there is no figure, which is not zero")),
        Column("unit", "string", _("What the value is counted in")),
        Column("flag", "string", _("Letters of the producer, or > over, < almost, ~ about")),
        Column("remark", "string", _("What the letters mean")),
        Column("kind", "string", _("Kind of truth: published, derived, register or illustrative")),
        Column("source", "string", _("Id of the source card")),
        Column("low", "number", bound[0]),
        Column("high", "number", bound[1]),
        *(Column(name, "string", _("Codes of what alone is counted")) for name in groups.narrowing(answer)),
        Column("snapshot", "string", _("The snapshot that was asked")),
        Column("peers", "string", _("Which regions were compared, and how they were chosen")),
    ]
    left_out = set()
    if not answer.measured:
        left_out.add("measure")
    if not answer.view:
        left_out.add("view")
    if not (answer.indicator.variables or answer.parameters.target):
        left_out |= {"low", "high"}
    if not answer.peers:
        left_out.add("peers")
    return [column for column in said if column.name not in left_out]


def rows(answer: Answer) -> list[dict[str, Any]]:
    """All rows with codes and names; keys are the columns' names, numbers have every digit."""
    wanted = [column.name for column in columns(answer)]
    peers, unit = answer.peers, answer.unit
    narrowed = {name: ",".join(codes) for name, codes in groups.narrowing(answer).items()}
    found = []
    for row in answer.rows:
        cells = {
            "indicator": answer.indicator.id,
            "measure": answer.parameters.measure,
            "view": answer.view.id if answer.view else None,
            "place": row.place,
            "place_name": answer.place(row.place),
            "series": row.series,
            "series_name": answer.series_name(row.series) if row.series else None,
            "year": row.year,
            "value": exact(row.value),
            "unit": unit,
            "flag": row.flag,
            "remark": answer.flag_words(row),
            "kind": row.kind,
            "source": row.source,
            "low": exact(row.low),
            "high": exact(row.high),
            **narrowed,
            "snapshot": answer.snapshot,
            "peers": peers,
        }
        found.append({name: cells[name] for name in wanted})
    return found


def exact(value: Any) -> float | int | None:
    """A number as Python writes it with all its digits; the database may give decimals."""
    return float(value) if isinstance(value, Decimal) else value
