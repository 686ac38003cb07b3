"""The answer of a target: figures it is judged by, path to it and projection, in an answer's own columns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lsk_metrics.errors import ValueRefused
from lsk_metrics.indicators import labels
from lsk_metrics.indicators.rows import Row
from lsk_metrics.indicators.status import projection, told
from lsk_metrics.indicators.status.judging import Verdict, judge
from lsk_metrics.indicators.status.line import Line, lines
from lsk_metrics.indicators.status.rules import rule, rule_name, rule_words
from lsk_metrics.indicators.status.targets import Target, target, year_of
from lsk_metrics.language import day
from lsk_metrics.language import gettext as _

if TYPE_CHECKING:
    from lsk_metrics.indicators.answer import Answer
    from lsk_metrics.indicators.parameters import Parameters
    from lsk_metrics.indicators.passport import Indicator

FIGURE, PATH, PROJECTION = "figure", "path", "projection"
NAMES = {FIGURE: "figure", PATH: "path to the target", PROJECTION: "projection"}


def names() -> dict[str, str]:
    """The same in the language spoken, and where the catalogue of messages finds them."""
    return {FIGURE: _("figure"), PATH: _("path to the target"), PROJECTION: _("projection")}


def place(found: Target, snapshot: str) -> str:
    """The place a target is for: its own, else the home region."""
    regions = labels.regions(snapshot)
    return found.place or next((code for code, region in regions.items() if region.role == "home"), "")


def settled(asked: Parameters, found: Indicator, snapshot: str) -> Parameters:
    """The parameters with the target's place written out; raises ValueRefused for what a target is not asked with."""
    wanted = target(asked.target, snapshot)
    if wanted.indicator != found.id:
        raise ValueRefused(_("The target “{target}” is set for another indicator.").format(target=wanted.id))
    if wanted.kind == "illustrative" and not asked.illustrative:
        raise ValueRefused(
            _("The target “{target}” is illustrative, and what is illustrative is hidden.").format(target=wanted.id)
        )
    places = (wanted.place,) if wanted.place else ()
    plain = replace(asked, target="", illustrative=True, places=(), groups="each")
    if plain != type(asked)() or asked.places not in ((), places):
        raise ValueRefused(_("A target is asked for by itself: its place and its years are its own."))
    return replace(asked, places=places, groups="total" if together(found) else "each")


def together(found: Indicator) -> bool:
    """Whether the groups of an indicator are judged as their sum; shares of a whole always make the whole."""
    return bool(found.series or found.names) and "group" in found.additive and not found.unit.startswith("pct")


def dressed(found: Indicator) -> Indicator:
    """The indicator as the answer of a target needs it; nothing of it is added up."""
    # These two speak of other figures: the line between two published points, and regions each at its own latest year.
    caveats = tuple(name for name in found.caveats if name not in ("end_points", "latest_year_each"))
    return replace(found, series=None, names=NAMES, chart="target", caveats=caveats, additive=())


def laid(asked: Answer) -> tuple[Row, ...]:
    """Figures, path and projection of the target that an answer is asked for, in this order, each by its years."""
    wanted = target(asked.parameters.target, asked.snapshot)
    found = verdict(wanted, asked.rows, asked.snapshot, asked.parameters.illustrative)
    here = place(wanted, asked.snapshot)
    path = [Row(here, year, value, wanted.kind, wanted.source, PATH) for year, value in wanted.knots]
    if found.line is None:
        return tuple(path)
    figures = [replace(row, series=FIGURE) for row in found.line.rows]
    latest = found.line.latest
    kind = "illustrative" if latest.kind == "illustrative" else "derived"
    coming = [
        Row(here, each.year, round(each.value, 6), kind, latest.source, PROJECTION, "",
            round(each.low, 6), round(each.high, 6))
        for each in projection.project(found.line, wanted.year).years
    ]  # fmt: skip
    return (*figures, *path, *coming)


def verdict(wanted: Target, rows: tuple[Row, ...], snapshot: str, sample: bool) -> Verdict:
    """The target judged by rows of its indicator. A target of the register is never judged by the sample."""
    own = [row for row in rows if row.place == place(wanted, snapshot)]
    found = lines(own, sample and wanted.kind == "illustrative")
    if len({(row.year, row.kind, row.series) for row in own}) > len({(row.year, row.kind) for row in own}):
        return replace(judge(wanted, [], year_of(snapshot)), why="parts")
    return judge(wanted, found, year_of(snapshot))


def judged(found: Answer) -> Verdict:
    """The verdict on the target of an answer, from the answer's own figures."""
    wanted = target(found.parameters.target, found.snapshot)
    rows = tuple(row for row in found.rows if row.series == FIGURE)
    line = [Line(tuple(replace(row, series=None) for row in rows))] if rows else []
    return judge(wanted, line, year_of(found.snapshot))


def sentence(found: Answer) -> str:
    """The sentence of its status."""
    return told.reason(judged(found), found.indicator)


def remarks(found: Answer) -> list[str]:
    """What must be said beside it: who set the target, another baseline than held now, how far the projection goes."""
    verdict_ = judged(found)
    wanted, said = verdict_.target, [decided(verdict_.target)]
    said.append(told.remark(verdict_, found.indicator))
    if verdict_.line:
        said.append(projection.words(projection.project(verdict_.line, wanted.year), found.indicator))
    return [each for each in said if each]


def method(found: Answer) -> list[str]:
    """The rule by which the target of an answer is judged, in words; of one without a target nothing."""
    if not found.parameters.target:
        return []
    by = rule(target(found.parameters.target, found.snapshot).rule)
    return [f"{by.id}, {rule_name(by)}: {rule_words(by)}"]


def decided(wanted: Target) -> str:
    """Where a target was set and who answers for it."""
    words = "{document}." if wanted.adopted is None else _("Target set in: {document}, adopted: {date}.")
    adopted = day(wanted.adopted.isoformat()) if wanted.adopted else ""
    said = words.format(document=wanted.document.rstrip("."), date=adopted)
    return said + (" " + _("Owner: {owner}.").format(owner=wanted.owner) if wanted.owner else "")
