"""The web page of a review by itself: it asks for nothing, holds together, and takes no text for anything else."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import pairwise

import pytest

from lsk_metrics import language
from lsk_metrics.exports.webpage import html_file
from lsk_metrics.exports.webpage.embedded import library
from lsk_metrics.indicators import indicators
from lsk_metrics.indicators.reviews import review
from lsk_metrics.indicators.reviews.step import MOST
from lsk_metrics.warehouse import comments
from tests.exports.page_reading import Page, read

MOST_BYTES = 8_000_000
KINDS = (
    "a", "article", "section", "main", "nav", "h1", "h2", "h3", "div", "button", "script", "pattern", "clipPath",
    "clippath", "lineargradient",
)  # fmt: skip


def test_it_asks_for_nothing_and_runs_only_what_is_known(page: Page) -> None:
    assert len(page.held) < MOST_BYTES
    [policy] = [each.given["content"] for each in page.whole.all("meta") if "http-equiv" in each.given]
    *inert, own = page.whole.all("script")
    known = [f"'sha256-{b64encode(sha256(held).digest()).decode()}'" for held in (own.text.encode(), library())]
    assert policy.split("; ")[:2] == ["default-src 'none'", f"script-src {' '.join(known)}"]
    assert all(each.given["type"] == "text/plain" for each in inert)
    told = re.sub(rb"<script.*?</script>", b"", page.held, flags=re.DOTALL)
    assert not re.search(rb"<(?:link|img|iframe|object|embed|base|form)\b|\bsrc=|@import|url\(\"?https?:", told)
    led = {each.given["href"] for each in page.whole.all("a")}
    away = {each for each in led if not each.startswith(("#", "data:text/csv;base64,"))}
    assert away == {card.url for card in page.told.sources if card.url}


def test_it_stays_below_the_limit_with_as_many_figures_as_a_review_may_have(snapshot: str) -> None:
    names = [each.id for each in indicators() if not each.fetch]
    steps = [*names, *(f"gerd_share_of_gdp;view={view}" for view in ("ranking", "change", "pace"))][:MOST]
    assert len(html_file(review(figures=",".join(steps)))) < MOST_BYTES


def test_its_links_and_names_meet(page: Page) -> None:
    ids = [each.given["id"] for each in page.whole.all(*KINDS) if "id" in each.given]
    assert len(ids) == len(set(ids))
    pointed = [each.given["href"][1:] for each in page.whole.all("a") if each.given["href"].startswith("#")]
    named = [each.given["aria-labelledby"] for each in page.whole.all(*KINDS) if "aria-labelledby" in each.given]
    filled = re.findall(r"url\(#([^)]+)\)", page.held.decode())
    assert {*pointed, *named, *filled} <= {*ids}


def test_it_is_built_as_those_need_it_who_hear_it(page: Page) -> None:
    [html] = page.whole.all("html")
    assert html.given["lang"] == language.spoken()
    assert next(html.all("title")).text == f"{page.told.title} – {page.told.date}"
    assert [len(list(html.all(kind))) for kind in ("header", "main", "footer", "h1")] == [1, 1, 1, 1]
    levels = [int(each.kind[1]) for each in html.all("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in html.all("table"):
        assert next(table.all("caption")).text
        assert {each.given["scope"] for each in table.all("th")} == {"col", "row"}


def test_equal_reviews_give_equal_bytes(pages: dict[tuple[str, str], Page]) -> None:
    assert html_file(review("glance", on="2026-05-21")) == pages["glance", "en"].held


@pytest.fixture
def said(snapshot: str) -> Iterator[str]:
    """A comment of the board on the members, in the words a reader might mean ill with."""
    before = comments.file().read_bytes() if comments.file().exists() else b""
    words = "</script><script>alert(1)</script> <b onclick='x'>&amp; \"q\" <!-- --> {{x}}"
    comments.add("members", words, "<i>author</i>")
    yield words
    comments.file().write_bytes(before)


def test_texts_come_out_as_they_are(said: str) -> None:
    whole = read(html_file(review(figures="members", told=said, on="2026-05-21")))
    assert next(whole.all("h1")).text == said
    assert next(next(whole.having("class", "comment")).all("p")).text == said
    assert "<i>author</i>" in whole.text
    assert len(list(whole.all("script"))) == 3
    assert all("onclick" not in each.given for each in whole.all("b"))
    assert not list(whole.all("i"))
