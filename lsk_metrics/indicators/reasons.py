"""Reasons: why an indicator cannot be had by a measure, through a view or in a form; each a sentence, or empty."""

from collections.abc import Mapping

from lsk_metrics.errors import LskError
from lsk_metrics.indicators import measures, peers, refusals, views
from lsk_metrics.indicators.answer import Answer
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.parameters import GROUPS, MEASURES, Parameters
from lsk_metrics.indicators.passport import Indicator, indicator
from lsk_metrics.language import gettext as _

FORMS = ("trend", "ranking", "map", "table", "scatter")
MAPPED = ("towns", "powiats")
SCATTER = "two_indicators"
NARROWING = ("places", "first_year", "last_year", "illustrative", "groups", "measure")


def of_measure(found: Indicator, name: str, view: str, snapshot: str) -> str:
    """Why a measure cannot be had, with the view where one is asked for."""
    if name == MEASURES[0]:
        return ""
    return measures.refusal(found, measures.measure(name), snapshot, view)


def of_view(found: Indicator, name: str, measure: str, snapshot: str) -> str:
    """Why a view cannot be had by this measure."""
    if said := of_measure(found, measure, name, snapshot):
        return said
    return views.refusal(measures.dressed(found, Parameters(measure=measure)), views.view(name))


def of_forms(found: Indicator, given: Mapping[str, str], snapshot: str) -> dict[str, str]:
    """For each form why it cannot be had by what is asked."""
    asked = {name: text for name, text in given.items() if name in (*NARROWING, *found.filters)}
    measure = asked.get("measure", MEASURES[0])
    try:
        whole = answer(found.id, {}, snapshot)
        shown = answer(found.id, asked, snapshot) if valued(whole) else whole
    except LskError as refused:  # what is asked cannot be had at all: no form of it can
        return dict.fromkeys(FORMS, refusals.told(refused))
    none = _("There are no figures for this choice.") if valued(whole) else _("There are no figures yet.")
    if not valued(shown):
        return dict.fromkeys(FORMS, none)
    return {
        "trend": of_trend(shown),
        "ranking": of_ranking(shown, found, measure),
        "map": of_map(shown),
        "table": "",
        "scatter": peers.refusal(found) or of_measure(indicator(SCATTER), measure, "", snapshot),
    }


def valued(found: Answer) -> bool:
    return any(row.value is not None for row in found.rows)


def of_trend(shown: Answer) -> str:
    if len({row.year for row in shown.rows if row.value is not None}) < 2:
        return _("“{title}” has figures of one year only.").format(title=shown.subject)
    return of_crossing(shown)


def of_crossing(shown: Answer) -> str:
    """A line or a bar is of a place or of a group, never of both."""
    if len(shown.places) < 2 or not shown.series:
        return ""
    return _("“{title}” has both places and groups: choose one place, or all groups together.").format(
        title=shown.subject
    )


def of_ranking(shown: Answer, found: Indicator, measure: str) -> str:
    """Regions are ranked by a view; places and groups of one year by their values."""
    if found.places == "regions":
        return of_view(found, "ranking", measure, shown.snapshot)
    last = max(row.year for row in shown.rows if row.value is not None)
    if len({(row.place, row.series) for row in shown.rows if row.year == last and row.value is not None}) < 2:
        return _("“{title}” is one figure a year, with nothing beside it to rank.").format(title=shown.subject)
    return of_crossing(shown)


def of_map(shown: Answer) -> str:
    title, asked = shown.subject, shown.parameters
    if shown.indicator.places not in MAPPED:
        return _("“{title}” is not about towns or powiats, which the map shows.").format(title=title)
    if shown.indicator.places == "powiats":
        return ""
    if asked.measure == "change":
        return _("“{title}” may fall below zero, which no circle on a map can show.").format(title=title)
    if shown.series and asked.groups == GROUPS[0] and asked.measure != MEASURES[0]:
        return _("“{title}” has groups that make no sum, so a town has no one figure on the map.").format(title=title)
    return ""
