"""What the first pages show has been asked before their first reader comes."""

from pathlib import Path

import pytest
from streamlit.components.v2.bidi_component import serialization

from lsk_metrics.indicators import asking, indicators, warming
from tests.screen.conftest import opened

FIRST = ["overview", "members", "investment", "startups", "ecosystem", "projects"]


@pytest.mark.parametrize("page", FIRST)
def test_the_first_reader_of_a_first_page_waits_for_no_query(page: str, snapshot: str) -> None:
    asking.asked.cache_clear()
    assert warming.warm() == len(indicators())
    before = asking.asked.cache_info()
    found = opened("en").switch_page(f"pages/{page}.py").run()
    after = asking.asked.cache_info()
    assert not found.exception
    assert after.hits > before.hits
    assert after.misses == before.misses


def test_without_a_snapshot_nothing_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LSK_HOME", str(tmp_path))
    assert warming.warm() == 0


@pytest.mark.parametrize("lang", ["en", "pl"])
@pytest.mark.parametrize("page", ["overview", "members", "investment", "startups", "board"])
def test_no_part_of_a_first_page_has_streamlit_load_pandas(
    page: str, lang: str, snapshot: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does so to learn whether what a part is given is a table, except of what these kinds hold."""
    asked: list[object] = []

    def noted(value: object) -> bool:
        asked.append(value)
        return False

    monkeypatch.setattr(serialization, "is_dataframe_like", noted)
    found = opened(lang).switch_page(f"pages/{page}.py").run()
    assert not found.exception and asked
    assert [each for each in asked if not isinstance(each, str | int | float | tuple | None)] == []
