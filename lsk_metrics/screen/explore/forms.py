"""The forms an indicator can take and the measures it can be put in, and for the others the reason why not."""

from __future__ import annotations

from collections.abc import Mapping

from lsk_metrics.indicators import Indicator, additivity
from lsk_metrics.indicators.offers import names as called
from lsk_metrics.indicators.parameters import MEASURES
from lsk_metrics.indicators.reasons import FORMS, of_forms, of_measure

# What an indicator opens with, by the chart its passport names; what it cannot have gives way to the next it can.
OWN = {"lines": "trend", "columns": "trend", "growth": "trend", "map": "map", "bars": "ranking", "ranking": "ranking"}
TOTAL = {"groups": "total"}


def names() -> dict[str, str]:
    return {form: called()[form] for form in FORMS}


def measures() -> dict[str, str]:
    return {measure: called()[measure] for measure in MEASURES}


def refused(found: Indicator, given: Mapping[str, str], snapshot: str) -> dict[str, str]:
    """For each form why the indicator cannot take it, as a sentence; empty where it can, its groups apart or added."""
    apart = of_forms(found, given, snapshot)
    if "groups" in given or not additivity.has_groups(found) or not additivity.may_add(found, "group"):
        return apart
    added = of_forms(found, {**given, **TOTAL}, snapshot)
    return {form: reason and added[form] and reason for form, reason in apart.items()}


def unmeasured(found: Indicator, form: str, given: Mapping[str, str], snapshot: str) -> dict[str, str]:
    """For each measure why the indicator cannot be put in it in this form, as a sentence; empty where it can."""
    view = "ranking" if form == "ranking" and found.places == "regions" else ""
    return {
        name: of_measure(found, name, view, snapshot)
        or (name != MEASURES[0] and refused(found, {**given, "measure": name}, snapshot)[form])
        or ""
        for name in MEASURES
    }


def own(found: Indicator, reasons: Mapping[str, str]) -> str:
    """The form an indicator opens with; a table where it can have none."""
    first = OWN.get(found.chart, "table")
    return next((form for form in (first, *FORMS) if not reasons[form]), "table")
