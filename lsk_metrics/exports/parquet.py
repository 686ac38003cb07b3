"""An answer as Parquet: typed columns, and in the file's own metadata what its numbers are and where they are from."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from lsk_metrics.exports import table

if TYPE_CHECKING:
    from lsk_metrics.indicators import Answer


def parquet_file(answer: Answer) -> bytes:
    """One row group; the keys of the metadata begin with “lsk.”, texts are in the language spoken."""
    import pyarrow as pa
    from pyarrow import parquet

    types = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64()}
    fields = [
        pa.field(column.name, types[column.type], metadata={"description": column.words})
        for column in table.columns(answer)
    ]
    schema = pa.schema(fields, metadata=metadata(answer))
    rows = table.rows(answer)
    arrays = [
        pa.array(
            [None if row[field.name] is None else as_type(row[field.name], field.type) for row in rows], field.type
        )
        for field in fields
    ]
    held = io.BytesIO()
    parquet.write_table(pa.table(arrays, schema=schema), held, compression="zstd")
    return held.getvalue()


def as_type(value: object, wanted: object) -> object:
    """Counts come as whole numbers, which a column of fractions takes only as fractions."""
    return float(value) if str(wanted) == "double" and isinstance(value, int) else value


def metadata(answer: Answer) -> dict[str, str]:
    """What must be known of the rows, as text."""
    return {
        "lsk.indicator": answer.indicator.id,
        "lsk.title": answer.title,
        "lsk.question": answer.question,
        "lsk.sentence": answer.sentence,
        "lsk.unit": answer.unit,
        "lsk.kind": answer.kind or "",
        "lsk.snapshot": answer.snapshot,
        "lsk.caveats": json.dumps(answer.caveats, ensure_ascii=False),
        "lsk.sources": json.dumps([card.citation() for card in answer.sources], ensure_ascii=False),
        "lsk.licences": json.dumps(list(dict.fromkeys(card.licence for card in answer.sources)), ensure_ascii=False),
        "lsk.parameters": json.dumps(answer.parameters.given(answer.indicator.filters), ensure_ascii=False),
        "lsk.sql": answer.sql,
    }
