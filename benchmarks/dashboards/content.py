"""What is on each page that is measured: the figures of ours, so that all three ways show the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.pace import pace
from lsk_metrics.figures.ranges import ranges
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.standing import differences, ranking
from lsk_metrics.indicators import Answer, answer, indicator, indicators
from lsk_metrics.indicators.records import claim
from lsk_metrics.indicators.views import refusal, view

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lsk_metrics.figures import Draw

PAGES = ("overview", "members", "investment", "startups", "peers")
MAPS = {"overview": "members_by_town", "map": "members_by_town"}
# The published figures at the top of a page, by their claims.
HEADLINES = {
    "overview": ["members_2018", "investment_infrastructure", "investment_projects", "startups_2018"],
    "investment": ["investment_infrastructure", "investment_projects"],
    "startups": ["startups_2018", "park_companies", "park_startups"],
}
FIXED: dict[str, list[tuple[str, Draw]]] = {
    "overview": [("members", growth), ("investment_by_kind", bars), ("members_by_type", bars)],
    "members": [
        ("members", growth),
        ("members_by_type", bars),
        ("members_joined", columns),
        ("members_by_area", bars),
        ("members_by_value_chain", bars),
    ],
    "investment": [
        ("investment_by_kind", bars),
        ("investment_by_year", columns),
        ("investment_cumulative", lines),
        ("gerd_share_of_gdp", lines),
        ("business_rd_share_of_gdp", lines),
        ("gerd_eur_m", lines),
    ],
    "startups": [
        ("startups_cumulative", growth),
        ("startups_launched", columns),
        ("startups_by_area", bars),
        ("startups_by_status", bars),
    ],
}
MARKED = ("members_by_area", "startups_by_area")
FIRST, SECOND, TARGET = "gerd_share_of_gdp", "gdp_per_head_pps", 2030


@dataclass(frozen=True)
class Choice:
    """What a reader has chosen: on Peers an indicator, and the year to rank by (none: the latest); elsewhere an area
    that the page is narrowed to (none: the whole)."""

    indicator: str = FIRST
    year: str = ""
    area: str = ""

    @property
    def key(self) -> str:
        return f"{self.indicator} {self.year} {self.area}".strip()


# Those between which an interaction goes back and forth; the floor carries the pictures of each.
CHOICES = (Choice(), Choice("tertiary_attainment"), Choice(FIRST, "2018"))
NARROWED = (Choice(), Choice(area="Med"))


def choices(page: str) -> tuple[Choice, ...]:
    return CHOICES if page == "peers" else NARROWED if page in FIXED else CHOICES[:1]


def parts(page: str, choice: Choice = CHOICES[0]) -> list[tuple[Answer, Draw]]:
    """The charts of a page from the top down: what each shows, and how it is drawn."""
    if page == "peers":
        return list(compared(choice))
    narrowed = [(answer(name, given(name, choice)), draw) for name, draw in FIXED.get(page, [])]
    return [each for found, draw in narrowed for each in seen(found, draw)]


def given(name: str, choice: Choice) -> dict[str, str]:
    """What narrows an indicator: not one of areas itself, in whose figure the area is marked."""
    heard = "areas" in indicator(name).filters and name not in MARKED
    return {"areas": choice.area} if choice.area and heard else {}


def compared(choice: Choice) -> Iterator[tuple[Answer, Draw]]:
    """The charts of Peers that there are for this indicator, asked as the page asks at first."""
    name, peers = choice.indicator, {"peers": "partners"}
    course = answer(name, peers)
    known = years(course)
    until = {"last_year": choice.year or known[-1]} if len(known) > 1 else {}
    period = {"first_year": since(course, known[:-1]), "last_year": known[-1]} if len(known) > 1 else {}
    aim = {"target_year": str(max(int(known[-1]) + 1, TARGET))}
    of_views = [("gap_leader", until), ("gap_union", until), ("change", period)]
    asked: list[tuple[Draw, dict[str, str]]] = [(ranking, {**until, "view": "ranking"})]
    asked += [(lines, {})] if len(known) > 1 else []
    asked += [(differences, {**more, "view": kind}) for kind, more in of_views]
    asked += [(pace, {**aim, "view": "pace"})]
    for draw, given in asked:
        if "view" not in given or not refusal(indicator(name), view(given["view"])):
            yield from seen(answer(name, {**peers, **given}), draw)
    second = SECOND if name != SECOND else FIRST
    yield from seen(answer("two_indicators", {**peers, "indicators": f"{second},{name}"}), scatter)
    yield from seen(answer("composite_rank", peers), ranges)


def seen(found: Answer, draw: Draw) -> list[tuple[Answer, Draw]]:
    """Of what has no value there is no picture."""
    return [(found, draw)] if any(row.value is not None for row in found.rows) else []


def years(found: Answer) -> list[str]:
    return [str(year) for year in sorted({row.year for row in found.rows if row.value is not None})]


def since(found: Answer, options: list[str]) -> str:
    """The year from which a change is taken at first: the home region's last break, else its first figure."""
    own = [row for row in found.rows if found.role(row.place) == "home" and str(row.year) in options]
    broken = [str(row.year) for row in own if "b" in row.flag]
    known = [str(row.year) for row in own if row.value is not None]
    return (broken[-1:] or known or options)[0]


def figures(page: str) -> list[tuple[str, str]]:
    """The large figures at the top: the statement, and the value as it is written."""
    snapshot = answer("members").snapshot
    return [(found.text(), found.figure()) for found in (claim(name, snapshot) for name in HEADLINES.get(page, []))]


@dataclass(frozen=True)
class Whole:
    """What has to be on the page before it counts as read: large figures, sentences, and so many pictures."""

    words: list[str]
    pictures: int


def whole(page: str, choice: Choice = CHOICES[0]) -> Whole:
    shown = [found for found, _draw in parts(page, choice)]
    shown += [answer(MAPS[page], given(MAPS[page], choice))] if page in MAPS else []
    return Whole([value for _said, value in figures(page)] + [found.sentence for found in shown], len(shown))


def never_compared() -> list[str]:
    """Indicators that Peers does not show at first, for interactions to which no cache has the answer."""
    shown = {FIRST, SECOND, *(choice.indicator for choice in CHOICES)}
    found = [each.id for each in indicators() if each.places == "regions" and not each.variables]
    others = {*indicator("composite_rank").variables, *(name for charts in FIXED.values() for name, _draw in charts)}
    return sorted((name for name in found if name not in shown), key=lambda name: name in others)
