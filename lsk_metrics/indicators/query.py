"""The query of an answer: an indicator's SELECT and the measure in their frame, around them the view or the method."""

import re
from functools import cache
from typing import Any

from lsk_metrics.indicators import measures
from lsk_metrics.indicators.framing import frame, steps
from lsk_metrics.indicators.parameters import GROUPS, Parameters
from lsk_metrics.indicators.passport import Indicator, indicator
from lsk_metrics.indicators.views import view
from lsk_metrics.warehouse import read

NAMED = re.compile(r"\$([a-z_]+)")


def text(found: Indicator, parameters: Parameters) -> str:
    """The query as it runs; its $names are the parameters."""
    framed = frame("asked").format(body=body(found, parameters))
    if found.variables:
        return found.sql.format(standardised=frame("standardised").format(framed=framed), framed=framed)
    if parameters.view:
        return view(parameters.view).sql.format(compared=frame("compared").format(framed=framed))
    return framed


def beginning(found: Indicator, parameters: Parameters) -> read.Beginning | None:
    """What the views of an indicator begin with for the same places, and what this one asks of it.

    None where there is no view, or one of a period of its own, with which no other begins.
    """
    if not parameters.view or found.variables or parameters.first_year != Parameters.first_year:
        return None
    framed = frame("asked").format(body=body(found, parameters))
    begun = tuple((name, step.format(framed=framed)) for name, step in steps("compared"))
    values, named = bound(found, parameters), NAMED.findall("\n".join(step for _name, step in begun))
    return read.Beginning(begun, {name: values[name] for name in named}, alone(view(parameters.view).sql))


@cache
def alone(sql: str) -> str:
    """A view's own query, which names the tables that the frame before it would have made."""
    return re.sub(r"WITH \{compared\}(,?)\s", lambda found: "WITH " if found[1] else "", sql).format()


def body(found: Indicator, parameters: Parameters) -> str:
    """What stands in the frame: an indicator's own query, its groups added up or not, by its measure; or several."""
    if found.variables:
        return stacked(parameters.indicators)
    grouped = found.sql if parameters.groups == GROUPS[0] else measures.summed(found.sql)
    return measures.measured(grouped, parameters.measure)


def stacked(names: tuple[str, ...]) -> str:
    """Several indicators one below the other, each with its id as the variable."""
    each = (f"SELECT '{name}' AS variable, * FROM (\n{indicator(name).sql}\n)" for name in names)
    return "\nUNION ALL BY NAME\n".join(each)


def bound(found: Indicator, parameters: Parameters) -> dict[str, Any]:
    """Values for the $names of the query."""
    less = [name for name in parameters.indicators if indicator(name).direction == "less"]
    given = dict(parameters.weights)
    values = {
        **parameters.bound(found.filters),
        "target_year": parameters.target_year,
        "per": measures.per(indicator(found.id)),
        "less_is_better": less if found.variables else found.direction == "less",
        "variables": list(parameters.indicators),
        "weights": [given.get(name, 1.0) for name in parameters.indicators],
    }
    return {name: values[name] for name in NAMED.findall(text(found, parameters))}
