"""Peers: which regions an indicator is compared over, and how they were chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import labels, units
from lsk_metrics.indicators.passport import Indicator, indicator
from lsk_metrics.language import gettext as _
from lsk_metrics.language import listing

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.parameters import Parameters

REFERENCES = ("nation", "union")
ALIKE = "similar_regions"  # the method that finds the regions most like the home region


def compared(parameters: Parameters, found: Indicator, snapshot: str, nearest: Callable[[], list[str]]) -> list[str]:
    """Codes of the places to ask for, in their list's order: the home region, its peers, nation and Union.

    `nearest` gives the regions most like the home region; it is called only where they are asked for.
    """
    regions = labels.regions(snapshot)
    home = next(region for region in regions.values() if region.role == "home")
    if found.among == "all":
        of = [code for code, each in regions.items() if parameters.own_country or each.country != home.country]
        return [code for code, each in regions.items() if each.role == "home" or code in of]
    if parameters.places and not parameters.peers:
        chosen = set(parameters.places)
    elif parameters.peers == "similar":
        chosen = set(nearest())
    elif parameters.peers == "domestic":
        chosen = {code for code, each in regions.items() if each.role == "domestic" and each.country == home.country}
    else:
        chosen = {code for code, each in regions.items() if each.role == "peer"}
    return [code for code, each in regions.items() if code in chosen or each.role in ("home", *REFERENCES)]


def refusal(found: Indicator) -> str:
    """Why an indicator is not held against peers, as a sentence; empty where it can be."""
    if found.places == "regions":
        return ""
    return _("“{title}” is not about regions that could be compared.").format(title=_(found.title))


def refuse(found: Indicator) -> None:
    """Raises ValueRefused where peers are asked of what is not compared."""
    if said := refusal(found):
        raise ValueRefused(said)


def others(answer: Answer) -> list[str]:
    """Names of the regions chosen to compare with; a partner that several codes stand for is named once."""
    regions = labels.regions(answer.snapshot)
    chosen = [code for code in answer.parameters.places if regions[code].role not in ("home", *REFERENCES)]
    partners = answer.parameters.peers == "partners"
    return list(dict.fromkeys(regions[code].partner() if partners else answer.place(code) for code in chosen))


def how(answer: Answer) -> str:
    """Which regions were chosen to compare with, and how; for every screen and export."""
    asked, names = answer.parameters, listing(others(answer))
    if answer.indicator.among == "all":
        return ""
    match asked.peers:
        case "partners":
            return _("Compared with the partner regions: {regions}.").format(regions=names)
        case "domestic":
            return _("Compared with the other regions of the country: {regions}.").format(regions=names)
        case "similar":
            weights = listing([f"{_(indicator(name).title)} ({units.plain(by)})" for name, by in asked.likeness])
            said = _("Compared with the regions most alike by standardised distance: {regions}.").format(regions=names)
            own = "" if asked.own_country else " " + _("Regions of the same country are left out.")
            return said + " " + _("Variables and weights: {weights}.").format(weights=weights) + own
    return _("Compared with regions of the reader's choice: {regions}.").format(regions=names)


def missing(answer: Answer) -> list[str]:
    """Peers without any value in a course over years; of partners the partner is named."""
    regions = labels.regions(answer.snapshot)
    if answer.indicator.places != "regions" or (answer.parameters.places and not answer.parameters.peers):
        return []
    chosen = answer.parameters.places or [code for code, region in regions.items() if region.role == "peer"]
    names = {code: regions[code].partner() or answer.place(code) for code in chosen}
    valued = {names[row.place] for row in answer.rows if row.place in names and row.value is not None}
    union = [code for code in chosen if regions[code].role == "union"]
    if any(names[code] in valued for code in union):
        valued |= {names[code] for code in union}
    valued |= {names[code] for code in union[1:]}  # one Union is enough to say that there is none
    return list(dict.fromkeys(name for name in names.values() if name not in valued))
