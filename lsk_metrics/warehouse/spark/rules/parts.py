"""The parts of a WITH: DuckDB works out once what is used twice, Spark anew for each use."""

from __future__ import annotations

from sqlglot import exp

from lsk_metrics.warehouse.spark.rules.columns import Schema, part


def once(tree: exp.Expression, schema: Schema) -> None:
    """A part that is used more than once is given a condition that is always true and that Spark cannot foresee.

    Spark writes a part into each of its uses. A sum of fractions may differ in its last digit from one use to the
    other, for its rows come in another order: rows of one region then no longer stand together when sorted by it
    (seen). A part that holds something random is not written twice; so it is worked out once, and shared.
    """
    uses: dict[int, int] = {}
    for table in tree.find_all(exp.Table):
        found = part(table)
        if found is not None:
            uses[id(found)] = uses.get(id(found), 0) + 1
    for each in list(tree.find_all(exp.CTE)):
        if uses.get(id(each), 0) > 1:
            chance = exp.GTE(this=exp.Anonymous(this="rand"), expression=exp.Literal.number(0))
            within = exp.Subquery(this=each.this.copy(), alias=exp.TableAlias(this=exp.to_identifier("once")))
            each.set("this", exp.Select(expressions=[exp.Star()]).from_(within).where(chance))


RULES = (once,)
