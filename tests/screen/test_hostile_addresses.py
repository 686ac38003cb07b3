"""Addresses made up at random: any text under any name gives a page, or a refusal in words, never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from tests.controls import CONTROLS
from tests.fuzzing import TEXTS, tries
from tests.screen.test_addresses import PAGES, asked, opened

# What controls keep in the address, and names that links of older versions use.
NAMES = sorted({each.parameter for each in CONTROLS} | {
    "snapshot", "lang", "indicator", "places", "peers", "from", "to", "year", "measure", "view", "areas",
    "value_chains", "member_types", "place", "layer", "tab", "target", "figures", "story", "name", "date", "since",
    "until", "sql", "q", "first_year", "target_year", "number", "groups", "real", "events", "embed", "find", "theme",
    "kind", "sort",
})  # fmt: skip
CODES = sorted({each.expected for each in CONTROLS} | {
    "gdp_per_head_pps", "members", "2010", "2023", "-1", "PL21", "BE2,DEA", "similar", "own", "none", "true",
    "Med|BioF", "index", "per_head", "change", "ranking", "pace", "members;areas=Med", "members,,members", "s3",
    "2026-05-21", "-",
})  # fmt: skip


def seen(text: str) -> str:
    """As a browser sends it: half a letter cannot be part of a message."""
    return text.encode("utf-8", "replace").decode("utf-8")


SAID = st.lists(st.one_of(st.sampled_from(CODES), TEXTS.map(seen)), min_size=1, max_size=2)
ADDRESSES = st.dictionaries(st.one_of(st.sampled_from(NAMES), TEXTS.map(seen)), SAID, min_size=1, max_size=5)


@pytest.fixture(scope="module")
def desks() -> dict[str, AppTest]:
    """One session for each page, which hears one address after the other."""
    return {}


@tries(25)
@given(page=st.sampled_from(PAGES), address=ADDRESSES)
def test_any_address_is_a_page_or_a_refusal(
    page: str, address: dict[str, list[str]], desks: dict[str, AppTest], snapshot: str
) -> None:
    found = desks.setdefault(page, opened(page))
    lang = address.pop("lang", ["en"])[0]
    asked(found, address, lang)
    assert [each.message for each in found.exception] == []
    assert found.title
