"""Tables: in which database they are, and what DuckDB keeps beside the columns: the order of rows, the catalogue."""

from __future__ import annotations

from sqlglot import exp

from lsk_metrics.warehouse.spark.rules.columns import Schema, part

KEPT = "kept_"  # before the name of a table as it is stored, with the number of each row
NUMBER = "rowid"
CATALOGUE = ("duckdb_tables", "duckdb_views", "duckdb_columns", "duckdb_constraints")


def catalogue(tree: exp.Expression, schema: Schema) -> None:
    """What DuckDB tells of its tables is published as tables: a program above asks it of any snapshot."""
    for each in list(tree.find_all(exp.Table)):
        if isinstance(each.this, exp.Anonymous) and each.this.name.lower() in CATALOGUE:
            each.set("this", exp.to_identifier(each.this.name.lower()))


def in_order(tree: exp.Expression, schema: Schema) -> None:
    """A SELECT without ORDER BY gives the rows of one table as they were put in; Spark promises no order at all."""
    if not isinstance(tree, exp.Select) or tree.args.get("order") or tree.args.get("joins") or tree.args.get("group"):
        return
    first = tree.args.get("from_") or tree.args.get("from")
    plain = not tree.find(exp.AggFunc, exp.Window, exp.Explode) and not tree.args.get("distinct")
    if plain and first and isinstance(first.this, exp.Table) and NUMBER in schema.get(KEPT + first.this.name, ()):
        tree.set("order", exp.Order(expressions=[exp.Ordered(this=exp.column(NUMBER), nulls_first=False)]))


def numbered(tree: exp.Expression, schema: Schema) -> None:
    """`rowid` is a column of the stored table alone, which a star must not give."""
    for select in list(tree.find_all(exp.Select)):
        first = select.args.get("from_") or select.args.get("from")
        if first is None or not isinstance(first.this, exp.Table) or first.this.db:
            continue
        named = KEPT + first.this.name
        if named in schema and any(column.name == NUMBER for column in select.find_all(exp.Column)):
            for star in [each for each in select.expressions if isinstance(each, exp.Star)]:
                star.set("except_", [exp.to_identifier(NUMBER)])
            alias = first.this.alias_or_name
            first.this.set("this", exp.to_identifier(named))
            first.this.set("alias", exp.TableAlias(this=exp.to_identifier(alias)))


def housed(tree: exp.Expression, schema: Schema, database: str) -> None:
    """Each table by its database: one connection serves readers of several snapshots at once."""
    for each in list(tree.find_all(exp.Table)):
        known = each.name in schema or each.name in CATALOGUE
        if isinstance(each.this, exp.Identifier) and known and part(each) is None:
            if not each.alias:
                each.set("alias", exp.TableAlias(this=exp.to_identifier(each.name, quoted=True)))
            each.set("db", exp.to_identifier(database))


RULES = (catalogue, in_order, numbered)
