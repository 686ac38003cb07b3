"""Asking: from a name and the parameters as text to the answer, computed once for each snapshot."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import groups, measures, peers, query, units, views
from lsk_metrics.indicators.answer import Answer
from lsk_metrics.indicators.parameters import Parameters, parse
from lsk_metrics.indicators.passport import Indicator, indicator, indicators
from lsk_metrics.indicators.peers import ALIKE
from lsk_metrics.indicators.rows import Row
from lsk_metrics.indicators.status import course
from lsk_metrics.language import gettext as _
from lsk_metrics.together import Together
from lsk_metrics.warehouse import read

MOST_VARIABLES = 6
TOGETHER = Together()


def answer(name: str, given: Mapping[str, str] | None = None, snapshot: str | None = None) -> Answer:
    """The answer of an indicator; raises NameUnknown or ValueRefused for what cannot be asked."""
    version = snapshot or read.version()
    parameters = understood(indicator(name), tuple((given or {}).items()), version)
    with TOGETHER.alone((name, parameters, version)):
        return asked(name, parameters, version)


@lru_cache(maxsize=2048)
def understood(found: Indicator, given: tuple[tuple[str, str], ...], version: str) -> Parameters:
    """What is asked of an indicator, from what was given as text."""
    wanted = {"places": found.places or "regions", **{name: name for name in found.filters}}
    lists = {name: frozenset(groups.codes(version, of)) for name, of in wanted.items()}
    return settled(parse(dict(given), lists), found, version)


@lru_cache(maxsize=512)
def asked(name: str, parameters: Parameters, snapshot: str) -> Answer:
    """An answer, computed once for each snapshot and set of parameters."""
    return run(indicator(name), parameters, snapshot)


def run(found: Indicator, parameters: Parameters, snapshot: str) -> Answer:
    """The answer of an indicator, be it today's or as an earlier snapshot keeps it."""
    bound, beginning = query.bound(found, parameters), query.beginning(found, parameters)
    rows = read.rows(query.text(found, parameters), bound, snapshot, beginning)
    told = Answer(
        dressed(found, parameters),
        parameters,
        snapshot,
        tuple(Row(**{**row, "flag": row.get("flag") or ""}) for row in rows),
    )
    if parameters.target:
        return replace(told, rows=course.laid(told))
    if parameters.view or found.variables:
        return told  # in the order of its query
    places = {code: at for at, code in enumerate(told.places)}
    series = {code: at for at, code in enumerate(told.series)}
    ranked = sorted(told.rows, key=lambda row: (places[row.place], series.get(row.series or "", -1), row.year))
    return replace(told, rows=tuple(ranked))


def settled(parameters: Parameters, found: Indicator, snapshot: str) -> Parameters:
    """The parameters with what follows from them written out: the places of a set of peers, a method's variables."""
    if parameters.target:
        return course.settled(parameters, found, snapshot)
    measures.refuse(found, parameters, snapshot)
    if parameters.view:
        views.refuse(measures.dressed(found, parameters), views.view(parameters.view))
    if not (parameters.view or parameters.peers or found.variables):
        return parameters
    peers.refuse(found)
    likeness = weighted(indicator(ALIKE), parameters.likeness) if ALIKE in (found.id, like(parameters)) else ()
    parameters = replace(parameters, likeness=likeness)
    chosen = peers.compared(parameters, found, snapshot, partial(alike, parameters, snapshot))
    # The parameters of an answer name both the set and its places, and can be asked again as they are.
    if parameters.peers and parameters.places and set(parameters.places) != set(chosen):
        raise ValueRefused(_("Ask for a set of peers or for places, not for both."))
    which = parameters.peers or ("" if parameters.places or found.among else "partners")
    parameters = replace(parameters, places=tuple(chosen), peers=which)
    return with_variables(parameters, found) if found.variables else parameters


def like(parameters: Parameters) -> str:
    return ALIKE if parameters.peers == "similar" else ""


def alike(parameters: Parameters, snapshot: str) -> list[str]:
    """Codes of the regions most like the home region, as many as asked for, the nearest first."""
    given = {
        "likeness": ",".join(f"{name}:{weight:g}" for name, weight in parameters.likeness),
        "own_country": "yes" if parameters.own_country else "no",
    }
    found = answer(ALIKE, given, snapshot)
    near = [
        row.place for row in found.rows if not row.series and row.value is not None and found.role(row.place) != "home"
    ]
    return near[: parameters.number]


def weighted(found: Indicator, given: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """A method's variables with their weights, 1 unless another is given; what weighs nothing takes no part."""
    for name, _weight in given:
        if name not in found.variables:
            raise NameUnknown("variable", name, found.variables)
    weights = {**dict.fromkeys(found.variables, 1.0), **dict(given)}
    if not any(weights.values()):
        raise ValueRefused(_("At least one variable needs a weight above zero."))
    return tuple((name, weight) for name, weight in weights.items() if weight)


def with_variables(parameters: Parameters, found: Indicator) -> Parameters:
    """The parameters with what a method puts together, and with which weights."""
    if found.id == ALIKE:
        names = tuple(name for name, _weight in parameters.likeness)
        return replace(parameters, indicators=names, weights=parameters.likeness)
    names = parameters.indicators or found.variables
    known = [each.id for each in indicators() if each.places == "regions"]
    for name in names:
        if name not in known:
            raise NameUnknown("indicator of regions", name, known)
        if found.chart != "scatter" and indicator(name).direction == "neither":
            raise ValueRefused(
                _("In “{title}” neither more nor less is better, so it has no place in a composite.").format(
                    title=_(indicator(name).title)
                )
            )
    most = 2 if found.chart == "scatter" else MOST_VARIABLES
    if not 2 <= len(names) <= most:
        raise ValueRefused(_("“{title}” takes from 2 to {most} indicators.").format(title=_(found.title), most=most))
    weights = tuple((name, weight) for name, weight in parameters.weights if name in names)
    return replace(parameters, indicators=names, weights=weights)


def dressed(found: Indicator, parameters: Parameters) -> Indicator:
    """The indicator as its answer needs it: with the unit, names and caveats of the measure and the view."""
    found = measures.dressed(found, parameters)
    if parameters.target:
        return course.dressed(found)
    if not parameters.view:
        return found
    view = views.view(parameters.view)
    unit, decimals = found.unit, found.decimals
    if view.unit != "same":
        unit = units.difference(unit)
    if view.unit == "yearly":
        unit, decimals = unit + units.YEARLY, min(2, decimals + 1) if decimals else 0
    caveats = tuple(dict.fromkeys([*(name for name in found.caveats if name != "latest_year_each"), *view.caveats]))
    return replace(found, unit=unit, decimals=decimals, caveats=caveats, names=view.names)
