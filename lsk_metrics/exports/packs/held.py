"""The tables of a snapshot in a pack: from them and their schema the same snapshot is made again, years from now."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import ExportRefused
from lsk_metrics.exports.bundle import as_json
from lsk_metrics.indicators import holdings

if TYPE_CHECKING:
    from lsk_metrics.indicators.holdings import Holding

SCHEMA, CONTENTS = "snapshot/schema.sql", "snapshot/contents.json"


def files(snapshot: str) -> dict[str, bytes]:
    """Schema, contents (the same statements one by one, the tables with their types), and each table as Parquet.

    Parquet and not CSV: it keeps types, each digit, and nothing apart from an empty word; and what reads it needs no
    program of ours.
    """
    found, statements = holdings.holdings(snapshot), holdings.schema(snapshot)
    signed = next(dict(zip(each.columns, each.rows[0], strict=True)) for each in found if each.name == "snapshot")
    said = {
        "snapshot": snapshot,
        "built_at": f"{signed['built_at'].isoformat()}Z",
        "program": signed["program"],
        "data_sha256": signed["data_sha256"],
        "tables": [{"name": each.name, "rows": len(each.rows), "columns": each.columns} for each in found],
        "statements": statements,
    }
    return {
        SCHEMA: ("\n".join(statements) + "\n").encode("utf-8"),
        CONTENTS: as_json(said),
        **{path(each.name): parquet_table(each) for each in found},
    }


def path(table: str) -> str:
    return f"snapshot/tables/{table}.parquet"


def parquet_table(table: Holding) -> bytes:
    """All rows in their order, in columns of the engine's own types."""
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([pa.field(name, as_arrow(kind)) for name, kind in table.columns.items()])
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    content = io.BytesIO()
    parquet.write_table(pa.table(arrays, schema=schema), content, compression="zstd")
    return content.getvalue()


def as_arrow(kind: str) -> Any:
    """Parquet's type for one of the engine's; raises ExportRefused for one that no table of ours has."""
    import pyarrow as pa

    if found := re.fullmatch(r"DECIMAL\((\d+),(\d+)\)", kind):
        return pa.decimal128(int(found[1]), int(found[2]))
    known = {
        "VARCHAR": pa.string(),
        "INTEGER": pa.int32(),
        "BIGINT": pa.int64(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
        "TIMESTAMP": pa.timestamp("us"),
    }
    if kind not in known:
        raise ExportRefused("A column of the type {kind} cannot be kept in a pack.", kind=kind)
    return known[kind]
