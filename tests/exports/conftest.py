"""Every answer there is to hand out, and the web page of every ready review, in both languages."""

import pytest

from lsk_metrics import language
from lsk_metrics.exports.bundle import speaking
from lsk_metrics.exports.webpage import html_file
from lsk_metrics.indicators import Answer, answer, indicators, methods
from lsk_metrics.indicators.reviews import review
from tests.exports import review_twin as twin
from tests.exports.page_reading import Page, read

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


@pytest.fixture(scope="session")
def pages(snapshot: str) -> dict[tuple[str, str], Page]:
    """Each ready story in each language, made once."""
    found = {}
    for lang in ("en", "pl"):
        for story in twin.STORIES:
            with speaking(lang):
                told = review(story, on="2026-05-21")
                held = html_file(told)
            found[story, lang] = Page(told, held, read(held))
    return found


@pytest.fixture(params=[(story, lang) for lang in ("en", "pl") for story in twin.STORIES], ids="-".join)
def page(pages: dict[tuple[str, str], Page], request: pytest.FixtureRequest) -> Page:
    language.use(request.param[1])
    return pages[request.param]
