"""The data of a review: the rows of each figure as CSV and Parquet, their queries, its targets and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsk_metrics.exports import package, statuses
from lsk_metrics.exports.bundle import parameters, query
from lsk_metrics.exports.csv import csv_file
from lsk_metrics.exports.listed import csv_list
from lsk_metrics.exports.names import safe
from lsk_metrics.exports.parquet import parquet_file
from lsk_metrics.indicators import comments
from lsk_metrics.indicators.status import board

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lsk_metrics.indicators import Answer
    from lsk_metrics.indicators.reviews import Review

Described = tuple[bytes, list[package.Field] | None]


def numbered(review: Review) -> dict[str, Answer]:
    """Each answer by what its files are called: its place in the review and its key; one asked twice stands once."""
    found: dict[str, Answer] = {}
    for at, answer in enumerate(review.answers, 1):
        if answer not in found.values():
            made_up = "-illustrative" if "illustrative" in answer.kinds else ""
            found[f"{at:02d}-{safe(answer.key)[:80]}{made_up}"] = answer
    return found


def files(review: Review, lang: str) -> dict[str, Described]:
    """Tables by their paths, in the language spoken, those in CSV with a description of their columns."""
    found: dict[str, Described] = {}
    for stem, answer in numbered(review).items():
        found[f"data/{stem}-{lang}.csv"] = (csv_file(answer), package.columns(answer))
        found[f"data/{stem}-{lang}.parquet"] = (parquet_file(answer), None)
    if review.targets:
        rows = [board.row(each) for each in review.targets]
        made_up = "-illustrative" if any(each.verdict.kind == "illustrative" for each in review.targets) else ""
        found[f"data/targets{made_up}-{lang}.csv"] = (statuses.csv_file(review.targets), typed(rows))
    if said := comments.flat(review.comments):
        found[f"data/comments-{lang}.csv"] = (csv_list(said), typed(said))
    return found


def queries(review: Review) -> dict[str, bytes]:
    """The query of each figure as it ran, and the values of its $names."""
    found = {}
    for stem, answer in numbered(review).items():
        found[f"data/{stem}.sql"] = query(answer, f"{stem}.parameters.json")
        found[f"data/{stem}.parameters.json"] = parameters(answer)
    return found


def typed(rows: Sequence[Mapping[str, Any]]) -> list[package.Field]:
    """The columns of plain rows with the types of what stands in them."""
    found = []
    for name in rows[0]:
        kinds = {type(row[name]) for row in rows if row[name] is not None}
        kind = "integer" if kinds == {int} else "number" if kinds and kinds <= {int, float} else "string"
        found.append({"name": name, "type": kind})
    return found
