"""Views: ways to compare regions by one indicator, each an SQL file around the indicator's own query."""

from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path

from lsk_metrics.errors import NameUnknown, ValueRefused
from lsk_metrics.indicators import peers
from lsk_metrics.indicators.additivity import may_add
from lsk_metrics.indicators.passport import Indicator, found_in, parts
from lsk_metrics.language import gettext as _
from lsk_metrics.paths import PACKAGE

FOLDER = PACKAGE / "indicators" / "views"


@dataclass(frozen=True)
class View:
    """What a view adds to an indicator; texts are English message ids.

    definition: what it computes; unit: same as the indicator's, difference of two values, or yearly change; series:
    what the series of its rows is called; needs: a direction (more or less is better), or that the indicator is no sum
    (a total of one region is not held against that of the Union).
    """

    id: str
    sql: str
    title: str
    question: str
    definition: str
    unit: str
    series: str
    needs: tuple[str, ...]
    caveats: tuple[str, ...]
    sentence: dict[str, str] = field(hash=False)
    names: dict[str, str] = field(default_factory=dict, hash=False)


@cache
def load(path: Path) -> View:
    """One view file; raises PassportError with the key that is wrong."""
    return View(**parts(path, {each.name for each in fields(View)}, {"names"}))


def views() -> list[View]:
    """All views, in alphabetical order of ids."""
    return [load(path) for path in found_in(FOLDER).values()]


def view(name: str) -> View:
    """One view by its id; raises NameUnknown with the nearest one."""
    known = found_in(FOLDER)
    if name not in known:
        raise NameUnknown("view", name, known)
    return load(known[name])


def refusal(indicator: Indicator, wanted: View) -> str:
    """Why an indicator cannot have a view, as a sentence; empty where it can."""
    title = _(indicator.title)
    if indicator.variables:
        return _("“{title}” puts indicators together already and has no views.").format(title=title)
    if said := peers.refusal(indicator):
        return said
    if "direction" in wanted.needs and indicator.direction == "neither":
        return _("In “{title}” neither more nor less is better, so there is no leader to catch up with.").format(
            title=title
        )
    if "no sum" in wanted.needs and may_add(indicator, "place"):
        return _("“{title}” is a total: one region's is not held against that of the whole Union.").format(title=title)
    return ""


def refuse(indicator: Indicator, wanted: View) -> None:
    """Raises ValueRefused for a view that the indicator cannot have."""
    if said := refusal(indicator, wanted):
        raise ValueRefused(said)
