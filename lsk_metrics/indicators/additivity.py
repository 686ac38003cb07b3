"""The one place that adds up values of answers, and that decides over which of time, place and group they may be."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from lsk_metrics.errors import ValueRefused
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.passport import Indicator
    from lsk_metrics.indicators.rows import Row

# The dimensions of a row, by the column that tells them apart.
OVER = {"time": "year", "place": "place", "group": "series"}
RATIOS = frozenset(
    ["pps_per_head", "per_million", "per_km2", "index", "points", "deviations", "rank", "own", "start_100"]
)


def may_add(indicator: Indicator, over: str) -> bool:
    """Whether values that differ in time, place or group make a sum that says something: as its passport has it."""
    return over in indicator.additive


def refusal(indicator: Indicator, over: str) -> str:
    """Why its values are not added up over time, place or group, as a sentence; empty where they may be."""
    if may_add(indicator, over):
        return ""
    title = _(indicator.title)
    if over == "group" and not has_groups(indicator):
        return _("“{title}” has no groups to add up.").format(title=title)
    if indicator.unit.startswith("pct") or indicator.unit in RATIOS:
        return {
            "time": _("“{title}” is a ratio: the figures of several years are never added up."),
            "place": _("“{title}” is a ratio: the figures of several places are never added up."),
            "group": _("“{title}” is a ratio: the figures of several groups are never added up."),
        }[over].format(title=title)
    return {
        "time": _("“{title}” tells how much there is in a year or up to it, so years are never added up.")
        if indicator.unit != "eur_m" or indicator.places != "regions"
        else _("In “{title}” some years are missing or differ in method, so years are never added up."),
        "place": _("In “{title}” the same thing may count in several places, so places are never added up."),
        "group": _("In “{title}” groups overlap or are not all there, so groups are never added up."),
    }[over].format(title=title)


def has_groups(indicator: Indicator) -> bool:
    """Whether its rows have a series."""
    return re.search(r"\bseries\b", indicator.sql) is not None


def total(rows: Collection[Row], indicator: Indicator) -> float:
    """The sum of the rows' values, those missing left out; raises ValueRefused where the rows differ in what may not be
    added over, are regions (a region is part of its nation), or tell the same thing twice."""
    for over, column in OVER.items():
        if len({getattr(row, column) for row in rows}) > 1 and (said := refusal(indicator, over)):
            raise ValueRefused(said)
    if indicator.places == "regions" and len({row.place for row in rows}) > 1:
        raise ValueRefused(
            _("In “{title}” one place may be part of another, so they are not added up.").format(
                title=_(indicator.title)
            )
        )
    told: dict[tuple[str, int, str | None], str] = {}
    for row in rows:
        if told.setdefault((row.place, row.year, row.series), row.kind) != row.kind:
            raise ValueRefused(
                _("“{title}” has two figures of different origin for the same thing; they are not added up.").format(
                    title=_(indicator.title)
                )
            )
    return sum(row.value for row in rows if row.value is not None)


def totals(rows: Iterable[Row], indicator: Indicator, *by: str) -> dict[Any, float]:
    """Sums by year, place or series (or several of these, as a tuple), in the order they first occur."""
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        groups.setdefault(attrgetter(*by)(row), []).append(row)
    return {key: total(group, indicator) for key, group in groups.items()}


def adds_up(rows: Collection[Row], indicator: Indicator) -> bool:
    """Whether these very rows have a sum."""
    try:
        total(rows, indicator)
    except ValueRefused:
        return False
    return True
