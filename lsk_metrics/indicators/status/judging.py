"""Judging a target by its rule: the status, and the numbers its reason rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lsk_metrics.indicators.status.rules import AT_RISK, Rule, rule

if TYPE_CHECKING:
    from lsk_metrics.indicators.status.line import Line
    from lsk_metrics.indicators.status.targets import Target

WEAKEST_FIRST = ("illustrative", "derived", "register", "published")


@dataclass(frozen=True)
class Verdict:
    """state is one of rules.STATES; why says which sentence tells it: path, pace, reached, or what stood in the way
    (no_figure, parts, break, no_baseline, past, few, young).

    required and past are yearly changes in the indicator's unit: what is needed from the latest figure on, and what
    was, from `since` to the latest. due is what the path asks for in the latest year. broken is the year of a break,
    figures how many there were where they were too few.
    """

    target: Target
    rule: Rule
    state: str
    why: str
    line: Line | None = None
    required: float | None = None
    past: float | None = None
    since: int | None = None
    due: float | None = None
    broken: int | None = None
    figures: int = 0

    @property
    def kind(self) -> str:
        """The weakest kind of truth it rests on, that of the target included."""
        rows = self.line.rows if self.line else ()
        kinds = {self.target.kind, *(row.kind for row in rows if row.value is not None)}
        return next(kind for kind in WEAKEST_FIRST if kind in kinds)


def judge(target: Target, lines: Sequence[Line], now: int) -> Verdict:
    """By the strongest line that lets the rule say something; else what the strongest of all lacks.

    now is the year of the snapshot: a target year before it is past.
    """
    wanted = rule(target.rule)
    if not lines:
        return Verdict(target, wanted, "not_said", "no_figure")
    found = [judged(target, line, wanted, now) for line in lines]
    return next((each for each in found if each.state != "not_said"), found[0])


def judged(target: Target, line: Line, wanted: Rule, now: int) -> Verdict:
    """One line held against the target; refusals come in the order in which they take the ground away."""
    blank = Verdict(target, wanted, "not_said", "", line)
    year, value = line.latest.year, line.latest.value or 0.0
    start = target.baseline[0]
    if broken := line.broken(start):
        return replace(blank, why="break", broken=broken)
    if target.met(value):
        return replace(blank, state="reached", why="reached")
    if target.year <= year or target.year < now:
        return replace(blank, why="past")
    required = (target.value - value) / (target.year - year)
    if line.at(start) is None:
        return replace(blank, why="no_baseline", required=required)
    since = year - wanted.years if wanted.years else start
    since = line.broken(since) or since  # the baseline itself may stand on the near side of a break
    inside = [point for point in line.points if since <= point[0] <= year]
    if not wanted.years and year <= start:
        return replace(blank, why="young", required=required)
    if len(inside) < wanted.figures:
        return replace(blank, why="few", required=required, since=since, figures=len(inside))
    first, before = inside[0]
    past = (value - before) / (year - first)
    told = replace(blank, required=required, past=past, since=first)
    if not wanted.path:
        return replace(told, why="pace", state=state(past * target.sign, required * target.sign))
    due = target.due(year)
    done, asked = (value - target.baseline[1]) * target.sign, (due - target.baseline[1]) * target.sign
    return replace(told, why="path", due=due, state=state(done, asked))


def state(done: float, needed: float) -> str:
    """What was done against what is needed, both counted so that more is better."""
    if round(done - needed, 9) >= 0:
        return "on_track"
    return "at_risk" if round(done - AT_RISK * needed, 9) >= 0 else "off_track"
