"""All targets of a snapshot with their status: what the page, the files and the command say alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lsk_metrics.indicators import labels, units
from lsk_metrics.indicators.asking import answer
from lsk_metrics.indicators.passport import Indicator, indicator
from lsk_metrics.indicators.status import course, told
from lsk_metrics.indicators.status.paces import Pace, paces
from lsk_metrics.indicators.status.rules import ATTENTION, BY_NEED, STATES
from lsk_metrics.indicators.status.targets import targets
from lsk_metrics.language import day, ngettext
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsk_metrics.indicators.status.judging import Verdict
    from lsk_metrics.indicators.status.targets import Target

KINDS = ("register", "published", "derived", "illustrative")


@dataclass(frozen=True)
class Status:
    """One target judged, with its indicator; texts come in the language spoken at the moment they are asked for."""

    verdict: Verdict
    indicator: Indicator
    snapshot: str

    @property
    def target(self) -> Target:
        return self.verdict.target

    @property
    def title(self) -> str:
        return _(self.indicator.title)

    @property
    def reason(self) -> str:
        return told.reason(self.verdict, self.indicator)

    @property
    def because(self) -> str:
        """The reason without the status before it, begun with a capital letter."""
        words = told.because(self.verdict, self.indicator)
        return words[:1].upper() + words[1:]

    @property
    def place(self) -> str:
        """Code of the place the target is for."""
        return course.place(self.target, self.snapshot)

    @property
    def place_name(self) -> str:
        label = labels.labels(self.snapshot).get((self.indicator.places or "regions", self.place))
        return label.text() if label else self.place

    @property
    def named(self) -> str:
        """The indicator's title, with the place where it is not the home region."""
        return f"{self.title}, {self.place_name}" if self.target.place else self.title

    @property
    def paces(self) -> tuple[Pace, Pace]:
        """What is needed each year, and what was."""
        return paces(self.verdict, self.indicator)

    @property
    def latest(self) -> tuple[int, float] | None:
        """The last figure, by its year."""
        return self.verdict.line.points[-1] if self.verdict.line else None

    @property
    def change(self) -> float | None:
        """The last figure less the one of the baseline year; none across a break or without either."""
        start = self.target.baseline[0]
        held = self.verdict.line.at(start) if self.verdict.line and self.verdict.why != "break" else None
        return None if held is None or self.latest is None or self.latest[0] <= start else self.latest[1] - held

    def amount(self, value: float) -> str:
        return told.amount(value, self.indicator)

    def period(self, year: int) -> str:
        return units.period(year, self.indicator.years)

    def goal(self) -> str:
        """What is to be reached by when: 120 by 2030."""
        return _("{value} by {year}").format(value=self.amount(self.target.value), year=self.period(self.target.year))

    @property
    def dated(self) -> str:
        """When the copy behind the last figure was taken; the sample has no age."""
        if not self.verdict.line or self.verdict.line.latest.kind == "illustrative":
            return ""
        cards = labels.cards(self.snapshot)
        dates = [cards[name].retrieved for name in self.verdict.line.latest.source.split()]
        return day(max(dates))


@lru_cache(maxsize=16)
def statuses(snapshot: str, illustrative: bool = True, place: str = "") -> tuple[Status, ...]:
    """Every target judged by the figures of its indicator's answer, in the order of need; of one place, or of all."""
    found = []
    for wanted in targets(snapshot):
        here = course.place(wanted, snapshot)
        if (wanted.kind == "illustrative" and not illustrative) or (place and here != place):
            continue
        of = indicator(wanted.indicator)
        given = {"illustrative": "yes" if illustrative else "no"}
        given |= {"places": wanted.place} if wanted.place else {}
        given |= {"groups": "total"} if course.together(of) else {}
        rows = answer(of.id, given, snapshot).rows
        found.append(Status(course.verdict(wanted, rows, snapshot, illustrative), of, snapshot))
    return tuple(sorted(found, key=lambda each: BY_NEED.index(each.verdict.state)))


def ordered(found: Sequence[Status], by: str) -> list[Status]:
    """By what needs attention, by name or by kind of truth; within these by need, then as they stand in the table."""
    if by == "name":
        return sorted(found, key=lambda each: each.title.casefold())
    if by == "kind":
        return sorted(found, key=lambda each: KINDS.index(each.verdict.kind))
    return list(found)


def counts(found: Sequence[Status]) -> dict[str, int]:
    """How many there are of each status, those that do not occur included."""
    return {state: sum(each.verdict.state == state for each in found) for state in STATES}


def finding(found: Sequence[Status]) -> str:
    """The one sentence a board page opens with."""
    by = counts(found)
    well, badly = by["reached"] + by["on_track"], sum(by[state] for state in ATTENTION)
    words = ngettext(
        "{well} of {n} targets is reached or on track", "{well} of {n} targets are reached or on track", well
    )
    if len(found) == 1:
        words = _("{well} of 1 target is reached or on track")
    parts = [words.format(well=well, n=len(found))]
    if badly:
        parts.append(ngettext("{n} needs attention", "{n} need attention", badly).format(n=badly))
    if unsaid := by["not_said"]:
        parts.append(ngettext("of {n} nothing can be said", "of {n} nothing can be said", unsaid).format(n=unsaid))
    return "; ".join(parts)


def row(each: Status) -> dict[str, Any]:
    """A status as plain data: codes and unrounded numbers, texts in the language spoken."""
    found, latest = each.verdict, each.latest
    start, before = each.target.baseline
    rests = found.line.latest.source.split() if found.line else []
    return {
        "indicator": each.indicator.id,
        "status": found.state,
        "rule": found.rule.id,
        "reason": each.reason,
        "required": rounded(found.required),
        "past": rounded(found.past),
        "kind": found.kind,
        "target": each.target.id,
        "title": each.title,
        "place": each.place,
        "unit": units.name(each.indicator.unit),
        "direction": each.target.direction,
        "baseline_year": start,
        "baseline_value": before,
        "latest_year": latest[0] if latest else None,
        "latest_value": latest[1] if latest else None,
        "change": rounded(each.change),
        "target_year": each.target.year,
        "target_value": each.target.value,
        "rule_version": found.rule.version,
        "owner": each.target.owner,
        "document": each.target.document,
        "adopted": each.target.adopted.isoformat() if each.target.adopted else None,
        "source": " ".join(dict.fromkeys([*rests, each.target.source])),
        "snapshot": each.snapshot,
    }  # fmt: skip


def rounded(value: float | None) -> float | None:
    """Without what floating point leaves at the far end."""
    return None if value is None else round(value, 9)
