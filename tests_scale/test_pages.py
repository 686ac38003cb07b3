"""Pages of a dashboard that asks Spark say what those say that read the file; none of them knows which it is."""

import asyncio
import gc
import time
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lsk_metrics import language
from lsk_metrics.warehouse import elsewhere, read
from lsk_metrics.warehouse.spark import reading as spark_reading
from lsk_metrics.warehouse.spark import server as spark_server
from tests.screen.conftest import Reading, reading
from tests_scale.relay import Relay
from tools.server import ROOT, serving
from tools.session import joined
from tools.spark import Server

LOST = "cannot be reached. What was read before is still shown"
LOST_PL = "jest nieosiągalna. To, co odczytano wcześniej"


def forget() -> None:
    """As in a process that has just begun: nothing that was asked of a snapshot is remembered."""
    read.MEMORY.forget()
    # By its type alone: whether a weak reference is an instance, what it refers to is asked, and may be gone.
    for kept in [each for each in gc.get_objects() if type(each) is _lru_cache_wrapper]:
        if (kept.__module__ or "").startswith("lsk_metrics"):
            kept.cache_clear()


def opened(lang: str) -> AppTest:
    """The front page as a new reader gets it, waited for as long as a busy machine takes."""
    language.use(lang)
    page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=900)
    page.query_params["lang"] = lang
    return page.run()


def page(name: str, lang: str = "en") -> Reading:
    return reading(opened(lang).switch_page(f"pages/{name}.py").run())


@pytest.mark.parametrize("name", ["members", "investment"])
def test_a_page_says_the_same_on_both_engines(name: str, in_spark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    there = page(name, "pl")
    forget()
    monkeypatch.delenv("LSK_WAREHOUSE")
    here = page(name, "pl")
    assert (there.exceptions, there.refusals) == ([], [])
    assert len(there.text) > 1_000
    assert there == here


def test_a_running_dashboard_shows_a_page_from_spark(
    in_spark: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def seen(base: str) -> tuple[list[str], set[str]]:
        async with joined(base) as session:
            run = await session.open("peers", "lang=pl")
            return run.errors, run.said(in_spark)

    # A state folder without any snapshot: all that the page shows is in Spark.
    with serving(tmp_path) as base:
        assert asyncio.run(seen(base)) == ([], {in_spark})
    assert not list(tmp_path.rglob("*.duckdb"))


@pytest.fixture
def relay(server: Server, in_spark: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Relay]:
    made = Relay(int(server.address.rpartition(":")[2]))
    monkeypatch.setenv("LSK_WAREHOUSE", f"sc://127.0.0.1:{made.port}")
    forget()
    yield made
    made.cut()


def test_when_the_server_is_away_what_was_read_stays_and_the_rest_says_why(relay: Relay) -> None:
    before = page("members")
    relay.cut()
    time.sleep(spark_reading.FRESH_S)
    again = page("members")
    assert again.exceptions == []
    assert before.questions == again.questions
    assert LOST in again.text + " ".join(again.said)
    other = page("startups")
    assert (other.exceptions, other.titles) == ([], ["Start-ups"])
    assert any(LOST in each and f"127.0.0.1:{relay.port}" in each for each in other.refusals)
    assert any(LOST_PL in each for each in page("investment", "pl").refusals)
    relay.mend()
    spark_server.line(f"sc://127.0.0.1:{relay.port}").forget()
    assert page("startups").refusals == []


def test_a_dashboard_that_never_reached_its_server_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    away = Relay(1)
    away.cut()
    monkeypatch.setenv("LSK_WAREHOUSE", f"sc://127.0.0.1:{away.port}")
    forget()
    found = reading(opened("en"))
    assert found.exceptions == []
    assert any(LOST in each for each in found.refusals)


def test_an_address_that_may_hold_a_key_is_shown_without_it() -> None:
    from lsk_metrics.warehouse.spark.naming import told

    assert told("sc://spark.example.org:15002/;token=secret") == "sc://spark.example.org:15002"
    assert elsewhere.at("sc://spark.example.org:15002/;token=secret").address.endswith("secret")
