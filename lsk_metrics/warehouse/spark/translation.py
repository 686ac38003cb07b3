"""A question in DuckDB's SQL as Spark takes it: sqlglot translates, our rules mend what would mean something else."""

from __future__ import annotations

from sqlglot import exp, parse
from sqlglot.errors import SqlglotError

from lsk_metrics.errors import SnapshotError
from lsk_metrics.warehouse.spark.dialect import Asked
from lsk_metrics.warehouse.spark.rules import aggregates, columns, lists, parts, tables, texts
from lsk_metrics.warehouse.spark.rules.columns import Schema


def translated(sql: str, schema: Schema, database: str) -> str:
    """The text for Spark; $names become :names, which are bound there. Raises SnapshotError for what is no SELECT."""
    try:
        found = [each for each in parse(sql, read="duckdb") if each is not None]
    except SqlglotError as reason:
        raise SnapshotError("The question cannot be put to Spark: {why}", why=str(reason)) from reason
    if len(found) != 1 or not isinstance(found[0], exp.Query):
        raise SnapshotError("Only one question at a time can be asked of a snapshot: a SELECT.")
    text: str = mended(found[0], schema, database).sql(dialect=Asked, comments=False)
    return text


def mended(tree: exp.Expression, schema: Schema, database: str) -> exp.Expression:
    """The tree with every rule applied: names first, while the text is still as it was written."""
    for rule in (*columns.RULES, *tables.RULES, *parts.RULES):
        rule(tree, schema)
    for plain in (*lists.RULES, *aggregates.RULES, *texts.RULES):
        plain(tree)
    tables.housed(tree, schema, database)
    for each in list(tree.find_all(exp.Parameter)):
        each.replace(exp.Placeholder(this=each.name))
    return tree
