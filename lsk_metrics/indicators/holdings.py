"""All that a snapshot holds, table by table as it was written down: enough to make the same snapshot again."""

from __future__ import annotations

import re
from graphlib import TopologicalSorter
from typing import Any, NamedTuple

from lsk_metrics.warehouse import read

TEXT = re.compile(r"'(?:[^']|'')*'")


class Holding(NamedTuple):
    """A table: names of its columns with the engine's types, and all rows in the order they were written."""

    name: str
    columns: dict[str, str]
    rows: list[tuple[Any, ...]]


def holdings(snapshot: str) -> list[Holding]:
    """Every table, in an order in which whoever is referred to comes before whoever refers."""
    types: dict[str, dict[str, str]] = {}
    sql = (
        "SELECT table_name, column_name, data_type FROM duckdb_columns() "
        "WHERE database_name = 'snapshot' ORDER BY table_name, column_index"
    )
    for row in read.rows(sql, snapshot=snapshot):
        types.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"]
    return [holding(name, types[name], snapshot) for name in ordered(tables(snapshot), referred(snapshot))]


def holding(name: str, columns: dict[str, str], snapshot: str) -> Holding:
    found = read.rows(f"SELECT * FROM {quoted(name)} ORDER BY rowid", snapshot=snapshot)
    return Holding(name, columns, [tuple(row.values()) for row in found])


def schema(snapshot: str) -> list[str]:
    """The statements that make its tables and views anew, with their comments, one after the other.

    Their order follows from names and from who needs whom alone, so that a snapshot made again gives the same.
    """
    made, drawn = tables(snapshot), views(snapshot)
    needed = {name: [other for other in drawn if other != name and mentions(drawn[name][0], other)] for name in drawn}
    found = []
    for form, parts, needs in (("TABLE", made, referred(snapshot)), ("VIEW", drawn, needed)):
        for name in ordered(parts, needs):
            sql, comment = parts[name]
            found.append(sql.strip().rstrip(";") + ";")
            found += [] if comment is None else [f"COMMENT ON {form} {quoted(name)} IS {said(comment)};"]
    columns = read.rows(
        "SELECT table_name, column_name, comment FROM duckdb_columns() "
        "WHERE database_name = 'snapshot' AND comment IS NOT NULL ORDER BY table_name, column_index",
        snapshot=snapshot,
    )
    return found + [
        f"COMMENT ON COLUMN {quoted(each['table_name'])}.{quoted(each['column_name'])} IS {said(each['comment'])};"
        for each in columns
        if each["table_name"] in made
    ]


Parts = dict[str, tuple[str, str | None]]


def tables(snapshot: str) -> Parts:
    """Statement and comment of each table, by its name."""
    sql = "SELECT table_name, sql, comment FROM duckdb_tables() WHERE database_name = 'snapshot' ORDER BY table_name"
    return {row["table_name"]: (row["sql"], row["comment"]) for row in read.rows(sql, snapshot=snapshot)}


def views(snapshot: str) -> Parts:
    """Statement and comment of each view, by its name."""
    sql = (
        "SELECT view_name, sql, comment FROM duckdb_views() "
        "WHERE database_name = 'snapshot' AND NOT internal ORDER BY view_name"
    )
    return {row["view_name"]: (row["sql"], row["comment"]) for row in read.rows(sql, snapshot=snapshot)}


def referred(snapshot: str) -> dict[str, list[str]]:
    """To which tables each table refers."""
    sql = (
        "SELECT DISTINCT table_name, referenced_table FROM duckdb_constraints() WHERE database_name = 'snapshot' "
        "AND constraint_type = 'FOREIGN KEY' AND table_name <> referenced_table ORDER BY ALL"
    )
    found: dict[str, list[str]] = {}
    for row in read.rows(sql, snapshot=snapshot):
        found.setdefault(row["table_name"], []).append(row["referenced_table"])
    return found


def mentions(sql: str, name: str) -> bool:
    """Whether a name occurs, but for what stands as text in quotation marks."""
    return re.search(rf"\b{re.escape(name)}\b", TEXT.sub("", sql)) is not None


def ordered(parts: Parts, needs: dict[str, list[str]]) -> list[str]:
    """Names so that whoever is needed comes first."""
    return list(TopologicalSorter({name: needs.get(name, []) for name in parts}).static_order())


def quoted(name: str) -> str:
    """A name as SQL takes it, whatever letters it has."""
    return '"' + name.replace('"', '""') + '"'


def said(words: str) -> str:
    """Words as SQL takes them: a comment takes no parameter."""
    return "'" + words.replace("'", "''") + "'"
