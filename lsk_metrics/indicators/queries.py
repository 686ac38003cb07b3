"""A reader's own query over the tables: what may be asked, and in words why something is not answered."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from lsk_metrics.errors import QueryRefused
from lsk_metrics.language import gettext as _
from lsk_metrics.language import number, spoken
from lsk_metrics.warehouse import read
from lsk_metrics.warehouse.ask import LENGTH, ROWS, SECONDS, Asking, Found
from lsk_metrics.warehouse.grammar import Refusal

__all__ = ["LENGTH", "ROWS", "SECONDS", "Asking", "Found", "Table", "examples", "found", "records", "tables"]


@dataclass(frozen=True)
class Column:
    """A column of a table; comment is empty where its name says all there is to say."""

    name: str
    type: str
    comment: str


@dataclass(frozen=True)
class Table:
    """A table or a view as the schema describes it; rows is None for a view."""

    name: str
    comment: str
    rows: int | None
    columns: tuple[Column, ...]


@lru_cache(maxsize=16)
def described(snapshot: str) -> tuple[Table, ...]:
    """Tables, then views, by name, with comments in English."""
    columns: dict[str, list[Column]] = {}
    sql = (
        "SELECT table_name, column_name, data_type, coalesce(comment, '') AS comment FROM duckdb_columns() "
        "WHERE database_name = 'snapshot' ORDER BY column_index"
    )
    for row in read.rows(sql, snapshot=snapshot):
        columns.setdefault(row["table_name"], []).append(Column(row["column_name"], row["data_type"], row["comment"]))
    sql = (
        "SELECT table_name AS name, coalesce(comment, '') AS comment, estimated_size AS rows "
        "FROM duckdb_tables() WHERE database_name = 'snapshot' UNION ALL "
        "SELECT view_name, coalesce(comment, ''), NULL FROM duckdb_views() "
        "WHERE database_name = 'snapshot' AND NOT internal ORDER BY rows IS NULL, name"
    )
    return tuple(
        Table(row["name"], row["comment"], row["rows"], tuple(columns[row["name"]]))
        for row in read.rows(sql, snapshot=snapshot)
    )


def tables(snapshot: str) -> list[Table]:
    """What can be asked, with comments in the reader's language."""
    return [
        Table(
            each.name,
            _(each.comment),
            each.rows,
            tuple(Column(column.name, column.type, _(column.comment)) for column in each.columns),
        )
        for each in described(snapshot)
    ]


def found(asking: Asking) -> Found:
    """The answer, waited for; raises QueryRefused with a sentence in the reader's language."""
    asking.wait()
    answer = asking.result
    if isinstance(answer, Found):
        return answer
    if answer is None or answer.reason == "wrong":
        raise QueryRefused(_("The query cannot be run as it is written."), answer.detail if answer else "")
    raise QueryRefused(sentence(answer, [each.name for each in described(asking.snapshot)]))


def sentence(refusal: Refusal, names: list[str]) -> str:
    """Why a query is not answered and what to do, in the reader's language."""
    name = refusal.detail
    if refusal.reason == "table":
        close = get_close_matches(name.lower(), names, n=1, cutoff=0.5)
        advice = (
            _("Did you mean “{name}”?").format(name=close[0])
            if close
            else _("The list of tables names them all: below on the page, “lsk sql --schema” in a terminal.")
        )
        return _("There is no table “{name}” that can be read here.").format(name=name) + " " + advice
    return {
        "empty": _("There is no query yet. Write a SELECT, or take one of the examples."),
        "several": _("Only one query at a time is answered. Leave out all but one of them."),
        "no question": _("Only questions are answered: SELECT, WITH … SELECT, DESCRIBE, SUMMARIZE and SHOW TABLES."),
        "parameter": _("The query has a placeholder, “{name}”. Write the value in its place."),
        "name": _("A part of the query is called “{name}”, a name that is kept. Give it another one."),
        "function": _(
            "The function “{name}” is closed here: queries read the tables of the snapshot and nothing else."
        ),
        "long": _("The query is longer than {name} characters. Write a shorter one."),
        "deep": _("The query is nested too deeply. Take it apart with WITH."),
        "memory": _("The query needs more than {name} MB of memory. Narrow it with WHERE, or add up before you join."),
        "time": _("The query was stopped after {name} seconds. Narrow it with WHERE, or join on a column."),
        "zone": _("Moments with a time zone cannot be shown. Write CAST(… AS TIMESTAMP) around them."),
        "busy": _("Others are asking at the moment. Try again in a few seconds."),
        "cancelled": _("The query was cancelled."),
        "ended": _("The query brought its process down. Nothing else is harmed; write it in another way."),
    }[refusal.reason].format(name=number(float(name)) if name.replace(".", "", 1).isdecimal() else name)


def records(answer: Found) -> list[dict[str, Any]]:
    """Rows as dictionaries; a second column of the same name gets a number."""
    names: list[str] = []
    for name in answer.columns:
        times = sum(name == each.rsplit(" (", 1)[0] for each in names)
        names.append(f"{name} ({times + 1})" if times else name)
    return [dict(zip(names, row, strict=True)) for row in answer.rows]


def examples() -> dict[str, str]:
    """Queries to begin with, by what they find, with names in the reader's language."""
    pl = "_pl" if spoken() == "pl" else ""
    return {
        _("Members by year"): 'SELECT year, members, joined, "left"\nFROM membership\nORDER BY year',
        _("R&D spending of the peers"): (
            f"SELECT regions.name{pl} AS region, year, value AS pct_of_gdp, flag, kind\n"
            "FROM observations\nJOIN regions ON regions.code = observations.region AND role IN ('home', 'peer')\n"
            "WHERE value IS NOT NULL\n"
            "  AND (dataset = 'rd_e_gerdreg' AND breakdown = 'TOTAL' OR dataset = 'gerd_eur' AND unit = 'PC_GDP')\n"
            "QUALIFY row_number() OVER (PARTITION BY code ORDER BY year DESC, kind DESC) = 1\nORDER BY value DESC"
        ),
        _("Statements that differ"): (
            f"SELECT statement{pl} AS statement, value, found, check_note{pl} AS note, sources.title{pl} AS source\n"
            "FROM claims\nJOIN claim_checks ON claim_checks.claim = claims.id\n"
            "JOIN sources ON sources.id = claims.source\nWHERE NOT agrees\nORDER BY claims.sort"
        ),
        _("Newest year of each dataset"): (
            "SELECT dataset, unit, max(year) AS newest, count(DISTINCT region) AS regions, count(value) AS figures\n"
            "FROM observations\nWHERE value IS NOT NULL\nGROUP BY ALL\nORDER BY newest DESC, dataset"
        ),
    }
