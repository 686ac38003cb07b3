"""Offers: in which forms, by which measures and over what an indicator can be shown, and why not in the others."""

from collections.abc import Mapping
from dataclasses import dataclass

from lsk_metrics.indicators import additivity, groups, peers, views
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.parameters import FILTERS, MEASURES, SETS
from lsk_metrics.indicators.passport import Indicator, indicator
from lsk_metrics.indicators.reasons import FORMS, of_forms, of_measure, of_view
from lsk_metrics.language import gettext as _


@dataclass(frozen=True)
class Offer:
    """One thing to choose: its code and name, the parameters that ask for it, and why it cannot be had, or nothing."""

    code: str
    name: str
    reason: str = ""
    given: tuple[tuple[str, str], ...] = ()

    @property
    def possible(self) -> bool:
        return not self.reason


@dataclass(frozen=True)
class Offers:
    """What an indicator can do, each part in the order readers expect.

    forms: trend, ranking, map, table, scatter; measures: absolute, per_head, index, change; views: ways to compare
    regions; filters: groups its rows can be narrowed to; groups: each by itself, or added up; series, places: codes and
    names of those with figures; sets: whom regions are compared with; years: those with a figure.
    """

    forms: tuple[Offer, ...]
    measures: tuple[Offer, ...]
    views: tuple[Offer, ...]
    filters: tuple[Offer, ...]
    groups: tuple[Offer, ...]
    sets: tuple[Offer, ...]
    series: dict[str, str]
    places: dict[str, str]
    years: tuple[int, ...]

    def possible(self, part: str) -> list[str]:
        """Codes of what can be had of one part, such as forms."""
        return [each.code for each in getattr(self, part) if each.possible]


def offers(of: Indicator | str, snapshot: str, given: Mapping[str, str] | None = None) -> Offers:
    """What can be asked of an indicator besides what is asked already: `given` are parameters as text.

    Each reason is in the language spoken. Raises NameUnknown where there is no such indicator.
    """
    found, given = indicator(of if isinstance(of, str) else of.id), given or {}
    measure, view = given.get("measure", MEASURES[0]), given.get("view", "")
    whole = answer(found.id, {}, snapshot)
    valued = [row for row in whole.rows if row.value is not None]
    reasons = of_forms(found, given, snapshot)
    ranking = (("view", "ranking"),) if found.places == "regions" else ()
    return Offers(
        forms=tuple(Offer(form, names()[form], reasons[form], ranking if form == "ranking" else ()) for form in FORMS),
        measures=tuple(
            Offer(name, names()[name], of_measure(found, name, view, snapshot), (("measure", name),))
            for name in MEASURES
        ),
        views=tuple(
            Offer(each.id, view_names()[each.id], of_view(found, each.id, measure, snapshot), (("view", each.id),))
            for each in views.views()
        ),
        filters=tuple(Offer(name, names()[name], narrowed(found, name)) for name in FILTERS),
        groups=grouped(found),
        sets=tuple(Offer(name, names()[name], peers.refusal(found), (("peers", name),)) for name in SETS),
        series={code: whole.series_name(code) for code in whole.series if any(row.series == code for row in valued)},
        places={code: whole.place(code) for code in whole.places if any(row.place == code for row in valued)},
        years=tuple(sorted({row.year for row in valued})),
    )


def names() -> dict[str, str]:
    """Names of forms, measures, filters, sets of peers and ways to take groups."""
    return {
        "trend": _("Trend"),
        "ranking": _("Ranking"),
        "map": _("Map"),
        "table": _("Table"),
        "scatter": _("Two indicators"),
        "absolute": _("Absolute"),
        "per_head": _("Per head"),
        "index": _("Index (start = 100)"),
        "change": _("Change on the year before"),
        **{name: groups.title(name) for name in FILTERS},
        "each": _("Each group"),
        "total": _("All groups together"),
        "partners": _("Partner regions"),
        "domestic": _("Regions of the country"),
        "similar": _("Similar regions"),
    }


def view_names() -> dict[str, str]:
    return {
        "ranking": _("Ranking"),
        "gap_leader": _("Distance to the leader"),
        "gap_union": _("Distance to the European Union"),
        "change": _("Change over the period"),
        "pace": _("Pace needed"),
    }


def narrowed(found: Indicator, name: str) -> str:
    if name in found.filters:
        return ""
    return _("“{title}” cannot be narrowed to groups of this kind.").format(title=_(found.title))


def grouped(found: Indicator) -> tuple[Offer, ...]:
    reason = additivity.refusal(found, "group")
    none = "" if additivity.has_groups(found) else _("“{title}” has no groups.").format(title=_(found.title))
    return (
        Offer("each", names()["each"], none, (("groups", "each"),)),
        Offer("total", names()["total"], none or reason, (("groups", "total"),)),
    )
