"""What is on each page that is measured: the figures of ours, so that all three ways show the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsk_metrics.figures.bars import bars
from lsk_metrics.figures.columns import columns
from lsk_metrics.figures.growth import growth
from lsk_metrics.figures.lines import lines
from lsk_metrics.figures.pace import pace
from lsk_metrics.figures.ranges import ranges
from lsk_metrics.figures.scatter import scatter
from lsk_metrics.figures.standing import differences, ranking

if TYPE_CHECKING:
    from lsk_metrics.figures import Draw

Part = tuple[str, "Draw", dict[str, str]]

# The published figures at the top of a page, by their claims.
HEADLINES = {
    "overview": ["members_2018", "investment_infrastructure", "investment_projects", "startups_2018"],
    "investment": ["investment_infrastructure", "investment_projects"],
    "startups": ["startups_2018", "park_companies", "park_startups"],
}
MAPS = {"overview": "members_by_town"}
CHOICES = ("gerd_share_of_gdp", "tertiary_attainment")
PAGES = ("overview", "members", "investment", "startups", "peers")


def parts(page: str, chosen: str = CHOICES[0]) -> list[Part]:
    """The charts of a page from the top down: indicator, how it is drawn, what is asked."""
    peers = {"peers": "partners"}
    beside = {"indicators": f"gdp_per_head_pps,{chosen}"}
    return {
        "overview": [("members", growth, {}), ("investment_by_kind", bars, {}), ("members_by_type", bars, {})],
        "members": [
            ("members", growth, {}),
            ("members_by_type", bars, {}),
            ("members_joined", columns, {}),
            ("members_by_area", bars, {}),
            ("members_by_value_chain", bars, {}),
        ],
        "investment": [
            ("investment_by_kind", bars, {}),
            ("investment_by_year", columns, {}),
            ("investment_cumulative", lines, {}),
            ("gerd_share_of_gdp", lines, {}),
            ("business_rd_share_of_gdp", lines, {}),
            ("gerd_eur_m", lines, {}),
        ],
        "startups": [
            ("startups_cumulative", growth, {}),
            ("startups_launched", columns, {}),
            ("startups_by_area", bars, {}),
            ("startups_by_status", bars, {}),
        ],
        "peers": [
            (chosen, ranking, {**peers, "view": "ranking"}),
            (chosen, lines, peers),
            (chosen, differences, {**peers, "view": "gap_leader"}),
            (chosen, differences, {**peers, "view": "gap_union"}),
            (chosen, differences, {**peers, "view": "change"}),
            (chosen, pace, {**peers, "view": "pace"}),
            ("two_indicators", scatter, {**peers, **beside}),
            ("composite_rank", ranges, peers),
        ],
    }[page]
