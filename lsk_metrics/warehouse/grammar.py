"""What a reader's query may be made of, read from its syntax tree; what is not named here is refused."""

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

Tree = dict[str, Any]

NODES = {"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"}
PLACES = {"EMPTY", "BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "PIVOT", "SHOW_REF"}
SHOWN = {'"tables"', "__show_tables_expanded"}
ROW_MAKERS = {"range", "generate_series", "unnest", "json_each", "json_tree"}
# They tell of the engine rather than of the tables, outlive the query, or take time and do nothing else.
CLOSED = {
    "add_parquet_key", "cast_to_type", "combine", "create_sort_key", "current_connection_id", "current_query",
    "current_query_id", "current_setting", "current_transaction_id", "currval", "finalize", "get_block_size", "getenv",
    "getvariable", "in_search_path", "json_deserialize_sql", "json_serialize_plan", "json_serialize_sql", "make_type",
    "nextval", "parse_duckdb_log_message", "query", "query_table", "setseed", "setval", "sleep_ms", "stats",
    "to_aggregate_state", "txid_current", "vector_type", "write_log",
}  # fmt: skip
ENGINES_OWN = re.compile(r"(?:__|duckdb_|has_|inet_|pg_|pragma_|read_|sqlite_|which_)")
NAME = re.compile(r"\w+")


class Refusal(NamedTuple):
    """Why there is no answer: a reason, which a floor above puts into words, and the name or message it is about."""

    reason: str
    detail: str = ""


def refusal(tree: Tree, tables: Collection[str]) -> Refusal | None:
    """The first thing in a query that it may not have; `tree` is what DuckDB's json_serialize_sql gives."""
    if tree["error"]:
        known = tree.get("error_type") == "not implemented"
        return Refusal("no question") if known else Refusal("wrong", tree.get("error_message", ""))
    if len(tree["statements"]) != 1:
        return Refusal("several" if tree["statements"] else "empty")
    parts = list(walked(tree))
    named = {entry["key"] for part in parts for entry in part.get("cte_map", {}).get("map", [])}
    for name in sorted(named):
        if not NAME.fullmatch(name) or ENGINES_OWN.match(name.lower()):
            return Refusal("name", name)
    readable = {name.lower() for name in tables} | {name.lower() for name in named}
    return next(filter(None, (refused(part, readable) for part in parts)), None)


def refused(part: Tree, readable: set[str]) -> Refusal | None:
    kind = str(part.get("type", ""))
    if kind.endswith("_NODE") and kind not in NODES:
        return Refusal("no question")
    if any(place.get("type") not in PLACES for place in places(part)):
        return Refusal("no question")
    if part.get("class") == "PARAMETER":
        return Refusal("parameter", str(part.get("identifier", "")))
    if kind == "BASE_TABLE":
        *above, name = part["qualified_name"]["path"]
        inside = above in ([], ["main"], ["memory", "main"])
        return None if inside and name.lower() in readable else Refusal("table", ".".join([*above, name]))
    if kind == "TABLE_FUNCTION":
        name = str(part["function"].get("function_name", "")).lower()
        return None if name in ROW_MAKERS else Refusal("function", name)
    if kind == "SHOW_REF" and part["query"] is None and part["table_name"] not in SHOWN:
        return Refusal("table", part["table_name"].strip('"'))
    name = str(part.get("function_name", "")).lower()
    return Refusal("function", name) if name in CLOSED or ENGINES_OWN.match(name) else None


def places(part: Tree) -> Iterator[Tree]:
    """Where rows come from in this part: of a SELECT its FROM, of a join both sides."""
    keys = {"JOIN": ("left", "right"), "PIVOT": ("source",)}.get(str(part.get("type")), ())
    return (part[key] for key in ("from_table", *keys) if isinstance(part.get(key), dict))


def read_from(tree: Tree, tables: Collection[str]) -> set[str]:
    """The tables and views a query names, wherever in it; one that a WITH stands before counts too."""
    known = {name.lower(): name for name in tables}
    named = [part["qualified_name"]["path"][-1].lower() for part in walked(tree) if part.get("type") == "BASE_TABLE"]
    return {known[name] for name in named if name in known}


def walked(tree: Tree) -> Iterator[Tree]:
    """Every object of the tree, in no particular order, without recursion: a query can be nested deeply."""
    left: list[Any] = [tree]
    while left:
        part = left.pop()
        if isinstance(part, dict):
            yield part
            left.extend(part.values())
        elif isinstance(part, list):
            left.extend(part)
