"""Measures: the values of an indicator per head, as an index or as yearly change, each an SQL file around its query."""

from dataclasses import dataclass, field, fields, replace
from functools import cache, lru_cache
from pathlib import Path

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import additivity, units
from lsk_metrics.indicators.framing import frame
from lsk_metrics.indicators.parameters import FILTERS, GROUPS, MEASURES, Parameters
from lsk_metrics.indicators.passport import Indicator, indicator, parts
from lsk_metrics.language import gettext as _
from lsk_metrics.paths import PACKAGE
from lsk_metrics.warehouse import read

FOLDER = PACKAGE / "indicators" / "measures"
POPULATION = "population"
# Of what is already a distance, a place in an order or a difference, nothing more is taken.
TAKEN = ("rank", "points", "deviations", "own")


@dataclass(frozen=True)
class Measure:
    """What a measure makes of an indicator; texts are English message ids.

    definition: what it computes; unit: per head, index, or difference of two values; views: those it can be asked with,
    views_refused why not with the others.
    """

    id: str
    sql: str
    title: str
    question: str
    definition: str
    unit: str
    caveats: tuple[str, ...]
    views: tuple[str, ...]
    sentence: dict[str, str] = field(hash=False)
    views_refused: str = ""


@dataclass(frozen=True)
class Extent:
    """What the figures allow: lowest value, years of the longest line, neighbouring years, values with a population."""

    lowest: float | None
    years: int | None
    pairs: int
    peopled: int


@cache
def load(path: Path) -> Measure:
    """One measure file; raises PassportError with the key that is wrong."""
    return Measure(**parts(path, {each.name for each in fields(Measure)}, {"views_refused"}))


def measures() -> list[Measure]:
    """All measures but the absolute one, which is the indicator as it is, in the order readers expect."""
    return [load(FOLDER / f"{name}.sql") for name in MEASURES[1:]]


def measure(name: str) -> Measure:
    """One measure by its id; raises NameUnknown with the nearest one."""
    if name not in MEASURES[1:]:
        raise NameUnknown("measure", name, MEASURES)
    return load(FOLDER / f"{name}.sql")


def measured(body: str, wanted: str) -> str:
    """An indicator's own query with the measure around it."""
    if wanted == MEASURES[0]:
        return body
    measured = frame("measured").format(body=body)
    return measure(wanted).sql.format(measured=measured, population=indicator(POPULATION).sql)


def summed(body: str) -> str:
    """An indicator's own query with the groups of each place and year added up."""
    return frame("summed").format(measured=frame("measured").format(body=body))


@lru_cache(maxsize=512)
def extent(found: Indicator, snapshot: str) -> Extent:
    """What the figures of an indicator allow, in all years and places of a snapshot."""
    measured = frame("measured").format(body=found.sql)
    sql = frame("extent").format(measured=measured, population=indicator(POPULATION).sql)
    [row] = read.rows(sql, {name: [] for name in FILTERS if name in found.filters}, snapshot)
    return Extent(**row)


def refusal(found: Indicator, wanted: Measure, snapshot: str, view: str = "") -> str:
    """Why an indicator cannot have a measure, or the measure the view, as a sentence; empty where it can."""
    title = _(found.title)
    if found.variables:
        return _("“{title}” puts indicators together already and has no other measure.").format(title=title)
    if wanted.unit == "per head" and found.id == POPULATION:
        return _("“{title}” is what other indicators are divided by.").format(title=title)
    if wanted.unit == "per head" and not additivity.may_add(found, "place"):
        return _("“{title}” is no total of a place, so it is not divided by the population.").format(title=title)
    if found.unit in TAKEN:
        return _("“{title}” is a distance or a rank already, of which nothing more is taken.").format(title=title)
    has = extent(found, snapshot)
    if has.lowest is None:
        return _("There are no figures yet.")
    if wanted.unit == "per head" and not has.peopled:
        return _("For the places and years of “{title}” the data have no population.").format(title=title)
    if wanted.unit == "index" and has.lowest <= 0:
        return _("“{title}” has values of zero or less, from which no index can start.").format(title=title)
    if wanted.unit == "index" and (has.years or 0) < 2:
        return _("“{title}” has no second year to hold against the first.").format(title=title)
    if wanted.unit == "difference" and not has.pairs:
        return _("“{title}” has no two years in a row to hold against each other.").format(title=title)
    return _(wanted.views_refused) if view and view not in wanted.views else ""


def refuse(found: Indicator, parameters: Parameters, snapshot: str) -> None:
    """Raises ValueRefused for a measure, or a sum of groups, that the indicator or the view asked for cannot have."""
    if parameters.groups != GROUPS[0] and (said := additivity.refusal(found, "group")):
        raise ValueRefused(said)
    if parameters.measure == MEASURES[0]:
        return
    if said := refusal(found, measure(parameters.measure), snapshot, parameters.view):
        raise ValueRefused(said)


def dressed(found: Indicator, parameters: Parameters) -> Indicator:
    """The indicator as its answer by this measure needs it; nothing by a measure is added up."""
    if parameters.groups != GROUPS[0]:
        found = replace(found, series=None, names={})
    if parameters.measure == MEASURES[0]:
        return found
    wanted = measure(parameters.measure)
    unit, decimals = found.unit, found.decimals
    if wanted.unit == "per head":
        unit, decimals = units.per_head(unit), decimals if unit.startswith("eur") else 1
    elif wanted.unit == "index":
        unit, decimals = "start_100", 1
    else:
        unit = units.difference(unit)
    caveats = tuple(dict.fromkeys([*found.caveats, *wanted.caveats]))
    return replace(found, unit=unit, decimals=decimals, caveats=caveats, sentence=wanted.sentence, additive=())


def per(found: Indicator) -> int:
    """By how much a value is multiplied before it is divided by the population."""
    return 1_000 if units.per_head(found.unit).endswith(units.PER_THOUSAND) else 1_000_000
