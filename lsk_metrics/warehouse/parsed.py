"""A text is parsed once; the statement belongs to no connection."""

import duckdb

PARSED: dict[str, list[duckdb.Statement]] = {}
MOST = 1000  # there are some hundreds: indicators through views


def statements(cursor: duckdb.DuckDBPyConnection, text: str) -> list[duckdb.Statement]:
    """The statements of a text; raises duckdb.Error where it is none."""
    if (known := PARSED.get(text)) is not None:
        return known
    found = cursor.extract_statements(text)
    if len(PARSED) >= MOST:
        PARSED.clear()
    PARSED[text] = found
    return found
