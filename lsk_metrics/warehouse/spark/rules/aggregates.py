"""Aggregates: which rows they pass over, and what they give where there are none."""

from __future__ import annotations

from sqlglot import exp


def any_values(tree: exp.Expression) -> None:
    """`any_value` passes over NULL in DuckDB; in Spark only where it is told to, which must stand before a FILTER."""
    for each in list(tree.find_all(exp.AnyValue)):
        told = each.parent if isinstance(each.parent, exp.IgnoreNulls) else each
        told.replace(exp.Anonymous(this="any_value", expressions=[each.this.copy(), exp.true()]))


def extremes(tree: exp.Expression) -> None:
    """`arg_max(a, b)` passes over rows in which a is NULL; Spark's MAX_BY would give that NULL."""
    for each in list(tree.find_all(exp.ArgMax, exp.ArgMin)):
        value, by = each.this.copy(), each.expression.copy()
        known = exp.Case().when(exp.not_(exp.Is(this=value.copy(), expression=exp.null())), by)
        each.set("expression", known)


def told_apart(tree: exp.Expression) -> None:
    """`string_agg(DISTINCT x, ' ' ORDER BY x)`: Spark fails beside another DISTINCT; a sorted set does not.

    Of no rows at all, or NULL alone, there is no text in DuckDB; the set would be put together to an empty one.
    """
    for each in list(tree.find_all(exp.GroupConcat)):
        distinct = each.find(exp.Distinct)
        if distinct is None:
            continue
        value = distinct.expressions[0].copy()
        found = exp.Anonymous(this="collect_set", expressions=[value])
        text = exp.Anonymous(
            this="array_join",
            expressions=[exp.Anonymous(this="sort_array", expressions=[found]), each.args["separator"].copy()],
        )
        none = exp.EQ(this=exp.Anonymous(this="size", expressions=[found.copy()]), expression=exp.Literal.number(0))
        each.replace(exp.Case().when(none, exp.null()).else_(text))


def all_rows(tree: exp.Expression) -> None:
    """`count_star()`, which DuckDB writes into the text of views."""
    for each in list(tree.find_all(exp.Anonymous)):
        if each.name.lower() == "count_star":
            each.replace(exp.Count(this=exp.Star()))


def whole_numbers(tree: exp.Expression) -> None:
    """A cast to a whole number rounds to the nearest in DuckDB, halves to the even one; in Spark it cuts off."""
    whole = (exp.DataType.Type.INT, exp.DataType.Type.BIGINT)
    for each in list(tree.find_all(exp.Cast)):
        if each.to.this in whole and not isinstance(each.this, exp.Parameter | exp.Null | exp.Literal):
            each.set("this", exp.Anonymous(this="bround", expressions=[each.this.copy()]))


RULES = (any_values, told_apart, all_rows, extremes, whole_numbers)
