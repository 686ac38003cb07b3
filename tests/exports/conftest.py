"""Every answer there is to hand out, in both languages."""

import pytest

from lsk_metrics import language
from lsk_metrics.indicators import Answer, answer, indicators, methods

VIEWS = ("ranking", "gap_leader", "gap_union", "change", "pace")
PLAIN = [(each.id, {}) for each in [*indicators(), *methods()] if not each.fetch]
OTHERS: list[tuple[str, dict[str, str]]] = [
    *(("gerd_share_of_gdp", {"view": view}) for view in VIEWS),
    ("gdp_per_head_pps", {"view": "ranking", "peers": "similar"}),
    ("members_by_town", {"areas": "Med,BioF", "last_year": "2012"}),
    ("members", {"illustrative": "no"}),
    ("students", {"first_year": "2050"}),
    ("unemployment_rate", {"places": "PL21"}),
]


def called(case: tuple[str, dict[str, str]]) -> str:
    return "-".join([case[0], *case[1].values()])


@pytest.fixture(params=["en", "pl"])
def lang(request: pytest.FixtureRequest) -> str:
    language.use(request.param)
    return str(request.param)


@pytest.fixture(params=[*PLAIN, *OTHERS], ids=called)
def found(request: pytest.FixtureRequest, snapshot: str, lang: str) -> Answer:
    """One answer; it is asked in the language in which it will be written."""
    name, given = request.param
    return answer(name, given, snapshot)
