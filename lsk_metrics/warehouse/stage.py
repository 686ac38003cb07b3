"""Incoming rows, still text, held against the schema: every offence named by line, column and value."""

from collections.abc import Iterator

import duckdb


def columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """Column names of a table and their types."""
    found = connection.execute("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?", [table])
    return dict(found.fetchall())


def blanks(connection: duckdb.DuckDBPyConnection, table: str) -> set[str]:
    """Columns in which an empty cell means "nothing said" rather than "missing"."""
    found = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND column_default IS NOT NULL", [table]
    )
    return {name for (name,) in found.fetchall()}


def offences(connection: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """What in the table `incoming` cannot go into `table`; types first, for the rest rests on them."""
    types = columns(connection, table)
    given = [name for name in columns(connection, "incoming") if name != "_line"]
    return list(wrong_types(connection, types, given)) or list(broken(connection, table, types, given))


def wrong_types(connection: duckdb.DuckDBPyConnection, types: dict[str, str], given: list[str]) -> Iterator[str]:
    for name in given:
        kind = types[name]
        # A cast would round 2018.7 to a year and take NaN for a number; neither is what the cell says.
        changed = {
            "INTEGER": f"NOT regexp_full_match(trim(\"{name}\"), '[+-]?[0-9]+')",
            "DOUBLE": f'NOT isfinite(TRY_CAST("{name}" AS DOUBLE))',
        }.get(kind, "false")
        sql = (
            f'SELECT _line, "{name}" FROM incoming WHERE "{name}" IS NOT NULL '
            f'AND (TRY_CAST("{name}" AS {kind}) IS NULL OR {changed})'
        )
        for line, value in connection.execute(sql).fetchall():
            yield f"line {line}: {name} is “{value}”, which is no {kind.lower()}."


def broken(connection: duckdb.DuckDBPyConnection, table: str, types: dict[str, str], given: list[str]) -> Iterator[str]:
    casts = ", ".join(f'CAST("{name}" AS {types[name]}) AS "{name}"' for name in given)
    absent = ", ".join(f'CAST(NULL AS {types[name]}) AS "{name}"' for name in types if name not in given)
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE typed AS SELECT _line, {casts}{', ' + absent if absent else ''} FROM incoming"
    )
    constraints = connection.execute(
        "SELECT constraint_type, expression, constraint_column_names, referenced_table, referenced_column_names "
        "FROM duckdb_constraints() WHERE table_name = ? ORDER BY constraint_index",
        [table],
    ).fetchall()
    for kind, expression, names, elsewhere, there in constraints:
        key = ", ".join(f'"{name}"' for name in names)
        said = " and ".join(names)
        if kind == "NOT NULL":
            sql, reason = f"SELECT _line, '' FROM typed WHERE {key} IS NULL", f"{said} is empty"
        elif kind == "CHECK":
            shown = ", ".join(f"'{name} = ' || coalesce(CAST(\"{name}\" AS VARCHAR), 'empty')" for name in names)
            sql = f"SELECT _line, concat_ws(', ', {shown}) FROM typed WHERE NOT ({expression})"
            reason = f"{expression} must hold, but"
        elif kind in ("PRIMARY KEY", "UNIQUE"):
            sql = (
                f"SELECT string_agg(_line, ' and '), concat_ws(', ', {key}) FROM (FROM typed SELECT _line, {key} "
                f"UNION ALL SELECT 'the table', {key} FROM \"{table}\") GROUP BY {key} HAVING count(*) > 1"
            )
            reason = f"{said} stands more than once:"
        else:
            far = ", ".join(f'"{name}"' for name in there)
            sql = (
                f"SELECT _line, concat_ws(', ', {key}) FROM typed WHERE ({key}) IS NOT NULL AND ({key}) NOT IN "
                f'(SELECT {far} FROM "{elsewhere}")'
            )
            reason = f"{said} is not in the table {elsewhere}:"
        for line, value in connection.execute(sql).fetchall():
            yield f"line {line}: {reason} {value}".rstrip() + ("" if value else ".")
