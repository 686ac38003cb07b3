"""What the first pages show has been asked before their first reader comes."""

from pathlib import Path

import pytest

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
