"""Lists: what DuckDB does with them under names that Spark has not, or has for something else."""

from __future__ import annotations

from sqlglot import exp

NAMES = {"list_position": "array_position", "list_aggregate": "array_join"}


def lengths(tree: exp.Expression) -> None:
    """`len` of a list: Spark's LENGTH is of texts alone. Every list of ours is a parameter, cast to its type."""
    for each in list(tree.find_all(exp.Length)):
        if isinstance(each.this, exp.Cast) and each.this.to.is_type(exp.DataType.Type.ARRAY, exp.DataType.Type.LIST):
            each.replace(exp.func("size", each.this.copy(), dialect="spark"))


def elements(tree: exp.Expression) -> None:
    """An element by a computed number: DuckDB counts from 1, Spark's brackets from 0; ELEMENT_AT counts from 1 too."""
    for each in list(tree.find_all(exp.Bracket)):
        [at] = each.expressions
        # Literal numbers have been brought down by one by the parser, which knows where DuckDB begins.
        found = at.copy() if not at.is_number else exp.Literal.number(int(at.name) + 1)
        at_most = exp.cast(found, "int")  # a count of Spark's is a BIGINT, which it does not take for a place
        each.replace(exp.Anonymous(this="element_at", expressions=[each.this.copy(), at_most]))


def named(tree: exp.Expression) -> None:
    """Functions that sqlglot lets pass under DuckDB's names.

    `list_aggregate` is used to put letters together alone: its second argument, the name of the way, falls away.
    """
    for each in list(tree.find_all(exp.Anonymous)):
        name = each.name.lower()
        if name in NAMES:
            given = [part for part in each.expressions if not (part.is_string and part.name == "string_agg")]
            each.replace(exp.Anonymous(this=NAMES[name], expressions=[part.copy() for part in given]))


def series(tree: exp.Expression) -> None:
    """`range` as a table: sqlglot makes a list of it, which Spark cannot put after FROM; it has a RANGE of its own."""
    for each in list(tree.find_all(exp.Table)):
        if isinstance(each.this, exp.GenerateSeries):
            ends = [each.this.args["start"].copy(), each.this.args["end"].copy()]
            each.set("this", exp.Anonymous(this="range", expressions=ends))


def pairs(tree: exp.Expression) -> None:
    """Several lists unnested side by side: Spark has one generator to a SELECT, so the lists are zipped before."""
    for select in list(tree.find_all(exp.Select)):
        made = [each for each in select.expressions if isinstance(each.unalias(), exp.Explode)]
        if len(made) < 2 or len(made) != len(select.expressions):
            continue
        zipped = exp.Anonymous(this="arrays_zip", expressions=[each.unalias().this.copy() for each in made])
        names = [exp.to_identifier(each.alias) for each in made]
        inline = exp.Aliases(this=exp.Anonymous(this="inline", expressions=[zipped]), expressions=names)
        select.set("expressions", [inline])


RULES = (lengths, elements, named, series, pairs)
