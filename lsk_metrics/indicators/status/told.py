"""A status in one sentence: what is needed, what was, by which rule; or why nothing is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.indicators import units
from lsk_metrics.indicators.status.paces import paces
from lsk_metrics.indicators.status.rules import state_name
from lsk_metrics.language import gettext as _
from lsk_metrics.language import ngettext

if TYPE_CHECKING:
    from lsk_metrics.indicators.passport import Indicator
    from lsk_metrics.indicators.status.judging import Verdict


def reason(found: Verdict, of: Indicator) -> str:
    """The sentence of a status, in the language spoken; `of` gives unit, decimals and how years are written."""
    return f"{state_name(found.state)}: {because(found, of)}"


def because(found: Verdict, of: Indicator) -> str:
    """The same without the status before it, for where that stands already."""
    return sentences(found)[found.why].format(**known(found, of))


def sentences(found: Verdict) -> dict[str, str]:
    """What is said, by why; placeholders are those of known()."""
    two = found.line is not None and found.since is not None and found.line.latest.year - found.since == 2
    recent = (
        _("needs {required} to reach {target} by {year}; the two years to {latest_year} brought {past} (rule {rule}).")
        if two
        else _(
            "needs {required} to reach {target} by {year}; the three years to {latest_year} brought {past} "
            "(rule {rule})."
        )
    )
    since = _(
        "needs {required} to reach {target} by {year}; the years since {since} brought {past} each (rule {rule})."
    )
    at_least = _(
        "by {latest_year} the path to {target} by {year} asks for at least {due}; the figure is {latest} (rule {rule})."
    )
    at_most = _(
        "by {latest_year} the path to {target} by {year} allows at most {due}; the figure is {latest} (rule {rule})."
    )
    few = ngettext(
        "from {since} to {latest_year} there is {figures} figure, and the rule needs {least} (rule {rule}).",
        "from {since} to {latest_year} there are {figures} figures, and the rule needs {least} (rule {rule}).",
        found.figures,
    )
    return {
        "pace": recent if found.rule.years else since,
        "path": at_most if found.target.sign < 0 else at_least,
        "reached": _("{latest} in {latest_year} meets the target of {target} by {year} (rule {rule})."),
        "no_figure": _("there is no figure to judge by (rule {rule}).")
        if found.target.kind == "illustrative"
        else _("there is no published figure and none of the register to judge by (rule {rule})."),
        "parts": _("the figures stand in groups that may not be added up (rule {rule})."),
        "break": _(
            "the series has a break in {broken}, after the baseline of {baseline_year}, so that the figures before and "
            "after it cannot be compared (rule {rule})."
        ),
        "past": _(
            "the target year {year} is past, and the latest figure, {latest} in {latest_year}, does not meet {target} "
            "(rule {rule})."
        ),
        "no_baseline": _("the series has no figure for the baseline year {baseline_year} (rule {rule})."),
        "young": _("there is no figure after the baseline of {baseline_year} (rule {rule})."),
        "few": few,
    }


def known(found: Verdict, of: Indicator) -> dict[str, str]:
    """The words for every placeholder; what a sentence of its kind does not need is empty."""
    target, latest = found.target, found.line.latest if found.line else None
    required, past = paces(found, of)
    return {
        "rule": found.rule.id,
        "target": amount(target.value, of),
        "year": units.period(target.year, of.years),
        "baseline_year": units.period(target.baseline[0], of.years),
        "latest": amount(latest.value or 0.0, of, latest.flag) if latest else "",
        "latest_year": units.period(latest.year, of.years) if latest else "",
        "due": amount(found.due, of) if found.due is not None else "",
        "since": units.period(found.since, of.years) if found.since is not None else "",
        "broken": units.period(found.broken, of.years) if found.broken is not None else "",
        "required": required.worded,
        "past": past.bare,
        "figures": str(found.figures),
        "least": str(found.rule.figures),
    }


def amount(value: float, of: Indicator, flag: str = "") -> str:
    """A value as it stands in the sentence: 120, 3.50%, €207m."""
    return units.figure(value, of.unit, of.decimals, flag)


def remark(found: Verdict, of: Indicator) -> str:
    """Where the document's baseline is not the figure held now: both, as a sentence; empty where they agree."""
    year, said = found.target.baseline
    held = found.line.at(year) if found.line else None
    if held is None or round(held - said, of.decimals) == 0:
        return ""
    words = _("The target's document gives {said} as the baseline of {year}; the figure held now is {held}.")
    return words.format(said=amount(said, of), year=units.period(year, of.years), held=amount(held, of))
