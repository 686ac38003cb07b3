"""The Data page leads programs to the routes beside it, and says which snapshots came from a pack."""

from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.api.data.table import ENTRIES
from lsk_metrics.indicators.kept import Kept
from lsk_metrics.screen import history, server

ROOT = Path(__file__).parents[2]


def opened(lang: str) -> AppTest:
    language.use(lang)
    found = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    found.secrets, found.query_params["lang"] = {}, lang
    return found.run().switch_page("pages/data.py").run()


def led_to(page: AppTest) -> list[str]:
    return [each.proto.url for each in page.get("link_button") if "/api/" in each.proto.url]


@pytest.mark.parametrize("lang", language.LANGUAGES)
def test_each_link_is_a_route_asked_in_the_readers_language_as_of_the_snapshot_shown(
    snapshot: str, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "ROUTED", [True])
    found = [urlsplit(address) for address in led_to(opened(lang))]
    assert [each.path for each in found] == [
        "/api/v1/", "/api/v1/datapackage.json", "/api/v1/catalog.jsonld", "/api/v1/openapi.json",
    ]  # fmt: skip
    assert {each.path for each in found} <= {each.path for each in ENTRIES}
    assert [parse_qs(each.query) for each in found] == [{"lang": [lang], "snapshot": [snapshot]}] * 3 + [{}]


def test_where_there_are_no_routes_the_page_names_none(snapshot: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "ROUTED", [False])
    assert led_to(opened("en")) == []


@pytest.mark.parametrize(("lang", "said"), [("en", "made again from a review pack"), ("pl", "odtworzona z\xa0pakietu")])
def test_a_snapshot_that_came_from_a_pack_is_told_from_one_that_was_built(lang: str, said: str) -> None:
    language.use(lang)
    kept = Kept("a", datetime(2026, 1, 1, tzinfo=UTC), "1.0", "1", True, False, False, False, "", None, restored=True)
    assert history.state(kept).startswith(said)
