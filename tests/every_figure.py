"""Every chart that pages show of the data folder: each indicator, each view, and what puts indicators together."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from lsk_metrics import language
from lsk_metrics.figures import Description
from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.pace import pace
from lsk_metrics.figures.ranges import ranges
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.standing import differences, ranking
from lsk_metrics.figures.target import target
from lsk_metrics.figures.theme import DARK, LIGHT, Look
from lsk_metrics.indicators import Answer, answer, indicator, indicators
from lsk_metrics.indicators.views import refusal, view

Draw = Callable[[Answer, Look], Description]
Case = tuple[str, Draw, dict[str, str]]
CHARTS: dict[str, Draw] = {"bars": bars, "ranking": bars, "columns": columns, "growth": growth, "lines": lines}
VIEWS: dict[str, Draw] = {
    "ranking": ranking,
    "gap_leader": differences,
    "gap_union": differences,
    "change": differences,
    "pace": pace,
}
TARGETS = {
    "members": "sample-members",
    "gerd_share_of_gdp": "sample-gerd",
    "unemployment_rate": "sample-unemployment",
    "students": "sample-students",
}
LOOKS = {"light": LIGHT, "dark": DARK, "narrow": replace(LIGHT, narrow=True)}


def cases() -> Iterator[Case]:
    shown = [each for each in indicators() if not each.fetch]
    yield from ((each.id, CHARTS[each.chart], {}) for each in shown if each.chart in CHARTS)
    regional = [each.id for each in shown if each.places == "regions" and not each.variables]
    yield from (
        (name, draw, {"view": kind})
        for name in regional
        for kind, draw in VIEWS.items()
        if not refusal(indicator(name), view(kind))
    )
    yield from ((name, lines, {"peers": "partners"}) for name in regional)
    yield from ((name, target, {"target": aim}) for name, aim in TARGETS.items())
    yield ("two_indicators", scatter, {})
    yield ("composite_rank", ranges, {})


CASES = list(cases())


def called(case: Case) -> str:
    name, draw, given = case
    return "-".join([name, draw.__name__, *given.values()])


def described(case: Case, look: str, lang: str) -> Description | None:
    """The figure's description; None where the answer has no value to draw."""
    name, draw, given = case
    language.use(lang)
    found = answer(name, given)
    return draw(found, LOOKS[look]) if any(row.value is not None for row in found.rows) else None
