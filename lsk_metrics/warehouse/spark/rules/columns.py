"""Columns: which names a part of a query gives, and where DuckDB goes by names and Spark by places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlglot import exp

Schema = Mapping[str, Sequence[str]]  # a table's columns


def given(query: exp.Expression, schema: Schema) -> list[str]:
    """The names of a query's columns, in their order; stars are looked up."""
    query = query.unnest()
    if isinstance(query, exp.SetOperation):
        first = given(query.this, schema)
        return [
            *first,
            *(name for name in given(query.expression, schema) if query.args.get("by_name") and name not in first),
        ]
    names: list[str] = []
    for each in query.expressions if isinstance(query, exp.Select) else []:
        if isinstance(each, exp.Aliases):
            names += [part.name for part in each.expressions]
        elif each.is_star:
            star = each.this if isinstance(each, exp.Column) else each
            out = {part.name for part in star.args.get("except_") or star.args.get("except") or []}
            named = each.table if isinstance(each, exp.Column) else ""
            found = [
                name
                for source in sources(query)
                if named in ("", source.alias_or_name)
                for name in behind(source, schema)
            ]
            names += [name for name in dict.fromkeys(found) if name not in out]
        else:
            names.append(each.alias_or_name)
    return names


def sources(query: exp.Select) -> list[exp.Expression]:
    """What a SELECT takes its rows from: tables and queries."""
    first = query.args.get("from_") or query.args.get("from")
    joined = [each.this for each in query.args.get("joins") or []]
    return ([first.this] if first else []) + joined


def behind(source: exp.Expression, schema: Schema) -> list[str]:
    """The columns of a table, of a part of WITH, or of a query in brackets."""
    columns = source.args["alias"].args.get("columns") if source.args.get("alias") else None
    if columns:
        return [column.name for column in columns]
    if isinstance(source, exp.Table):
        inside = part(source)
        return list(schema.get(source.name, ())) if inside is None else given(inside.this, schema)
    return given(source, schema)


def part(table: exp.Table) -> exp.CTE | None:
    """The part of a WITH that a name means, if it means one: of the nearest WITH that stands around it."""
    around = table.parent
    while around is not None:
        found = around.args.get("with_") or around.args.get("with")
        for each in found.expressions if found else []:
            if each.alias == table.name and not inside(table, each):
                return each
        around = around.parent
    return None


def inside(table: exp.Expression, around: exp.Expression) -> bool:
    above = table.parent
    while above is not None and above is not around:
        above = above.parent
    return above is around


def by_name(tree: exp.Expression, schema: Schema) -> None:
    """UNION ALL BY NAME: Spark has it for frames and not in SQL; each side is given all columns in one order."""
    while found := next((each for each in tree.find_all(exp.Union) if each.args.get("by_name")), None):
        names = given(found, schema)
        for side in ("this", "expression"):
            has = given(found.args[side], schema)
            columns = [
                exp.column(name, quoted=True) if name in has else exp.alias_(exp.null(), name, quoted=True)
                for name in names
            ]
            within = exp.Subquery(
                this=found.args[side].unnest().copy(), alias=exp.TableAlias(this=exp.to_identifier("side"))
            )
            found.set(side, exp.Select(expressions=columns).from_(within))
        found.set("by_name", False)


def grouped(tree: exp.Expression, schema: Schema) -> None:
    """QUALIFY over groups: Spark finds no aggregate there but those selected; so groups are made in a query inside."""
    for select in list(tree.find_all(exp.Select)):
        group, qualify = select.args.get("group"), select.args.get("qualify")
        if not (group and qualify and group.expressions):
            continue
        names = [each.alias_or_name for each in select.expressions]
        called = {each.unalias().sql(): each.alias_or_name for each in select.expressions}
        called |= {each.alias: each.alias for each in select.expressions if isinstance(each, exp.Alias)}
        within = select.copy()
        within.set("qualify", None)
        within.set("with_", None)
        for at, key in enumerate(group.expressions):
            if key.sql() not in called:
                within.select(exp.alias_(key.copy(), f"key_{at}"), copy=False)
                called[key.sql()] = f"key_{at}"
        for column in list(qualify.find_all(exp.Column)):
            if column.sql() in called:
                column.replace(exp.column(called[column.sql()], quoted=True))
        around = exp.Select(expressions=[exp.column(name, quoted=True) for name in names])
        around = around.from_(exp.Subquery(this=within, alias=exp.TableAlias(this=exp.to_identifier("grouped"))))
        around.set("qualify", qualify.copy())
        around.set("with_", select.args.get("with_"))
        select.replace(around)


def aliases(tree: exp.Expression, schema: Schema) -> None:
    """A column of the same SELECT inside a window: DuckDB takes what it stands for, Spark refuses it."""
    for select in list(tree.find_all(exp.Select)):
        made = {each.alias: each.this for each in select.expressions if isinstance(each, exp.Alias)}
        known = {name for source in sources(select) for name in behind(source, schema)}
        places = [select.args.get("qualify"), *(each for each in select.expressions if each.find(exp.Window))]
        for place in filter(None, places):
            for column in list(place.find_all(exp.Column)):
                if not column.table and column.name in made and column.name not in known:
                    meant = made[column.name]
                    if meant is not place and not meant.find(exp.Window):
                        column.replace(exp.paren(meant.copy()))


RULES = (by_name, grouped, aliases)
